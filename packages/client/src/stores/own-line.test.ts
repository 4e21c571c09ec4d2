import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../problem-error.ts';
import type { VenterumClient } from '../client.ts';
import type { TroubleCause } from '../video/video-provider.ts';
import { OwnLine } from './own-line.ts';

/** A server whose answers take so long each, in milliseconds; `gone`: it is not there, `silent`: nothing comes back. */
type Answer = number | 'gone' | 'silent';

class Line {
  readonly own: OwnLine;
  readonly found: (TroubleCause | undefined)[] = [];
  asked = 0;
  answer: (count: number) => Answer;
  #now = 0;
  #timers: (readonly [milliseconds: number, run: () => void])[] = [];
  #wake: () => void = () => undefined;

  constructor(answer: (count: number) => Answer) {
    this.answer = answer;
    const client = {
      clock: {
        now: () => this.#now,
        after: (milliseconds: number, run: () => void) => {
          const timer = [milliseconds, run] as const;
          this.#timers.push(timer);
          return () => (this.#timers = this.#timers.filter((one) => one !== timer));
        },
      },
      request: () => this.#request(),
    };
    this.own = new OwnLine(client as unknown as VenterumClient, () => {
      this.found.push(this.own.cause);
      this.#wake();
    });
  }

  /** The next look has come to its end. */
  async look(): Promise<TroubleCause | undefined> {
    await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.own.cause;
  }

  /** All waiting of so many milliseconds comes to its end. */
  elapse(milliseconds: number): void {
    const due = this.#timers.filter(([one]) => one === milliseconds);
    this.#timers = this.#timers.filter((one) => !due.includes(one));
    for (const [, run] of due) run();
  }

  get waits(): number {
    return this.#timers.filter(([milliseconds]) => milliseconds === 10_000).length;
  }

  async #request(): Promise<unknown> {
    const answer = this.answer((this.asked += 1));
    if (answer === 'gone') throw new ProblemError('offline');
    if (answer === 'silent') return new Promise(() => undefined);
    this.#now += answer;
    return {};
  }
}

const inDoubt = (answer: (count: number) => Answer): Line => {
  const line = new Line(answer);
  line.own.doubt(true);
  return line;
};

describe('whose line it is', () => {
  it('P2: is theirs when the server answers fast, whatever the first answer cost', async () => {
    const line = inDoubt((count) => (count === 1 ? 900 : 30));
    assert.equal(await line.look(), 'their-network');
    assert.equal(line.asked, 6);
  });

  it('P2: is one’s own when a single answer had to be sent again', async () => {
    assert.equal(await inDoubt((count) => (count === 4 ? 300 : 30)).look(), 'own-network');
  });

  it('P2: is one’s own when nothing comes back', async () => {
    const line = inDoubt(() => 'silent');
    line.elapse(4000);
    assert.equal(await line.look(), 'own-network');
  });

  it('is not told when the server itself is gone', async () => {
    assert.equal(await inDoubt(() => 'gone').look(), undefined);
  });

  it('is looked for again while in doubt, and the newest counts', async () => {
    const line = inDoubt(() => 30);
    await line.look();
    line.answer = () => 400;
    line.elapse(10_000);
    assert.equal(await line.look(), 'own-network');
    assert.deepEqual(line.found, ['their-network', 'own-network']);
  });

  it('is forgotten with the doubt, and nothing is asked any more', async () => {
    const line = inDoubt(() => 400);
    await line.look();
    line.own.doubt(false);
    assert.equal(line.own.cause, undefined);
    assert.equal(line.waits, 0);
    line.own.doubt(true);
    line.own.doubt(false);
    line.own.doubt(true);
    assert.equal(await line.look(), 'own-network');
    assert.equal(line.waits, 1);
  });
});
