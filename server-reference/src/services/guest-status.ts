import type { InviteStatus, Visit } from '@venterum/contract';
import type { InviteRecord } from '../ports/records.ts';
import type { Transaction } from '../ports/store.ts';

/** Where somebody is who has opened the link: gone again, at the door or in the queue, in the room. */
export type GuestStatus = Extract<InviteStatus, 'opened' | 'ready' | 'in-call'>;

const whereabouts: readonly InviteStatus[] = ['opened', 'ready', 'in-call'] satisfies GuestStatus[];

/** Notes where somebody with an invitation is. Nothing for whom it was never opened, or is over. */
export const noteGuest = async (
  tx: Transaction,
  invite: InviteRecord,
  status: GuestStatus,
): Promise<void> => {
  if (invite.status === status || !whereabouts.includes(invite.status)) return;
  const entered = status === 'in-call' ? { hasEntered: true } : {};
  await tx.invites.save({ ...invite, ...entered, status });
  tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
};

/** What a visit tells of it; `undefined` where it tells nothing new, as of somebody who is on the way in. */
const toldBy = (visit: Visit, { participantId, status }: InviteRecord): GuestStatus | undefined => {
  const participant = visit.participants.find(({ id }) => id === participantId);
  if (participant === undefined) return 'opened';
  if (participant.peerId !== undefined) return 'in-call';
  return status === 'in-call' && !participant.admitted ? 'ready' : undefined;
};

const placesIn = ({ participants }: Visit): string =>
  participants.map(({ id, admitted, peerId = '' }) => `${id} ${String(admitted)} ${peerId}`).join();

/** Notes of everybody invited to a visit where its change has brought them. */
export const noteGuests = async (tx: Transaction, before: Visit, after: Visit): Promise<void> => {
  if (placesIn(before) === placesIn(after)) return;
  for (const invite of await tx.invites.ofVisit(after.id)) {
    const status = toldBy(after, invite);
    if (status !== undefined) await noteGuest(tx, invite, status);
  }
};
