/** How fast something may happen. */
export interface RateOptions {
  /** Sustained, per second. */
  readonly perSecond: number;
  /** How many may come at once after a pause. */
  readonly burst: number;
}

/** One token bucket. Time is passed in, in milliseconds, and never runs backwards: an earlier time counts as no time. */
export class TokenBucket {
  readonly #options: RateOptions;
  #tokens: number;
  #filledAt: number;

  constructor(options: RateOptions, now: number) {
    this.#options = options;
    this.#tokens = options.burst;
    this.#filledAt = now;
  }

  /** Takes one; `false` when there is none. */
  take(now: number): boolean {
    if (!this.has(now)) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Undoes a take. */
  giveBack(): void {
    this.#tokens = Math.min(this.#options.burst, this.#tokens + 1);
  }

  /** Whether there is one. */
  has(now: number): boolean {
    this.#fill(now);
    return this.#tokens >= 1;
  }

  /** Whole seconds, at least 1, until one can be taken. */
  secondsUntilNext(now: number): number {
    this.#fill(now);
    return Math.max(1, Math.ceil((1 - this.#tokens) / this.#options.perSecond));
  }

  /** Whether it has been left alone long enough to be full, so that it can be forgotten. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens >= this.#options.burst;
  }

  #fill(now: number): void {
    const elapsed = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(this.#options.burst, this.#tokens + (elapsed / 1000) * this.#options.perSecond);
    this.#filledAt = Math.max(this.#filledAt, now);
  }
}

/** Whether it may happen, or how many whole seconds to wait. */
export type RateAnswer =
  { readonly allowed: true } | { readonly allowed: false; readonly retryAfter: number };

const ALLOWED: RateAnswer = { allowed: true };
const DEFAULT_KEYS = 10_000;

/**
 * A bucket per key (an address, a principal, a number). Remembers at most `maxKeys`;
 * when there are more, full buckets are forgotten first and then the oldest.
 */
export class RateLimiter {
  readonly #options: RateOptions;
  readonly #maxKeys: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(options: RateOptions, maxKeys: number = DEFAULT_KEYS) {
    this.#options = options;
    this.#maxKeys = maxKeys;
  }

  /** Counts one for this key. `now` in milliseconds. */
  take(key: string, now: number): RateAnswer {
    const bucket = this.#bucketOf(key, now);
    if (bucket.take(now)) return ALLOWED;
    return { allowed: false, retryAfter: bucket.secondsUntilNext(now) };
  }

  /** Undoes a {@link take} that was allowed. */
  giveBack(key: string): void {
    this.#buckets.get(key)?.giveBack();
  }

  /** Whether nothing has been taken for so long that the bucket is full. */
  isFull(key: string, now: number): boolean {
    return this.#buckets.get(key)?.isFull(now) ?? true;
  }

  #bucketOf(key: string, now: number): TokenBucket {
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    if (this.#buckets.size >= this.#maxKeys) this.#forget(now);
    const fresh = new TokenBucket(this.#options, now);
    this.#buckets.set(key, fresh);
    return fresh;
  }

  #forget(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size < this.#maxKeys) return;
      this.#buckets.delete(key);
    }
  }
}
