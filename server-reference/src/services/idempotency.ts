import { millisecondsBetween } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { IdempotencyRecord } from '../ports/records.ts';
import type { DataStore, ReadTransaction, Transaction } from '../ports/store.ts';
import { durations } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A request that may come twice. */
export interface RepeatableRequest {
  /** Whose: the principal's id, or `anyone` where nobody is logged in yet. */
  readonly scope: string;
  readonly key: string;
  /** Digest of the route and the body. */
  readonly requestHash: string;
}

/** Whether an answer given before is still true; one that never stops being so needs no such question. */
export type Holds<T> = (tx: ReadTransaction, answer: T) => Promise<boolean>;

/** Answers a retry as the first time: the answer is kept in the same unit of work as what it did. */
export class Idempotency {
  readonly #clock: ServerClock;
  readonly #store: DataStore;

  constructor(parts: { readonly clock: ServerClock; readonly store: DataStore }) {
    this.#clock = parts.clock;
    this.#store = parts.store;
  }

  /**
   * Runs the work once per key, and again when the answer does not hold any more.
   * Refuses `idempotency-mismatch` when the key came with another request before.
   */
  once<T>(
    request: RepeatableRequest,
    work: (tx: Transaction) => Promise<T>,
    holds: Holds<T> = () => Promise.resolve(true),
  ): Promise<T> {
    return this.#store.transact(async (tx) => {
      const known = await this.#known(tx, request);
      const kept = known === undefined ? undefined : (JSON.parse(known.answer) as T);
      if (kept !== undefined && (await holds(tx, kept))) return kept;
      const answer = await work(tx);
      await this.#keep(tx, request, JSON.stringify(answer));
      return answer;
    });
  }

  /**
   * Runs the work each time, and keeps what was asked but no answer: for answers that hold a secret.
   * Refuses `idempotency-mismatch` like {@link once}.
   */
  afresh<T>(request: RepeatableRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#store.transact(async (tx) => {
      const known = await this.#known(tx, request);
      const answer = await work(tx);
      if (known === undefined) await this.#keep(tx, request, '');
      return answer;
    });
  }

  async #known(
    tx: Transaction,
    { scope, key, requestHash }: RepeatableRequest,
  ): Promise<IdempotencyRecord | undefined> {
    const known = await tx.idempotency.get(scope, key);
    if (known === undefined || millisecondsBetween(known.at, this.#clock.now()) >= durations.idempotency)
      return undefined;
    if (known.requestHash !== requestHash) throw new Refusal('idempotency-mismatch');
    return known;
  }

  #keep(tx: Transaction, request: RepeatableRequest, answer: string): Promise<void> {
    return tx.idempotency.save({ ...request, answer, at: this.#clock.now() });
  }
}
