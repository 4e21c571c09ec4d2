import type { Instant, Participant, Visit } from '@venterum/contract';
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

/** Who takes a visit on when whoever it was made for is put out: the first other guest whose link is still good. */
const successorOf = (
  { participants }: Visit,
  invites: readonly InviteRecord[],
  out: InviteRecord,
): InviteRecord | undefined =>
  invites.find(
    ({ id, status, participantId }) =>
      id !== out.id &&
      isRevocable(status) &&
      participants.some((one) => one.id === participantId && isOnJoiningDevice(one)),
  );

/** The visit with somebody it is made for: whoever is invited into one that is left without. */
export const taken = (visit: Visit, { guestId, participant, at }: Taker): Visit =>
  visit.participants.some(({ id }) => id === visit.joinedAs)
    ? visit
    : { ...visit, joinedBy: guestId, joinedAs: participant.id, arrivedAt: at };

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
  const without = {
    ...visit,
    participants: visit.participants.filter(({ id }) => id !== out.participantId),
  };
  if (visit.joinedAs !== out.participantId) {
    await changes.put(tx, without, visit);
    return;
  }
  const successor = successorOf(visit, await tx.invites.ofVisit(visit.id), out);
  if (successor === undefined) await changes.apply(tx, visit, { type: otherwise });
  else {
    const { guestId: joinedBy, participantId: joinedAs } = successor;
    await changes.put(tx, { ...without, joinedBy, joinedAs }, visit);
  }
};
