import type { OutgoingSms } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import { textOf, type Row, type Statements } from './statements.ts';

const smsOf = (row: Row): OutgoingSms => ({
  attemptId: textOf(row, 'attempt_id'),
  inviteId: textOf(row, 'invite_id'),
  state: row['sending'] === 1 ? 'sending' : 'waiting',
  dueAt: textOf(row, 'due_at'),
  tries: Number(row['tries']),
});

/** Outgoing messages in SQLite. Neither number nor words are among them. */
export const smsIn = (sql: Statements): Transaction['sms'] => ({
  get: (attemptId) => {
    const row = sql.get('SELECT * FROM sms WHERE attempt_id = ?', attemptId);
    return Promise.resolve(row === undefined ? undefined : smsOf(row));
  },
  due: (now, limit) => {
    const where = 'sending = 0 AND due_at <= ? ORDER BY due_at LIMIT ?';
    return Promise.resolve(sql.all(`SELECT * FROM sms WHERE ${where}`, now, limit).map(smsOf));
  },
  sending: () => Promise.resolve(sql.all('SELECT * FROM sms WHERE sending = 1').map(smsOf)),
  save: ({ attemptId, inviteId, state, dueAt, tries }) => {
    sql.upsert('sms', {
      attempt_id: attemptId,
      invite_id: inviteId,
      sending: state === 'sending' ? 1 : 0,
      due_at: dueAt,
      tries,
    });
    return Promise.resolve();
  },
  delete: (attemptId) => {
    sql.run('DELETE FROM sms WHERE attempt_id = ?', attemptId);
    return Promise.resolve();
  },
});
