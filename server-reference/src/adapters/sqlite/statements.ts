import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Named values for a statement; `undefined` is stored as NULL. */
export type Values = Readonly<Record<string, SQLInputValue | undefined>>;

const upsertOf = (table: string, columns: readonly string[]): string => {
  const [key = ''] = columns;
  const changes = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  const marks = columns.map(() => '?');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${changes.join(', ')}`;
};

/** Prepared statements of one connection, each prepared once. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  /** Rows of a table always have the same columns in the same order. */
  readonly #upserts = new Map<string, string>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#of(sql).all(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#of(sql).get(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#of(sql).run(...values);
  }

  /** Inserts the row, or replaces what differs when the key is known. */
  upsert(table: string, row: Values): void {
    const sql = this.#upserts.get(table) ?? upsertOf(table, Object.keys(row));
    this.#upserts.set(table, sql);
    this.run(sql, ...Object.values(row).map((value) => value ?? null));
  }

  #of(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = this.#database.prepare(sql);
    this.#prepared.set(sql, fresh);
    return fresh;
  }
}

/** A text column that is never NULL. */
export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text.`);
  return value;
};

/** A text column that may be NULL. */
export const optionalTextOf = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
};

/** A blob column that is never NULL. */
export const bytesOf = (row: Row, column: string): Uint8Array => {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new Error(`Column ${column} holds no bytes.`);
  return value;
};
