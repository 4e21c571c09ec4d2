import {
  isOver,
  type ClinicId,
  type Instant,
  type ParticipantId,
  type Principal,
  type PrincipalId,
  type RoomId,
  type Visit,
  type VisitId,
  type VisitView,
} from '@venterum/contract';
import type { ReadTransaction } from '../ports/store.ts';
import { isMember, type Caller } from './caller.ts';
import { hasRoom } from './has-room.ts';
import { situationOf, type QueueSituation } from './queue-situation.ts';
import { Refusal } from './refusal.ts';
import { clinicView, joinerView } from './visit-views.ts';

/** A visit of one of the caller's clinics. Refuses `visit-not-found`. */
export const visitOfClinic = async (tx: ReadTransaction, caller: Caller, id: VisitId): Promise<Visit> => {
  const visit = await tx.visits.get(id);
  if (visit === undefined || !isMember(caller.principal, visit.clinicId))
    throw new Refusal('visit-not-found');
  return visit;
};

/** Refuses `claimed-by-other` when a colleague of the caller has the visit. */
export const refuseForeignClaim = (visit: Visit, { principal }: Caller): void => {
  if (hasRoom(visit) && visit.claim?.by !== principal.id) throw new Refusal('claimed-by-other');
};

/** Somebody on the joining side, and which participant they are. */
export interface Joiner {
  readonly principalId: PrincipalId;
  readonly participantId: ParticipantId;
}

/** Which participant of a visit somebody is; `undefined` for somebody who is none on the joining side. */
export const participantOf = async (
  tx: ReadTransaction,
  visit: Visit,
  principalId: PrincipalId,
): Promise<ParticipantId | undefined> => {
  if (visit.joinedBy === principalId) return visit.joinedAs;
  const invite = await tx.invites.ofGuest(principalId);
  if (invite?.visitId !== visit.id || invite.status === 'revoked') return undefined;
  return visit.participants.some(({ id }) => id === invite.participantId) ? invite.participantId : undefined;
};

/** Everybody on the joining side of a visit. */
export const joinersOf = async (tx: ReadTransaction, visit: Visit): Promise<readonly Joiner[]> => {
  const joiner = { principalId: visit.joinedBy, participantId: visit.joinedAs };
  const others = visit.participants.filter(
    ({ id, role, present }) => id !== visit.joinedAs && role !== 'clinician' && present === 'device',
  );
  if (others.length === 0) return [joiner];
  const invites = await tx.invites.ofVisit(visit.id);
  const guests = invites
    .filter(
      ({ status, participantId }) => status !== 'revoked' && others.some(({ id }) => id === participantId),
    )
    .map(({ guestId, participantId }) => ({ principalId: guestId, participantId }));
  return [joiner, ...guests];
};

/** The active visits somebody on the joining side is in. */
export const visitsOf = async (tx: ReadTransaction, principal: Principal): Promise<readonly Visit[]> => {
  const joined = await tx.visits.joinedBy(principal.id);
  if (principal.kind !== 'guest' || joined.length > 0) return joined;
  const invite = await tx.invites.ofGuest(principal.id);
  const visit = invite === undefined ? undefined : await tx.visits.get(invite.visitId);
  if (visit === undefined || (await participantOf(tx, visit, principal.id)) === undefined) return [];
  return [visit];
};

/** The open rooms somebody is in, on either side. */
export const roomsOf = async (tx: ReadTransaction, principal: Principal): Promise<readonly RoomId[]> => {
  if (principal.kind !== 'clinic-staff') {
    return (await visitsOf(tx, principal)).flatMap(({ roomId, state }) =>
      isOver(state) ? [] : (roomId ?? []),
    );
  }
  const rooms: RoomId[] = [];
  for (const clinicId of principal.clinicIds) {
    for (const { id, claimedBy } of await tx.visits.queue(clinicId)) {
      const visit = claimedBy === principal.id ? await tx.visits.get(id) : undefined;
      if (visit?.roomId !== undefined) rooms.push(visit.roomId);
    }
  }
  return rooms;
};

/** Whether somebody waits, or is in a consultation, on either side. */
export const isBusy = async (tx: ReadTransaction, principal: Principal): Promise<boolean> => {
  if (principal.kind !== 'clinic-staff')
    return (await visitsOf(tx, principal)).some(({ state }) => !isOver(state));
  for (const clinicId of principal.clinicIds) {
    const queue = await tx.visits.queue(clinicId);
    if (queue.some(({ claimedBy }) => claimedBy === principal.id)) return true;
  }
  return false;
};

/** Views for one reader; reads each clinic's queue once. */
export class ViewReader {
  readonly #tx: ReadTransaction;
  readonly #now: Instant;
  readonly #situations = new Map<ClinicId, QueueSituation>();

  constructor(tx: ReadTransaction, now: Instant) {
    this.#tx = tx;
    this.#now = now;
  }

  /** The queue of a clinic. */
  async situation(clinicId: ClinicId): Promise<QueueSituation> {
    const known = this.#situations.get(clinicId) ?? (await situationOf(this.#tx, clinicId, this.#now));
    this.#situations.set(clinicId, known);
    return known;
  }

  /** The visit as this principal sees it; `undefined` when it is none of theirs. */
  async viewOf(visit: Visit, principal: Principal): Promise<VisitView | undefined> {
    if (isMember(principal, visit.clinicId)) return clinicView(visit);
    const me = await participantOf(this.#tx, visit, principal.id);
    return me === undefined ? undefined : joinerView(visit, await this.situation(visit.clinicId), me);
  }

  /** As {@link viewOf}, by id. */
  async viewById(id: VisitId, principal: Principal): Promise<VisitView | undefined> {
    const visit = await this.#tx.visits.get(id);
    return visit === undefined ? undefined : this.viewOf(visit, principal);
  }
}
