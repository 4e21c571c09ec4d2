import {
  compareTurns,
  type ClinicId,
  type ConsentId,
  type Cpr,
  type Instant,
  type PrincipalId,
  type RoomId,
  type Visit,
  type VisitId,
} from '@venterum/contract';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import type { FinishedRow, PresentRow, QueueRow } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Statements } from './statements.ts';
import { fromFinishedRow, fromPresentRow, fromQueueRow, fromVisitRow, toVisitRow } from './visit-rows.ts';

type VisitKeeper = Transaction['visits'];

/** Visits in SQLite. */
export class SqliteVisits implements VisitKeeper {
  readonly #sql: Statements;
  readonly #cipher: FieldCipher;

  constructor(sql: Statements, cipher: FieldCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  get(id: VisitId): Promise<Visit | undefined> {
    return this.#one('id = ?', id);
  }

  async active(clinicId: ClinicId): Promise<readonly Visit[]> {
    return [...(await this.#many('clinic_id = ? AND active = 1', clinicId))].sort(compareTurns);
  }

  queue(clinicId: ClinicId): Promise<readonly QueueRow[]> {
    const rows = this.#sql.all(
      `SELECT id, state, joined_by, agreed_at, arrived_at, claimed_by, test, started_at,
         iif(agreed_at IS NULL, NULL, facts ->> 'origin') AS origin
       FROM visits WHERE clinic_id = ? AND active = 1`,
      clinicId,
    );
    return Promise.resolve(rows.map(fromQueueRow));
  }

  joinedBy(principalId: PrincipalId): Promise<readonly Visit[]> {
    return this.#many('joined_by = ? AND active = 1', principalId);
  }

  inRoom(): Promise<readonly Visit[]> {
    return this.#many('active = 1 AND room_id IS NOT NULL');
  }

  byRoom(roomId: RoomId): Promise<Visit | undefined> {
    return this.#one('room_id = ?', roomId);
  }

  ofCitizen(clinicId: ClinicId, cpr: Cpr): Promise<Visit | undefined> {
    const index = this.#cipher.blindIndex(clinicId, cpr);
    return this.#one('clinic_id = ? AND active = 1 AND citizen_ix = ?', clinicId, index);
  }

  underConsent(consentId: ConsentId): Promise<readonly Visit[]> {
    return this.#many('consent_id = ? AND active = 1', consentId);
  }

  finished(clinicId: ClinicId, limit: number): Promise<readonly FinishedRow[]> {
    const rows = this.#sql.all(
      `SELECT started_at, ended_at, claimed_by FROM visits
       WHERE clinic_id = ? AND state = 'ended' AND test = 0 AND started_at IS NOT NULL
       ORDER BY ended_at DESC LIMIT ?`,
      clinicId,
      limit,
    );
    return Promise.resolve(rows.map(fromFinishedRow));
  }

  over(clinicId: ClinicId, since: Instant, limit: number): Promise<readonly Visit[]> {
    const where = 'clinic_id = ? AND active = 0 AND ended_at >= ? ORDER BY ended_at DESC LIMIT ?';
    return this.#many(where, clinicId, since, limit);
  }

  due(now: Instant, limit: number): Promise<readonly Visit[]> {
    return this.#many('due_at <= ? ORDER BY due_at LIMIT ?', now, limit);
  }

  present(): Promise<readonly PresentRow[]> {
    const rows = this.#sql.all(
      `SELECT id, clinic_id, joined_by, arrived_at FROM visits
       WHERE active = 1 AND presence = 'online' AND state <> 'invited'`,
    );
    return Promise.resolve(rows.map(fromPresentRow));
  }

  save(visit: Visit, dueAt: Instant | undefined): Promise<void> {
    this.#sql.upsert('visits', toVisitRow(visit, dueAt, this.#cipher));
    return Promise.resolve();
  }

  #one(where: string, ...values: string[]): Promise<Visit | undefined> {
    const row = this.#sql.get(`SELECT id, facts, personal FROM visits WHERE ${where}`, ...values);
    return Promise.resolve(row === undefined ? undefined : fromVisitRow(row, this.#cipher));
  }

  #many(where: string, ...values: (string | number)[]): Promise<readonly Visit[]> {
    const rows = this.#sql.all(`SELECT id, facts, personal FROM visits WHERE ${where}`, ...values);
    return Promise.resolve(rows.map((row) => fromVisitRow(row, this.#cipher)));
  }
}
