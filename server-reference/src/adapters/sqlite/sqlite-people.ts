import {
  finalInviteStatuses,
  unopenedInviteStatuses,
  type Instant,
  type InviteId,
  type ClinicId,
  type Principal,
  type PrincipalId,
  type Recipient,
  type VisitId,
} from '@venterum/contract';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import type { InviteRecord, SessionRecord } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import { bytesOf, textOf, type Row, type Statements } from './statements.ts';

type SessionKeeper = Transaction['sessions'];
type InviteKeeper = Transaction['invites'];

/** Sessions in SQLite; who they belong to is sealed. */
export class SqliteSessions implements SessionKeeper {
  readonly #sql: Statements;
  readonly #cipher: FieldCipher;

  constructor(sql: Statements, cipher: FieldCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  byTokenHash(hash: string): Promise<SessionRecord | undefined> {
    return Promise.resolve(this.#where('token_hash = ?', hash)[0]);
  }

  byDevice(deviceHash: string): Promise<readonly SessionRecord[]> {
    return Promise.resolve(this.#where('live = 1 AND device_hash = ?', deviceHash));
  }

  ofPrincipal(principalId: PrincipalId): Promise<readonly SessionRecord[]> {
    return Promise.resolve(this.#where('live = 1 AND principal_id = ?', principalId));
  }

  save(session: SessionRecord): Promise<void> {
    const { principal, cpr, ...facts } = session;
    this.#sql.upsert('sessions', {
      id: session.id,
      token_hash: session.tokenHash,
      principal_id: principal.id,
      device_hash: session.deviceHash,
      expires_at: session.expiresAt,
      live: session.ended === undefined ? 1 : 0,
      facts: JSON.stringify(facts),
      personal: this.#cipher.seal(JSON.stringify({ principal, cpr }), this.#place(session.id)),
    });
    return Promise.resolve();
  }

  deleteExpired(before: Instant): Promise<void> {
    this.#sql.run('DELETE FROM sessions WHERE expires_at < ?', before);
    return Promise.resolve();
  }

  #place(id: string): { table: string; column: string; rowId: string } {
    return { table: 'sessions', column: 'personal', rowId: id };
  }

  #where(where: string, value: string): SessionRecord[] {
    const rows = this.#sql.all(`SELECT id, facts, personal FROM sessions WHERE ${where}`, value);
    return rows.map((row) => {
      const facts = JSON.parse(textOf(row, 'facts')) as Omit<SessionRecord, 'principal' | 'cpr'>;
      const opened = this.#cipher.open(bytesOf(row, 'personal'), this.#place(textOf(row, 'id')));
      return { ...facts, ...(JSON.parse(opened) as { principal: Principal; cpr?: string }) };
    });
  }
}

/** Invitations in SQLite; names and numbers are sealed. */
export class SqliteInvites implements InviteKeeper {
  readonly #sql: Statements;
  readonly #cipher: FieldCipher;

  constructor(sql: Statements, cipher: FieldCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  get(id: InviteId): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where('id = ?', id)[0]);
  }

  byTokenHash(hash: string): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where('token_hash = ?', hash)[0]);
  }

  byCodeGroup(group: string): Promise<readonly InviteRecord[]> {
    return Promise.resolve(this.#where('code_group = ?', group));
  }

  ofGuest(guestId: PrincipalId): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where('guest_id = ?', guestId)[0]);
  }

  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly InviteRecord[]> {
    return Promise.resolve(this.#where('clinic_id = ? ORDER BY sent_at DESC, id LIMIT ?', clinicId, limit));
  }

  ofVisit(visitId: VisitId): Promise<readonly InviteRecord[]> {
    return Promise.resolve(this.#where('visit_id = ?', visitId));
  }

  due(now: Instant, limit: number): Promise<readonly InviteRecord[]> {
    return Promise.resolve(this.#where('unopened = 1 AND expires_at <= ? LIMIT ?', now, limit));
  }

  byAttempt(attemptId: string): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where('attempt_id = ?', attemptId)[0]);
  }

  save(invite: InviteRecord): Promise<void> {
    const { recipient, ...facts } = invite;
    this.#sql.upsert('invites', {
      id: invite.id,
      clinic_id: invite.clinicId,
      visit_id: invite.visitId,
      guest_id: invite.guestId,
      token_hash: invite.tokenHash,
      status: invite.status,
      sent_at: invite.sentAt,
      expires_at: invite.expiresAt,
      unopened: unopenedInviteStatuses.includes(invite.status) ? 1 : 0,
      attempt_id: invite.attemptId,
      code_group: finalInviteStatuses.includes(invite.status) ? undefined : invite.code?.group,
      facts: JSON.stringify(facts),
      personal: this.#cipher.seal(JSON.stringify(recipient), this.#place(invite.id)),
    });
    return Promise.resolve();
  }

  #place(id: string): { table: string; column: string; rowId: string } {
    return { table: 'invites', column: 'personal', rowId: id };
  }

  #where(where: string, ...values: (string | number)[]): InviteRecord[] {
    return this.#sql
      .all(`SELECT id, facts, personal FROM invites WHERE ${where}`, ...values)
      .map((row: Row) => {
        const facts = JSON.parse(textOf(row, 'facts')) as Omit<InviteRecord, 'recipient'>;
        const opened = this.#cipher.open(bytesOf(row, 'personal'), this.#place(textOf(row, 'id')));
        return { ...facts, recipient: JSON.parse(opened) as Recipient };
      });
  }
}
