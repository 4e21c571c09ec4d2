import type { Participant, Visit } from '@venterum/contract';
import { isOver, isRevocable } from '@venterum/contract';
import type { InviteRecord } from '../ports/records.ts';
import type { Transaction } from '../ports/store.ts';
import type { VisitChanges } from './visit-changes.ts';

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

/** Takes somebody out whose invitation was revoked, whatever the visit is at; one that has nobody else left is removed. */
export const putOut = async (tx: Transaction, changes: VisitChanges, out: InviteRecord): Promise<void> => {
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
  if (successor === undefined) await changes.apply(tx, visit, { type: 'remove' });
  else {
    const { guestId: joinedBy, participantId: joinedAs } = successor;
    await changes.put(tx, { ...without, joinedBy, joinedAs }, visit);
  }
};
