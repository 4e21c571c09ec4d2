import type { Instant } from '@venterum/contract';
import type { Transaction } from '../../ports/store.ts';
import type { Rows } from './memory-table.ts';

/** Messages of one key that count, the oldest first. */
export interface CountedSms {
  readonly key: string;
  readonly times: readonly Instant[];
}

/** Messages that count, in memory. */
export const smsCountsIn = (rows: Rows<CountedSms>): Transaction['smsCounts'] => ({
  newest: (key, after, but) => {
    const at = rows.get(key)?.times.at(-1 - but);
    return Promise.resolve(at !== undefined && at > after ? at : undefined);
  },
  add: (key, at) => {
    rows.set(key, { key, times: [...(rows.get(key)?.times ?? []), at] });
    return Promise.resolve();
  },
  deleteUntil: (until) => {
    for (const { key, times } of [...rows.values()]) {
      const kept = times.filter((at) => at > until);
      if (kept.length === 0) rows.delete(key);
      else rows.set(key, { key, times: kept });
    }
    return Promise.resolve();
  },
});
