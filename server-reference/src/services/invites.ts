import {
  instantPlus,
  isOver,
  isResendable,
  isRevocable,
  readPhone,
  type ClinicId,
  type Invite,
  type InviteId,
  type InviteRequest,
  type Participant,
  type Recipient,
  type Visit,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { InviteRecord } from '../ports/records.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { isMember, type Caller } from './caller.ts';
import type { InviteSending } from './invite-sending.ts';
import { durations, limits } from './limits.ts';
import { putOut } from './putting-out.ts';
import { found, Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What invitations need. */
export interface InviteParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly changes: VisitChanges;
  readonly sessions: Sessions;
  readonly sending: InviteSending;
}

/** A link's secret and its digest, made before the unit of work. */
export interface InviteSecret {
  readonly token: string;
  readonly tokenHash: string;
}

/** An invitation as its clinic sees it. */
export const toInvite = (record: InviteRecord): Invite => {
  const { id, clinicId, visitId, participantId, recipient, status, sentAt, expiresAt } = record;
  return { id, clinicId, visitId, participantId, recipient, status, sentAt, expiresAt };
};

const checkedPhones = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.map((recipient, index) => {
    const { phone } = readPhone(recipient.phone);
    if (phone === undefined)
      throw new Refusal('phone-invalid', { fields: [`/recipients/${String(index)}/phone`] });
    return { ...recipient, phone };
  });

/** Invitations by SMS: to a visit of their own in the clinic's queue, or into a running one. */
export class Invites {
  readonly #parts: InviteParts;

  constructor(parts: InviteParts) {
    this.#parts = parts;
  }

  /** Secrets for so many links; hashing waits, so not inside a unit of work. */
  async secrets(count: number): Promise<readonly InviteSecret[]> {
    const tokens = Array.from({ length: count }, () => this.#parts.ids.id());
    return Promise.all(
      tokens.map(async (token) => ({ token, tokenHash: await this.#parts.ids.hash(token) })),
    );
  }

  /** Of one clinic, newest first. Refuses `clinic-not-found`. */
  async list(tx: ReadTransaction, caller: Caller, clinicId: ClinicId): Promise<readonly Invite[]> {
    if (!isMember(caller.principal, clinicId)) throw new Refusal('clinic-not-found');
    return (await tx.invites.ofClinic(clinicId, limits.listedInvites)).map(toInvite);
  }

  /** Refuses `clinic-not-found`, `visit-not-found`, `visit-state`, `phone-invalid`, `limit-reached`. */
  async send(
    tx: Transaction,
    caller: Caller,
    given: { readonly request: InviteRequest; readonly secrets: readonly InviteSecret[] },
  ): Promise<readonly Invite[]> {
    const { request, secrets } = given;
    if (!isMember(caller.principal, request.clinicId)) throw new Refusal('clinic-not-found');
    const recipients = checkedPhones(request.recipients);
    this.#parts.sending.checkRate(caller, recipients);
    const guests = recipients.map((recipient) => ({
      recipient,
      guestId: this.#parts.ids.id(),
      participant: this.#participantOf(recipient),
    }));
    const visit = await this.#visitFor(tx, request, guests);
    const sent: Invite[] = [];
    for (const [index, guest] of guests.entries()) {
      const { token, tokenHash } = found(secrets[index], 'internal');
      const record = this.#recordOf({ visit, guest, tokenHash, language: request.language });
      await this.#dispatch(tx, record, token);
      sent.push(toInvite(record));
    }
    return sent;
  }

  /**
   * The same invitation once more, with a new link and lifetime, also when it has expired; the old link is void.
   * Refuses `invite-ended` when it is revoked or its visit over, `invite-used` when somebody came by it.
   */
  async resend(
    tx: Transaction,
    caller: Caller,
    given: { id: InviteId; secret: InviteSecret },
  ): Promise<Invite> {
    const invite = await this.#own(tx, caller, given.id);
    const visit = found(await tx.visits.get(invite.visitId), 'invite-ended');
    if (invite.status === 'revoked' || isOver(visit.state)) throw new Refusal('invite-ended');
    if (!isResendable(invite.status)) throw new Refusal('invite-used');
    this.#parts.sending.checkRate(caller, [invite.recipient]);
    const now = this.#parts.clock.now();
    const again: InviteRecord = {
      ...invite,
      tokenHash: given.secret.tokenHash,
      attemptId: this.#parts.ids.id(),
      status: 'queued',
      sentAt: now,
      expiresAt: instantPlus(now, durations.invite),
    };
    await this.#dispatch(tx, again, given.secret.token);
    return toInvite(again);
  }

  /** Voids a link, and puts out whoever came by it, whatever they are at. Refuses `invite-ended`. */
  async revoke(tx: Transaction, caller: Caller, id: InviteId): Promise<Invite> {
    const invite = await this.#own(tx, caller, id);
    if (!isRevocable(invite.status)) throw new Refusal('invite-ended');
    const revoked: InviteRecord = { ...invite, status: 'revoked' };
    await tx.invites.save(revoked);
    tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: id });
    for (const session of await tx.sessions.ofPrincipal(invite.guestId)) {
      await this.#parts.sessions.end(tx, session, 'revoked');
    }
    await putOut(tx, this.#parts.changes, revoked);
    return toInvite(revoked);
  }

  async #own(tx: ReadTransaction, caller: Caller, id: InviteId): Promise<InviteRecord> {
    const invite = await tx.invites.get(id);
    if (invite === undefined || !isMember(caller.principal, invite.clinicId))
      throw new Refusal('invite-not-found');
    return invite;
  }

  async #dispatch(tx: Transaction, record: InviteRecord, token: string): Promise<void> {
    await tx.invites.save(record);
    tx.emit({ kind: 'invite', clinicId: record.clinicId, inviteId: record.id });
    // A message cannot be called back, so it goes out only once the invitation is kept.
    tx.afterCommit(() => {
      this.#parts.sending.send(record, token);
    });
  }

  #participantOf({ role }: Recipient): Participant {
    return { id: this.#parts.ids.id(), role, present: 'device', admitted: false };
  }

  async #visitFor(
    tx: Transaction,
    { clinicId, visitId }: InviteRequest,
    guests: readonly Guest[],
  ): Promise<Visit> {
    if (visitId === undefined) return this.#newVisit(tx, clinicId, guests);
    const running = await tx.visits.get(visitId);
    if (running?.clinicId !== clinicId) throw new Refusal('visit-not-found');
    const devices = running.participants.filter(({ present }) => present === 'device');
    if (devices.length + guests.length > limits.participants) throw new Refusal('limit-reached');
    let visit = running;
    for (const { participant } of guests) {
      visit = await this.#parts.changes.apply(tx, visit, { type: 'add', participant });
    }
    return visit;
  }

  async #newVisit(tx: Transaction, clinicId: ClinicId, guests: readonly Guest[]): Promise<Visit> {
    const first = found(guests[0], 'request-invalid');
    const visit: Visit = {
      id: this.#parts.ids.id(),
      clinicId,
      kind: 'consultation',
      origin: 'sms',
      test: false,
      state: 'invited',
      joinedBy: first.guestId,
      joinedAs: first.participant.id,
      arrivedAt: this.#parts.clock.now(),
      presence: 'away',
      participants: guests.map(({ participant }) => participant),
    };
    await this.#parts.changes.put(tx, visit);
    return visit;
  }

  #recordOf(given: {
    readonly visit: Visit;
    readonly guest: Guest;
    readonly tokenHash: string;
    readonly language: InviteRequest['language'];
  }): InviteRecord {
    const { visit, guest, tokenHash, language } = given;
    const now = this.#parts.clock.now();
    return {
      id: this.#parts.ids.id(),
      clinicId: visit.clinicId,
      visitId: visit.id,
      participantId: guest.participant.id,
      recipient: guest.recipient,
      status: 'queued',
      sentAt: now,
      expiresAt: instantPlus(now, durations.invite),
      tokenHash,
      guestId: guest.guestId,
      language,
      attemptId: this.#parts.ids.id(),
    };
  }
}

interface Guest {
  readonly recipient: Recipient;
  readonly guestId: string;
  readonly participant: Participant;
}
