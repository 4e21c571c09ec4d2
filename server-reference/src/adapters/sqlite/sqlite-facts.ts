import type { Clinic, Consent } from '@venterum/contract';
import { readSearch, searchableText } from '../../ports/clinic-search.ts';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import type { Transaction } from '../../ports/store.ts';
import { bytesOf, textOf, type Row, type Statements } from './statements.ts';

const clinicOf = (row: Row): Clinic => JSON.parse(textOf(row, 'facts')) as Clinic;

/** Clinics in SQLite. Nothing about them is personal. */
export const clinicsIn = (sql: Statements): Transaction['clinics'] => ({
  get: (id) => {
    const row = sql.get('SELECT facts FROM clinics WHERE id = ?', id);
    return Promise.resolve(row === undefined ? undefined : clinicOf(row));
  },
  withYdernumre: (ydernumre) => {
    const rows = ydernumre.flatMap((one) => sql.all('SELECT facts FROM clinics WHERE ydernummer = ?', one));
    return Promise.resolve(rows.map(clinicOf));
  },
  search: (typed, limit) => {
    const { text, ydernummer } = readSearch(typed);
    const rows = sql.all(
      'SELECT facts FROM clinics WHERE ydernummer = ? OR instr(searchable, ?) > 0 ORDER BY name LIMIT ?',
      ydernummer ?? '',
      text,
      limit,
    );
    return Promise.resolve(rows.map(clinicOf));
  },
  due: (now, limit) => {
    const rows = sql.all(
      'SELECT facts FROM clinics WHERE turns_at <= ? ORDER BY turns_at LIMIT ?',
      now,
      limit,
    );
    return Promise.resolve(rows.map(clinicOf));
  },
  save: (clinic, turnsAt) => {
    sql.upsert('clinics', {
      id: clinic.id,
      ydernummer: clinic.ydernummer,
      name: clinic.name,
      searchable: searchableText(clinic),
      facts: JSON.stringify(clinic),
      turns_at: turnsAt,
    });
    return Promise.resolve();
  },
});

/** Consents in SQLite: pseudonymous ids and the text's hash, nothing personal. */
export const consentsIn = (sql: Statements): Transaction['consents'] => ({
  get: (id) => {
    const row = sql.get('SELECT facts FROM consents WHERE id = ?', id);
    return Promise.resolve(row === undefined ? undefined : (JSON.parse(textOf(row, 'facts')) as Consent));
  },
  save: (consent) => {
    sql.upsert('consents', { id: consent.id, facts: JSON.stringify(consent) });
    return Promise.resolve();
  },
});

/** Answers kept for retries, sealed: an answer may hold a name. */
export const idempotencyIn = (sql: Statements, cipher: FieldCipher): Transaction['idempotency'] => {
  const place = (scope: string, key: string): { table: string; column: string; rowId: string } => ({
    table: 'idempotency',
    column: 'answer',
    rowId: `${scope} ${key}`,
  });
  return {
    get: (scope, key) => {
      const row = sql.get('SELECT * FROM idempotency WHERE scope = ? AND key = ?', scope, key);
      if (row === undefined) return Promise.resolve(undefined);
      return Promise.resolve({
        scope,
        key,
        requestHash: textOf(row, 'request_hash'),
        at: textOf(row, 'at'),
        answer: cipher.open(bytesOf(row, 'answer'), place(scope, key)),
      });
    },
    save: ({ scope, key, requestHash, at, answer }) => {
      const sealed = cipher.seal(answer, place(scope, key));
      sql.run(
        'INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?)',
        scope,
        key,
        requestHash,
        at,
        sealed,
      );
      return Promise.resolve();
    },
    deleteBefore: (before) => {
      sql.run('DELETE FROM idempotency WHERE at < ?', before);
      return Promise.resolve();
    },
  };
};
