import { millisecondsBetween } from '@venterum/contract';
import type { Clock } from '../ports/clock.ts';
import type { Store, Transaction } from '../ports/store.ts';
import { durations } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A request that may come twice. */
export interface RepeatableRequest {
  /** Whose: the principal's id. */
  readonly scope: string;
  readonly key: string;
  /** Digest of the route and the body. */
  readonly requestHash: string;
}

/** Answers a retry as the first time: the answer is kept in the same unit of work as what it did. */
export class Idempotency {
  readonly #clock: Clock;
  readonly #store: Store;

  constructor(parts: { readonly clock: Clock; readonly store: Store }) {
    this.#clock = parts.clock;
    this.#store = parts.store;
  }

  /** Runs the work once per key. Refuses `idempotency-mismatch` when the key came with another request before. */
  once<T>(request: RepeatableRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { scope, key, requestHash } = request;
    return this.#store.transact(async (tx) => {
      const now = this.#clock.now();
      const known = await tx.idempotency.get(scope, key);
      if (known !== undefined && millisecondsBetween(known.at, now) < durations.idempotency) {
        if (known.requestHash !== requestHash) throw new Refusal('idempotency-mismatch');
        return JSON.parse(known.answer) as T;
      }
      const answer = await work(tx);
      await tx.idempotency.save({ scope, key, requestHash, answer: JSON.stringify(answer), at: now });
      return answer;
    });
  }
}
