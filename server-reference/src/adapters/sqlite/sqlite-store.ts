import { DatabaseSync } from 'node:sqlite';
import type { Bus } from '../../ports/bus.ts';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import {
  StoreUnavailableError,
  type ReadTransaction,
  type DataStore,
  type Transaction,
} from '../../ports/store.ts';
import { UnitEffects } from '../../ports/unit-effects.ts';
import { migrate } from './migrations.ts';
import { clinicsIn, consentsIn, idempotencyIn } from './sqlite-facts.ts';
import { SqliteMembers } from './sqlite-members.ts';
import { SqliteInvites, SqliteSessions } from './sqlite-people.ts';
import { smsCountsIn } from './sqlite-sms-counts.ts';
import { smsIn } from './sqlite-sms.ts';
import { portError } from './sqlite-trouble.ts';
import { SqliteVisits } from './sqlite-visits.ts';
import { Statements } from './statements.ts';

/** What a SQLite store is made of. */
export interface SqliteStoreOptions {
  /** Path of the database file; its directory exists. */
  readonly path: string;
  readonly cipher: FieldCipher;
  readonly bus: Bus;
  /** For the note when a migration ran. */
  readonly now: () => string;
  /** Milliseconds to wait for another process that writes. @defaultValue 5,000 */
  readonly busyMilliseconds?: number;
}

interface Unit {
  /** Runs inside its savepoint; answers what to do once the batch is durable. */
  readonly run: () => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

type Data = Omit<Transaction, 'emit' | 'afterCommit' | 'probe'>;

const dataIn = (sql: Statements, cipher: FieldCipher): Data => ({
  clinics: clinicsIn(sql),
  visits: new SqliteVisits(sql, cipher),
  sessions: new SqliteSessions(sql, cipher),
  members: new SqliteMembers(sql, cipher),
  invites: new SqliteInvites(sql, cipher),
  sms: smsIn(sql),
  smsCounts: smsCountsIn(sql, cipher),
  consents: consentsIn(sql),
  idempotency: idempotencyIn(sql, cipher),
});

const defaultBusyMilliseconds = 5000;
const gatherTurns = 8;

const openWriter = (path: string, timeout: number): DatabaseSync => {
  const writer = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout });
  writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  return writer;
};

/** What made SQLite give a transaction up: whatever it was, nothing of it was kept. */
const lost = (error: unknown): unknown => {
  const told = portError(error);
  return told instanceof StoreUnavailableError ? told : new StoreUnavailableError('failing', error);
};

/**
 * The embedded store: SQLite with a write-ahead log, every acknowledged unit on the disk.
 * Units that are waiting at the same turn of the event loop share one commit, and so one fsync; each has a
 * savepoint, so one that throws is undone alone.
 */
export class SqliteStore implements DataStore {
  readonly #writer: DatabaseSync;
  readonly #reader: DatabaseSync;
  readonly #data: Data;
  readonly #committed: ReadTransaction;
  readonly #sql: Statements;
  readonly #bus: Bus;
  #waiting: Unit[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: SqliteStoreOptions) {
    const timeout = options.busyMilliseconds ?? defaultBusyMilliseconds;
    this.#writer = openWriter(options.path, timeout);
    migrate(this.#writer, options.now);
    this.#reader = new DatabaseSync(options.path, { readOnly: true, timeout });
    this.#sql = new Statements(this.#writer);
    this.#data = dataIn(this.#sql, options.cipher);
    this.#committed = dataIn(new Statements(this.#reader), options.cipher);
    this.#bus = options.bus;
  }

  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError('closed'));
    return new Promise<T>((resolve, reject) => {
      const run = async (): Promise<() => void> => {
        const effects = new UnitEffects();
        const answer = await work(this.#transaction(effects));
        return () => {
          resolve(answer);
          effects.release(this.#bus);
        };
      };
      this.#waiting.push({ run, fail: reject });
      this.#running ??= this.#drain();
    });
  }

  async read<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('closed');
    try {
      return await work(this.#committed);
    } catch (error) {
      throw portError(error);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#running;
    this.#reader.close();
    this.#writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#writer.close();
  }

  #transaction({ emit, afterCommit }: UnitEffects): Transaction {
    const probe = (): Promise<void> => {
      this.#sql.run('UPDATE probe SET at = at + 1');
      return Promise.resolve();
    };
    return { ...this.#data, emit, afterCommit, probe };
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gathered();
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#commit(batch);
    }
    this.#running = undefined;
  }

  /**
   * Everything that arrives in this turn of the event loop shares the commit; when more comes with every turn, so do
   * a few turns. A turn without a flush is short, and each accepts one more connection.
   */
  async #gathered(): Promise<void> {
    for (let turn = 0, known = -1; turn < gatherTurns && this.#waiting.length > known; turn += 1) {
      known = this.#waiting.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #commit(batch: readonly Unit[]): Promise<void> {
    const done: (() => void)[] = [];
    try {
      this.#sql.run('BEGIN IMMEDIATE');
      for (const unit of batch) {
        const acknowledge = await this.#inSavepoint(unit);
        if (acknowledge !== undefined) done.push(acknowledge);
      }
      this.#sql.run('COMMIT');
    } catch (error) {
      if (this.#writer.isTransaction) this.#writer.exec('ROLLBACK');
      const told = portError(error);
      for (const unit of batch) unit.fail(told);
      return;
    }
    for (const acknowledge of done) acknowledge();
  }

  async #inSavepoint(unit: Unit): Promise<(() => void) | undefined> {
    this.#sql.run('SAVEPOINT unit');
    try {
      const acknowledge = await unit.run();
      this.#sql.run('RELEASE unit');
      return acknowledge;
    } catch (error) {
      // A full disk, for one, makes SQLite give up the whole transaction, and with it the units before.
      if (!this.#writer.isTransaction) throw lost(error);
      this.#writer.exec('ROLLBACK TO unit; RELEASE unit');
      unit.fail(portError(error));
      return undefined;
    }
  }
}
