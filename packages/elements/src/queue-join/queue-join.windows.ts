import type { VisitId } from '@venterum/contract';

interface Word {
  readonly from: string;
  readonly word: 'asking' | 'here' | 'gone';
}

/** No two pages begin in the same moment, and on one page they are counted. */
let made = 0;

/**
 * Which windows of this browser show the same place in a queue: to be told, and for nothing else. They talk among
 * themselves, on a channel named by the visit; nothing is kept.
 */
export class OtherWindows {
  readonly #changed: () => void;
  readonly #own = `${performance.timeOrigin} ${(made += 1)}`;
  readonly #others = new Set<string>();
  #channel: BroadcastChannel | undefined;
  #visitId: VisitId | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether another window shows it too. */
  get any(): boolean {
    return this.#others.size > 0;
  }

  /** Shows this place from now on; `undefined`: none. */
  show(visitId: VisitId | undefined): void {
    if (visitId === this.#visitId) return;
    if (this.#visitId !== undefined) this.#leave();
    this.#visitId = visitId;
    if (visitId === undefined) return;
    this.#enter();
    addEventListener('pagehide', this.#close);
    addEventListener('pageshow', this.#enter);
  }

  /** Also when the page comes back from the history. */
  readonly #enter = (): void => {
    if (this.#channel !== undefined) return;
    this.#channel = new BroadcastChannel(`venterum-visit-${this.#visitId ?? ''}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Word>) => {
      this.#hear(data);
    };
    this.#say('asking');
  };

  readonly #close = (): void => {
    this.#say('gone');
    this.#channel?.close();
    this.#channel = undefined;
    this.#others.clear();
  };

  #leave(): void {
    removeEventListener('pagehide', this.#close);
    removeEventListener('pageshow', this.#enter);
    this.#close();
  }

  #hear({ from, word }: Word): void {
    if (word === 'asking') this.#say('here');
    if (word === 'gone') this.#others.delete(from);
    else this.#others.add(from);
    this.#changed();
  }

  #say(word: Word['word']): void {
    this.#channel?.postMessage({ from: this.#own, word } satisfies Word);
  }
}
