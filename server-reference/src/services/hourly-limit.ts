import type { RateAnswer } from './rate-limit.ts';

const hour = 3_600_000;
const defaultKeys = 10_000;

/**
 * So many an hour for each key, counted in every hour there is, not by the clock's. Remembers at most `maxKeys`; when
 * there are more, those not heard of longest are forgotten. Times in milliseconds.
 */
export class HourlyLimit {
  readonly #limit: number;
  readonly #maxKeys: number;
  readonly #taken = new Map<string, readonly number[]>();

  constructor(limit: number, maxKeys: number = defaultKeys) {
    this.#limit = limit;
    this.#maxKeys = maxKeys;
  }

  /** Whether so many more may happen now, without counting them. */
  ask(key: string, now: number, count = 1): RateAnswer {
    const taken = this.#within(key, now);
    const over = taken.length + count - this.#limit;
    if (over <= 0) return { allowed: true };
    // More than ever fit will fit no better later.
    const freed = taken[Math.min(over, taken.length) - 1] ?? now;
    return { allowed: false, retryAfter: Math.max(1, Math.ceil((freed + hour - now) / 1000)) };
  }

  /** Whether there has been any within the hour. */
  has(key: string, now: number): boolean {
    return this.#within(key, now).length > 0;
  }

  /** Counts so many. */
  take(key: string, now: number, count = 1): void {
    const taken = [...this.#within(key, now), ...Array.from({ length: count }, () => now)];
    // Last in the map is heard of last.
    this.#taken.delete(key);
    this.#taken.set(key, taken);
    for (const oldest of this.#taken.keys()) {
      if (this.#taken.size <= this.#maxKeys) return;
      this.#taken.delete(oldest);
    }
  }

  #within(key: string, now: number): readonly number[] {
    return (this.#taken.get(key) ?? []).filter((at) => at > now - hour);
  }
}
