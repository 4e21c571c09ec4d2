import type { Instant, Participant, ParticipantId, Visit } from '@venterum/contract';
import { isOver, isRevocable } from '@venterum/contract';
import type { InviteRecord } from '../ports/records.ts';
import type { Transaction } from '../ports/store.ts';
import type { VisitChanges } from './visit-changes.ts';

/** Somebody who is invited. */
export interface Taker {
  readonly guestId: string;
  readonly participant: Pick<Participant, 'id'>;
  /** When they are told. */
  readonly at: Instant;
}

const isOnJoiningDevice = ({ role, present }: Participant): boolean =>
  role !== 'clinician' && present === 'device';

/** Who takes a visit on when whoever has it is put out: another guest who came, or whose link is still good. */
const successorOf = (
  { participants }: Visit,
  invites: readonly InviteRecord[],
  out: InviteRecord,
): InviteRecord | undefined => {
  const others = invites.filter(
    ({ id, status, participantId }) =>
      id !== out.id &&
      isRevocable(status) &&
      participants.some((one) => one.id === participantId && isOnJoiningDevice(one)),
  );
  return others.find(hasCome) ?? others[0];
};

const hasCome = ({ deviceHash }: InviteRecord): boolean => deviceHash !== undefined;

/** The visit with somebody it is made for: whoever is invited into one that is left without. */
export const taken = (visit: Visit, { guestId, participant, at }: Taker): Visit =>
  visit.participants.some(({ id }) => id === visit.joinedAs)
    ? visit
    : { ...visit, joinedBy: guestId, joinedAs: participant.id, arrivedAt: at };

const withoutParticipant = (visit: Visit, participantId: ParticipantId): Visit => ({
  ...visit,
  participants: visit.participants.filter(({ id }) => id !== participantId),
});

/** What becomes of a visit that has nobody else left. */
export type Abandoned = 'remove' | 'vacate';

/** Takes somebody out whose invitation was revoked, whatever the visit is at. */
export const putOut = async (
  tx: Transaction,
  changes: VisitChanges,
  { out, otherwise }: { readonly out: InviteRecord; readonly otherwise: Abandoned },
): Promise<void> => {
  const visit = await tx.visits.get(out.visitId);
  if (visit === undefined || isOver(visit.state)) return;
  if (visit.joinedAs !== out.participantId) {
    await changes.put(tx, withoutParticipant(visit, out.participantId), visit);
    return;
  }
  const successor = successorOf(visit, await tx.invites.ofVisit(visit.id), out);
  if (successor === undefined) {
    await changes.apply(tx, visit, { type: otherwise });
    return;
  }
  // Nobody who has not come stands in the queue, where a call would let them in.
  const isCallable = visit.state === 'waiting' || visit.state === 'called';
  const left = isCallable && !hasCome(successor) ? await changes.apply(tx, visit, { type: 'vacate' }) : visit;
  const { guestId: joinedBy, participantId: joinedAs } = successor;
  await changes.put(tx, { ...withoutParticipant(left, out.participantId), joinedBy, joinedAs }, left);
};
