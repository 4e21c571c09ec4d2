import {
  instantPlus,
  type AddMemberAnswer,
  type AddMemberRequest,
  type ChangeMemberRequest,
  type ClinicId,
  type Member,
  type MemberId,
  type SignOutMemberRequest,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { MemberRecord, SessionRecord } from '../ports/records.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { roleAt, type Caller } from './caller.ts';
import type { Claims } from './claims.ts';
import { durations, limits } from './limits.ts';
import { newMemberCode, normalMemberCode } from './member-code.ts';
import { Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';

/** What member lists need. */
export interface MemberParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly sessions: Sessions;
  readonly claims: Claims;
}

/** A code for somebody new, and its digest: made before the unit of work, since hashing waits. */
export interface MemberCode {
  readonly code: string;
  readonly codeHash: string;
}

/** Who works in a clinic. Whose list it is has been decided before: the policy lets in members alone. */
export class Members {
  readonly #parts: MemberParts;

  constructor(parts: MemberParts) {
    this.#parts = parts;
  }

  /** A fresh code and its digest. */
  async code(): Promise<MemberCode> {
    const code = newMemberCode(this.#parts.ids);
    return { code, codeHash: await this.codeHash(code) };
  }

  /** The digest of a code as somebody typed it. */
  codeHash(typed: string): Promise<string> {
    return this.#parts.ids.hash(`member ${normalMemberCode(typed)}`);
  }

  /** The list, with what managers alone see for managers. */
  async list(tx: ReadTransaction, caller: Caller, clinicId: ClinicId): Promise<readonly Member[]> {
    const manages = roleAt(caller.session, clinicId) === 'manager';
    const members: Member[] = [];
    for (const record of await tx.members.ofClinic(clinicId, limits.members)) {
      const { principalId } = record;
      const sessions = principalId === undefined ? [] : await tx.sessions.ofPrincipal(principalId);
      members.push(this.#view(record, sessions.filter(this.#isLive), manages));
    }
    return members;
  }

  /** Somebody new, with the code that lets them in. Refuses `limit-reached`. */
  async add(
    tx: Transaction,
    { clinicId, code, codeHash }: MemberCode & { readonly clinicId: ClinicId },
    { name, role }: AddMemberRequest,
  ): Promise<AddMemberAnswer> {
    const listed = await tx.members.ofClinic(clinicId, limits.members);
    if (listed.length >= limits.members) throw new Refusal('limit-reached', { retryAfter: 3600 });
    const { clock, ids } = this.#parts;
    const record: MemberRecord = {
      id: ids.id(),
      clinicId,
      name,
      role,
      status: 'invited',
      addedBy: 'clinic',
      roleBy: 'clinic',
      codeHash,
      codeEndsAt: instantPlus(clock.now(), durations.memberCode),
    };
    await tx.members.save(record);
    return { member: this.#view(record, [], true), code };
  }

  /** Gives a member another role. Ends their sessions, which carry the earlier one. Refuses `member-not-found`, `member-self`. */
  async change(
    tx: Transaction,
    caller: Caller,
    { clinicId, member, role }: ChangeMemberRequest & { readonly clinicId: ClinicId },
  ): Promise<void> {
    const record = await this.#other(tx, caller, { clinicId, member });
    await tx.members.save({ ...record, role, roleBy: 'clinic' });
    if (record.role !== role) await this.#endSessions(tx, record);
  }

  /** Takes a member off the list, whatever their login says. Ends their sessions and consultations. Refuses `member-not-found`, `member-self`. */
  async remove(
    tx: Transaction,
    caller: Caller,
    place: { readonly clinicId: ClinicId; readonly member: MemberId },
  ): Promise<void> {
    const record = await this.#other(tx, caller, place);
    if (record.status === 'invited') {
      await tx.members.delete(record.id);
      return;
    }
    const { authorisationId: _gone, ...kept } = record;
    await tx.members.save({ ...kept, name: '', status: 'removed' });
    await this.#endSessions(tx, record);
    const { principalId, clinicId } = record;
    if (principalId !== undefined) await this.#parts.claims.letGo(tx, principalId, [clinicId]);
  }

  /** Ends one session of a member, or all. One that is over is no mistake. Refuses `member-not-found`. */
  async signOut(
    tx: Transaction,
    { clinicId, member, session }: SignOutMemberRequest & { readonly clinicId: ClinicId },
  ): Promise<void> {
    await this.#endSessions(tx, await this.#listed(tx, { clinicId, member }), session);
  }

  readonly #isLive = (session: SessionRecord): boolean =>
    this.#parts.sessions.endsAt(session) > this.#parts.clock.now();

  #view(record: MemberRecord, sessions: readonly SessionRecord[], manages: boolean): Member {
    const { id, name, role, principalId, codeEndsAt, authorisationId } = record;
    const managed = {
      ...(principalId === undefined && codeEndsAt !== undefined ? { invitedUntil: codeEndsAt } : {}),
      sessions: sessions.map(({ id: session, startedAt, activeAt }) => ({
        id: session,
        startedAt,
        activeAt,
      })),
    };
    return {
      id,
      name,
      role,
      status: principalId === undefined ? 'invited' : 'active',
      signedIn: sessions.length > 0,
      ...(authorisationId === undefined ? {} : { authorised: true as const }),
      ...(principalId === undefined ? {} : { principalId }),
      ...(manages ? managed : {}),
    };
  }

  async #listed(
    tx: ReadTransaction,
    { clinicId, member }: { readonly clinicId: ClinicId; readonly member: MemberId },
  ): Promise<MemberRecord> {
    const record = await tx.members.get(member);
    if (record?.clinicId !== clinicId || record.status === 'removed') throw new Refusal('member-not-found');
    return record;
  }

  /** Nobody takes the list out of their own hands: so there is always a manager left. */
  async #other(
    tx: ReadTransaction,
    { principal }: Caller,
    place: { readonly clinicId: ClinicId; readonly member: MemberId },
  ): Promise<MemberRecord> {
    const record = await this.#listed(tx, place);
    if (record.principalId === principal.id) throw new Refusal('member-self');
    return record;
  }

  async #endSessions(tx: Transaction, { principalId }: MemberRecord, only?: string): Promise<void> {
    if (principalId === undefined) return;
    for (const session of await tx.sessions.ofPrincipal(principalId)) {
      if (only === undefined || session.id === only) await this.#parts.sessions.end(tx, session, 'revoked');
    }
  }
}
