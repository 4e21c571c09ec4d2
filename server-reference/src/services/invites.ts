import {
  instantPlus,
  isOver,
  isResendable,
  isRevocable,
  readPhone,
  type Instant,
  type ClinicId,
  type Invite,
  type InviteId,
  type InviteRequest,
  type InviteStatus,
  type Participant,
  type Recipient,
  type Visit,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { InviteLink, InviteSecrets } from '../ports/invite-secrets.ts';
import type { InviteRecord } from '../ports/records.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { isMember, type Caller } from './caller.ts';
import { later, sendAtOf } from './invite-times.ts';
import { durations, limits } from './limits.ts';
import { putOut, taken, type Abandoned } from './putting-out.ts';
import { found, Refusal } from './refusal.ts';
import type { SmsLimits } from './sms-limits.ts';
import type { SmsOutbox } from './sms-outbox.ts';
import type { Sessions } from './sessions.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What invitations need. */
export interface InviteParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly inviteSecrets: InviteSecrets;
  readonly changes: VisitChanges;
  readonly sessions: Sessions;
  readonly outbox: SmsOutbox;
  readonly limits: SmsLimits;
  /** Country calling codes besides 45 that messages may go to. */
  readonly smsCountries: readonly string[];
}

/** An invitation as its clinic sees it. */
export const toInvite = (record: InviteRecord): Invite => {
  const {
    tokenHash: _token,
    guestId: _guest,
    attemptId: _attempt,
    deviceHash: _device,
    redeemedBy: _key,
    hasEntered: _entered,
    code: _code,
    ...invite
  } = record;
  return invite;
};

const checkedPhones = (
  recipients: readonly Recipient[],
  countries: readonly string[],
): readonly Recipient[] =>
  recipients.map((recipient, index) => {
    if (recipient.phone === undefined) return recipient;
    const { phone } = readPhone(recipient.phone, countries);
    if (phone === undefined)
      throw new Refusal('phone-invalid', { fields: [`/recipients/${String(index)}/phone`] });
    return { ...recipient, phone };
  });

type TimedRequest = InviteRequest & { readonly sendAt: Instant };

const firstStatus = ({ phone }: Recipient): InviteStatus => (phone === undefined ? 'issued' : 'queued');

/** Invitations by SMS: to a visit of their own in the clinic's queue, or into a running one. */
export class Invites {
  readonly #parts: InviteParts;

  constructor(parts: InviteParts) {
    this.#parts = parts;
  }

  /** So many links; hashing waits, so not inside a unit of work. */
  async links(count: number): Promise<readonly InviteLink[]> {
    const { ids, inviteSecrets } = this.#parts;
    return Promise.all(
      Array.from({ length: count }, async () => {
        const attemptId = ids.id();
        const token = await inviteSecrets.token(attemptId);
        return { attemptId, tokenHash: await ids.hash(token) };
      }),
    );
  }

  /** Of one clinic, newest first. Refuses `clinic-not-found`. */
  async list(tx: ReadTransaction, caller: Caller, clinicId: ClinicId): Promise<readonly Invite[]> {
    if (!isMember(caller.principal, clinicId)) throw new Refusal('clinic-not-found');
    return (await tx.invites.ofClinic(clinicId, limits.listedInvites)).map(toInvite);
  }

  /** Refuses `clinic-not-found`, `visit-not-found`, `visit-state`, `visit-full`, `phone-invalid`, `limit-reached`. */
  async send(
    tx: Transaction,
    caller: Caller,
    given: { readonly request: InviteRequest; readonly links: readonly InviteLink[] },
  ): Promise<readonly Invite[]> {
    const { request, links } = given;
    if (!isMember(caller.principal, request.clinicId)) throw new Refusal('clinic-not-found');
    const recipients = checkedPhones(request.recipients, this.#parts.smsCountries);
    const sendAt = sendAtOf(request, this.#parts.clock.now());
    await this.#limit(tx, caller, { clinicId: request.clinicId, recipients });
    const guests = recipients.map((recipient) => ({
      recipient,
      guestId: this.#parts.ids.id(),
      participant: this.#participantOf(recipient),
    }));
    const visit = await this.#visitFor(tx, { ...request, sendAt }, guests);
    const sent: Invite[] = [];
    for (const [index, guest] of guests.entries()) {
      const link = found(links[index], 'internal');
      const record = this.#recordOf({ visit, guest, link, sendAt });
      await this.#dispatch(tx, record);
      sent.push(toInvite(record));
    }
    return sent;
  }

  /**
   * The same invitation once more, with a new link and lifetime, also when it has expired; the old link is void. One meant
   * for later keeps its time.
   * Refuses `invite-ended` when it is revoked or its visit over, `invite-used` when somebody came by it.
   */
  async resend(
    tx: Transaction,
    caller: Caller,
    given: { readonly id: InviteId; readonly link: InviteLink },
  ): Promise<Invite> {
    const invite = await this.own(tx, caller, given.id);
    const visit = found(await tx.visits.get(invite.visitId), 'invite-ended');
    if (invite.status === 'revoked' || isOver(visit.state)) throw new Refusal('invite-ended');
    if (!isResendable(invite.status)) throw new Refusal('invite-used');
    await this.#limit(tx, caller, { clinicId: invite.clinicId, recipients: [invite.recipient] });
    const sentAt = later(invite.sentAt, this.#parts.clock.now());
    const { failure: _failure, code: _code, otherDeviceAt: _otherDeviceAt, ...kept } = invite;
    const { attemptId, tokenHash } = given.link;
    const again: InviteRecord = {
      ...kept,
      attemptId,
      tokenHash,
      status: firstStatus(invite.recipient),
      sentAt,
      expiresAt: instantPlus(sentAt, durations.invite),
    };
    const { guestId, participantId } = invite;
    const mine = taken(visit, { guestId, participant: { id: participantId }, at: sentAt });
    if (mine !== visit) await this.#parts.changes.put(tx, mine, visit);
    await this.#dispatch(tx, again);
    return toInvite(again);
  }

  /**
   * Voids a link, and puts out whoever came by it, whatever they are at. `otherwise`: what becomes of a visit that nobody
   * is left in; one that is vacated waits for whoever is invited to it next. Refuses `invite-ended`.
   */
  async revoke(
    tx: Transaction,
    caller: Caller,
    given: { readonly id: InviteId; readonly otherwise: Abandoned },
  ): Promise<Invite> {
    const invite = await this.own(tx, caller, given.id);
    if (!isRevocable(invite.status)) throw new Refusal('invite-ended');
    return toInvite(await this.#void(tx, { ...invite, status: 'revoked' }, given.otherwise));
  }

  /**
   * "I am not who this is for": voids the link, as whoever holds it asks. Refuses `invite-not-found`, `invite-ended`,
   * and to a second device `invite-used`.
   */
  async decline(
    tx: Transaction,
    given: { readonly tokenHash: string; readonly deviceHash: string },
  ): Promise<void> {
    const invite = found(await tx.invites.byTokenHash(given.tokenHash), 'invite-not-found');
    if (invite.deviceHash !== undefined && invite.deviceHash !== given.deviceHash)
      throw new Refusal('invite-used');
    if (invite.wrongPerson === true) return;
    if (!isRevocable(invite.status)) throw new Refusal('invite-ended');
    // The clinic is asked for the right number, and may have it.
    await this.#void(tx, { ...invite, status: 'revoked', wrongPerson: true }, 'vacate');
  }

  /** An invitation of the caller's clinic. Refuses `invite-not-found`. */
  async own(tx: ReadTransaction, caller: Caller, id: InviteId): Promise<InviteRecord> {
    const invite = await tx.invites.get(id);
    if (invite === undefined || !isMember(caller.principal, invite.clinicId))
      throw new Refusal('invite-not-found');
    return invite;
  }

  async #void(tx: Transaction, revoked: InviteRecord, otherwise: Abandoned): Promise<InviteRecord> {
    await tx.invites.save(revoked);
    tx.emit({ kind: 'invite', clinicId: revoked.clinicId, inviteId: revoked.id });
    for (const session of await tx.sessions.ofPrincipal(revoked.guestId)) {
      await this.#parts.sessions.end(tx, session, 'revoked');
    }
    await putOut(tx, this.#parts.changes, { out: revoked, otherwise });
    return revoked;
  }

  /** Invitation and message are kept together, or neither is. */
  async #dispatch(tx: Transaction, record: InviteRecord): Promise<void> {
    await tx.invites.save(record);
    tx.emit({ kind: 'invite', clinicId: record.clinicId, inviteId: record.id });
    if (record.recipient.phone !== undefined) await this.#parts.outbox.put(tx, record);
  }

  async #limit(
    tx: Transaction,
    { principal }: Caller,
    { clinicId, recipients }: Pick<InviteRequest, 'clinicId' | 'recipients'>,
  ): Promise<void> {
    const phones = recipients.flatMap(({ phone }) => phone ?? []);
    await this.#parts.limits.take(tx, { sender: principal.id, clinicId, phones });
  }

  #participantOf({ role }: Recipient): Participant {
    return { id: this.#parts.ids.id(), role, present: 'device', admitted: false };
  }

  async #visitFor(tx: Transaction, request: TimedRequest, guests: readonly Guest[]): Promise<Visit> {
    const { clinicId, visitId } = request;
    if (visitId === undefined) return this.#newVisit(tx, request, guests);
    const running = await tx.visits.get(visitId);
    if (running?.clinicId !== clinicId) throw new Refusal('visit-not-found');
    const devices = running.participants.filter(({ present }) => present === 'device');
    // Whoever calls them needs a place too.
    const called = running.claim === undefined ? 1 : 0;
    if (devices.length + guests.length + called > limits.participants) throw new Refusal('visit-full');
    let visit = running;
    for (const guest of guests) {
      const { participant } = guest;
      visit = await this.#parts.changes.apply(tx, taken(visit, { ...guest, at: request.sendAt }), {
        type: 'add',
        participant,
      });
    }
    return visit;
  }

  async #newVisit(
    tx: Transaction,
    { clinicId, kind = 'consultation', test = false, agreedAt, sendAt }: TimedRequest,
    guests: readonly Guest[],
  ): Promise<Visit> {
    const first = found(guests[0], 'request-invalid');
    const visit: Visit = {
      id: this.#parts.ids.id(),
      clinicId,
      kind,
      origin: 'sms',
      test,
      state: 'invited',
      joinedBy: first.guestId,
      joinedAs: first.participant.id,
      ...(agreedAt === undefined ? {} : { agreedAt }),
      // One invited for later grows old from then on.
      arrivedAt: sendAt,
      presence: 'away',
      participants: guests.map(({ participant }) => participant),
    };
    await this.#parts.changes.put(tx, visit);
    return visit;
  }

  #recordOf(given: {
    readonly visit: Visit;
    readonly guest: Guest;
    readonly link: InviteLink;
    readonly sendAt: Instant;
  }): InviteRecord {
    const { visit, guest, link, sendAt } = given;
    return {
      id: this.#parts.ids.id(),
      clinicId: visit.clinicId,
      visitId: visit.id,
      participantId: guest.participant.id,
      recipient: guest.recipient,
      status: firstStatus(guest.recipient),
      sentAt: sendAt,
      ...(visit.agreedAt === undefined ? {} : { agreedAt: visit.agreedAt }),
      ...(visit.test ? { test: true } : {}),
      expiresAt: instantPlus(sendAt, durations.invite),
      tokenHash: link.tokenHash,
      guestId: guest.guestId,
      attemptId: link.attemptId,
    };
  }
}

interface Guest {
  readonly recipient: Recipient;
  readonly guestId: string;
  readonly participant: Participant;
}
