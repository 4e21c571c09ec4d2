import type { VenterumClient } from '../client.ts';
import type { TroubleCause } from '../video/video-provider.ts';

/** So many answers are timed; the one before them pays for name, connection and encryption. */
const ANSWERS = 5;
/** On a line that loses nothing no answer takes longer, in milliseconds: a packet sent again costs 200 alone (RFC 6298). */
const SLOW_MILLISECONDS = 250;
/** Without all answers by then there is no line to speak of. Milliseconds. */
const PATIENCE = 4000;
const AGAIN_MILLISECONDS = 10_000;

/**
 * Whose line is bad, when somebody comes through badly: between two people that cannot be seen from what comes, so the server is
 * asked, to which only one's own line leads.
 */
export class OwnLine {
  /** The likely cause, once it has been looked for. */
  cause: TroubleCause | undefined;
  readonly #client: VenterumClient;
  readonly #found: () => void;
  /** Grows when doubt comes or goes: what was asked before is void. */
  #run = 0;
  #isInDoubt = false;
  #cancel: () => void = () => undefined;

  /** `found` is called after every look. */
  constructor(client: VenterumClient, found: () => void) {
    this.#client = client;
    this.#found = found;
  }

  /** Somebody comes through badly, or nobody any more. */
  doubt(isInDoubt: boolean): void {
    if (isInDoubt === this.#isInDoubt) return;
    this.#isInDoubt = isInDoubt;
    this.cause = undefined;
    this.#run += 1;
    this.#cancel();
    if (isInDoubt) void this.#look(this.#run);
  }

  async #look(run: number): Promise<void> {
    const cause = await Promise.race([this.#measure(), this.#patience()]);
    if (run !== this.#run) return;
    this.cause = cause;
    this.#cancel = this.#client.clock.after(AGAIN_MILLISECONDS, () => void this.#look(run));
    this.#found();
  }

  #patience(): Promise<TroubleCause> {
    return new Promise((resolve) => {
      this.#client.clock.after(PATIENCE, () => resolve('own-network'));
    });
  }

  async #measure(): Promise<TroubleCause | undefined> {
    const { clock } = this.#client;
    let slowest = 0;
    for (let answer = 0; answer <= ANSWERS; answer += 1) {
      const asked = clock.now();
      try {
        await this.#client.request('config.get', { background: true });
      } catch {
        // A server that is gone tells nothing of the line.
        return undefined;
      }
      if (answer > 0) slowest = Math.max(slowest, clock.now() - asked);
    }
    return slowest > SLOW_MILLISECONDS ? 'own-network' : 'their-network';
  }
}
