import type { RoomAccess, VisitId } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import { isPassing } from './sign-in.ts';

/** A server that does not answer is asked again for a ticket after so many milliseconds. */
const ASK_AGAIN = 2000;
/** A request on a network that has gone is answered by nobody: given up after so many milliseconds. */
const ASK_TIMEOUT = 5000;

/** The ways into one visit's room: the one that came with the call, and those asked for. */
export class CallWayIn {
  readonly #client: VenterumClient;
  readonly #visitId: VisitId;
  #given: RoomAccess | Promise<RoomAccess> | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(client: VenterumClient, visitId: VisitId, given: RoomAccess | Promise<RoomAccess> | undefined) {
    this.#client = client;
    this.#visitId = visitId;
    this.#given = given;
  }

  /** The first way in: given, or asked for. */
  async first(): Promise<RoomAccess> {
    const given = this.#given;
    if (given === undefined) return this.#ask();
    return Promise.resolve(given).catch(() => this.#ask());
  }

  /** Another one: waits until the server is there again; a refusal means that the room is closed to us. */
  async renew(isWanted: () => boolean): Promise<RoomAccess> {
    for (;;) {
      try {
        return await this.#ask();
      } catch (error) {
        if (!isWanted() || !isPassing(toFailure(error).code)) throw error;
        await this.#pause();
      }
    }
  }

  /** What was given is used up; nobody waits any more. */
  drop(): void {
    this.#given = undefined;
    this.rest();
  }

  /** Nobody waits any more. */
  rest(): void {
    this.#cancelTimer?.();
  }

  async #ask(): Promise<RoomAccess> {
    const { clock } = this.#client;
    const abort = new AbortController();
    const cancel = clock.after(ASK_TIMEOUT, () => abort.abort(new ProblemError('offline')));
    const { signal } = abort;
    try {
      return await this.#client.request('visits.ticket', { id: this.#visitId, background: true, signal });
    } finally {
      cancel();
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#cancelTimer = this.#client.clock.after(ASK_AGAIN, resolve);
    });
  }
}
