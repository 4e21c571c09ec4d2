import type { Instant } from '@venterum/contract';

interface Timer {
  at: number;
  readonly every: number | undefined;
  readonly task: () => void;
}

/** Time that stands still until a test moves it. Fits the server's clock port. */
export class FakeClock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(start: Instant = '2026-11-23T08:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Instant {
    return new Date(this.#now).toISOString();
  }

  every(milliseconds: number, task: () => void): () => void {
    return this.#add({ at: this.#now + milliseconds, every: milliseconds, task });
  }

  after(milliseconds: number, task: () => void): () => void {
    return this.#add({ at: this.#now + milliseconds, every: undefined, task });
  }

  /** Moves time on, running what becomes due, in order. `settle` runs after each, for work that goes on. */
  async advance(milliseconds: number, settle: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = next.at;
      if (next.every === undefined) this.#timers.delete(next);
      else next.at += next.every;
      next.task();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** Moves the clock without running anything: a machine that slept, or a clock that was set. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** How many timers are waiting. */
  get timers(): number {
    return this.#timers.size;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }
}
