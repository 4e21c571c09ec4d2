import {
  finalInviteStatuses,
  isOver,
  laterInviteStatus,
  millisecondsBetween,
  openingAt,
  type Guest,
  type InviteId,
  type ProblemCode,
  type Session,
  type Visit,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { InviteRecord } from '../ports/records.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { durations, limits } from './limits.ts';
import { found, Refusal, type RefusalDetails } from './refusal.ts';
import type { Sessions } from './sessions.ts';
import type { VisitChanges } from './visit-changes.ts';

/** An invitation being redeemed, with secrets already hashed. */
export interface Redemption {
  readonly token: string;
  readonly tokenHash: string;
  /** By the digest of a link's token, or by the invitation that a code was found to stand for. */
  readonly by: { readonly inviteHash: string } | { readonly inviteId: InviteId };
  readonly deviceHash: string;
  /** What the guest wants to be called. */
  readonly name?: string | undefined;
  /** Of the request; the same when it is asked again. */
  readonly key?: string | undefined;
}

interface Entering {
  readonly visit: Visit;
  readonly invite: InviteRecord;
  readonly name: string | undefined;
}

const withName = (visit: Visit, participantId: string, name: string | undefined): Visit =>
  name === undefined
    ? visit
    : {
        ...visit,
        participants: visit.participants.map((one) => (one.id === participantId ? { ...one, name } : one)),
      };

const isDead = ({ status }: InviteRecord): boolean => status === 'revoked' || status === 'expired';

/** The way in for somebody with an invitation: one link, one device. */
export class GuestEntry {
  readonly #clock: ServerClock;
  readonly #sessions: Sessions;
  readonly #changes: VisitChanges;

  constructor(parts: {
    readonly clock: ServerClock;
    readonly sessions: Sessions;
    readonly changes: VisitChanges;
  }) {
    this.#clock = parts.clock;
    this.#sessions = parts.sessions;
    this.#changes = parts.changes;
  }

  /**
   * Gives a session for an invitation, and a place in the queue with the first one. The device that redeemed it may
   * come again as long as the visit lasts; every other is refused `invite-used`. One for later is refused
   * `invite-early` until its message goes out, whoever was handed the link before.
   */
  async redeem(tx: Transaction, given: Redemption): Promise<Session> {
    const { invite, visit } = await this.#open(tx, given);
    const isFirst = invite.deviceHash === undefined;
    const redeemed: InviteRecord = {
      ...invite,
      ...(isFirst && given.key !== undefined ? { redeemedBy: given.key } : {}),
      deviceHash: given.deviceHash,
      status: laterInviteStatus(invite.status, 'opened'),
    };
    await tx.invites.save(redeemed);
    tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
    const { token, tokenHash, deviceHash, name } = given;
    await this.#enter(tx, { visit, invite, name });
    const known = visit.participants.find(({ id }) => id === invite.participantId)?.name;
    const shown = name ?? known;
    const principal: Guest = {
      kind: 'guest',
      id: invite.guestId,
      inviteId: invite.id,
      ...(shown === undefined ? {} : { name: shown }),
    };
    const session = await this.#sessions.start(tx, { token, tokenHash, deviceHash, principal });
    const isRepeated = given.key !== undefined && given.key === invite.redeemedBy;
    return isFirst || isRepeated ? session : { ...session, resumed: true };
  }

  /** The invitation that something brought along stands for. */
  async find(tx: ReadTransaction, by: Redemption['by']): Promise<InviteRecord | undefined> {
    return 'inviteId' in by ? tx.invites.get(by.inviteId) : tx.invites.byTokenHash(by.inviteHash);
  }

  /** Tells the clinic that a second device was refused. */
  async noteOtherDevice(tx: Transaction, by: Redemption['by']): Promise<void> {
    const invite = await this.find(tx, by);
    const now = this.#clock.now();
    const { otherDeviceAt } = invite ?? {};
    if (invite === undefined || finalInviteStatuses.includes(invite.status)) return;
    if (otherDeviceAt !== undefined && millisecondsBetween(otherDeviceAt, now) < durations.otherDevice)
      return;
    await tx.invites.save({ ...invite, otherDeviceAt: now });
    tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
  }

  /** Refuses `invite-not-found`, `invite-used`, `invite-ended`, `invite-early`. */
  async #open(
    tx: ReadTransaction,
    { by, deviceHash }: Redemption,
  ): Promise<{ readonly invite: InviteRecord; readonly visit: Visit }> {
    const invite = found(await this.find(tx, by), 'invite-not-found');
    const visit = await tx.visits.get(invite.visitId);
    const refusal = this.#refusal(invite, visit, deviceHash);
    if (visit !== undefined && refusal === undefined) {
      this.#refuseEarly(invite);
      return { invite, visit };
    }
    throw new Refusal(refusal ?? 'invite-ended', await this.#whatNow(tx, invite));
  }

  #refuseEarly({ deviceHash, sentAt }: InviteRecord): void {
    const early = millisecondsBetween(this.#clock.now(), sentAt);
    if (deviceHash !== undefined || early <= 0) return;
    throw new Refusal('invite-early', { retryAfter: Math.ceil(early / 1000) });
  }

  #refusal(invite: InviteRecord, visit: Visit | undefined, deviceHash: string): ProblemCode | undefined {
    const again = invite.deviceHash === deviceHash;
    if (invite.deviceHash !== undefined && !again) return 'invite-used';
    const isOut = !again && invite.expiresAt <= this.#clock.now();
    return visit === undefined || isOut || isOver(visit.state) || isDead(invite) ? 'invite-ended' : undefined;
  }

  /**
   * Whoever holds 128 bits of a link is told where to call, and nothing else: no name, and only what the clinic tells
   * everybody. Not who has said that they do not know it: they have nothing to call about.
   */
  async #whatNow(tx: ReadTransaction, { clinicId, wrongPerson }: InviteRecord): Promise<RefusalDetails> {
    const clinic = wrongPerson === true ? undefined : await tx.clinics.get(clinicId);
    const phone = clinic && openingAt(clinic.opening, this.#clock.now()).phone;
    return phone === undefined ? {} : { phone };
  }

  async #enter(tx: Transaction, { visit, invite, name }: Entering): Promise<void> {
    const { guestId: by, participantId: as } = invite;
    const there = await this.#atTheDoor(tx, visit, invite);
    const named = withName(there, as, name);
    if (there.state === 'invited') await this.#changes.apply(tx, named, { type: 'redeem', by, as });
    else if (named !== there) await this.#changes.put(tx, named, there);
  }

  /** Whoever went and taps the link again stands at the door again. Refuses `visit-full`. */
  async #atTheDoor(
    tx: Transaction,
    visit: Visit,
    { participantId, recipient }: InviteRecord,
  ): Promise<Visit> {
    if (visit.participants.some(({ id }) => id === participantId)) return visit;
    const devices = visit.participants.filter(({ present }) => present === 'device');
    if (devices.length >= limits.participants) throw new Refusal('visit-full');
    const participant = {
      id: participantId,
      role: recipient.role,
      present: 'device',
      admitted: false,
    } as const;
    return this.#changes.apply(tx, visit, { type: 'add', participant });
  }
}
