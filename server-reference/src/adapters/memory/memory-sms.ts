import type { OutgoingSms } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Rows } from './memory-table.ts';

/** Outgoing messages in memory. */
export const smsIn = (rows: Rows<OutgoingSms>): Transaction['sms'] => ({
  get: (attemptId) => Promise.resolve(rows.get(attemptId)),
  due: (now, limit) => {
    const due = [...rows.values()]
      .filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now)
      .sort((left, right) => left.dueAt.localeCompare(right.dueAt));
    return Promise.resolve(due.slice(0, limit));
  },
  sending: () => Promise.resolve([...rows.values()].filter(({ state }) => state === 'sending')),
  save: (sms) => {
    rows.set(sms.attemptId, sms);
    return Promise.resolve();
  },
  delete: (attemptId) => {
    rows.delete(attemptId);
    return Promise.resolve();
  },
});
