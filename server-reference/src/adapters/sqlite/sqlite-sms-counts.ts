import type { FieldCipher } from '../../ports/field-cipher.ts';
import type { Transaction } from '../../ports/store.ts';
import { textOf, type Statements } from './statements.ts';

/** Messages that count, in SQLite: under a keyed digest, as there are few enough numbers to try them all. */
export const smsCountsIn = (sql: Statements, cipher: FieldCipher): Transaction['smsCounts'] => {
  const index = (key: string): string => cipher.blindIndex('sms-counts', key);
  return {
    newest: (key, after, but) => {
      const row = sql.get(
        'SELECT at FROM sms_counts WHERE key_ix = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?',
        index(key),
        after,
        but,
      );
      return Promise.resolve(row === undefined ? undefined : textOf(row, 'at'));
    },
    add: (key, at) => {
      sql.run('INSERT INTO sms_counts VALUES (?, ?)', index(key), at);
      return Promise.resolve();
    },
    deleteUntil: (at) => {
      sql.run('DELETE FROM sms_counts WHERE at <= ?', at);
      return Promise.resolve();
    },
  };
};
