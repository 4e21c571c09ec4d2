import {
  activeVisitStates,
  instantPlus,
  type Instant,
  type ParticipantId,
  type PrincipalId,
  type RoomId,
  type Visit,
} from '@venterum/contract';
import type { Bus } from '../ports/bus.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { PeerIds } from '../ports/peer-ids.ts';
import type { RoomMember, RoomMembers, Unsubscribe } from '../ports/room-members.ts';
import type { ReadTransaction, DataStore, Transaction } from '../ports/store.ts';
import type { TicketGrant } from '../ports/tickets.ts';
import { noteGuest } from './guest-status.ts';
import { durations } from './limits.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What the rooms need. */
export interface RoomParts {
  readonly clock: ServerClock;
  readonly store: DataStore;
  readonly bus: Bus;
  readonly peerIds: PeerIds;
  readonly changes: VisitChanges;
  /** Whether somebody's page is open. */
  readonly isPresent: (principalId: PrincipalId) => boolean;
}

const isOpenFor = (visit: Visit | undefined, roomId: RoomId): visit is Visit =>
  visit?.roomId === roomId && activeVisitStates.includes(visit.state);

const principalOf = async (
  tx: ReadTransaction,
  visit: Visit,
  participantId: ParticipantId,
): Promise<PrincipalId | undefined> => {
  const participant = visit.participants.find(({ id }) => id === participantId);
  if (participant?.role === 'clinician') return visit.claim?.by;
  if (participantId === visit.joinedAs) return visit.joinedBy;
  const invites = await tx.invites.ofVisit(visit.id);
  return invites.find((one) => one.participantId === participantId && one.status !== 'revoked')?.guestId;
};

const sessionIdsOf = async (
  tx: ReadTransaction,
  visit: Visit,
  participantId: ParticipantId,
): Promise<readonly string[]> => {
  const principalId = await principalOf(tx, visit, participantId);
  if (principalId === undefined) return [];
  const sessions = await tx.sessions.ofPrincipal(principalId);
  return sessions.flatMap(({ id, continues = [] }) => [id, ...continues]);
};

/** Somebody belongs to a room while they are let in, and signed in where they asked for the way in. */
const belongs = async (
  tx: ReadTransaction,
  visit: Visit,
  { participantId, sessionId }: Pick<TicketGrant, 'participantId' | 'sessionId'>,
): Promise<boolean> =>
  visit.participants.some(({ id, admitted }) => id === participantId && admitted) &&
  (await sessionIdsOf(tx, visit, participantId)).includes(sessionId);

/** The rooms, as signalling sees them: a room is a called visit, and its members are who was let in. */
export class VisitRooms implements RoomMembers {
  readonly #parts: RoomParts;
  readonly #listeningSince: Instant;
  readonly #connected = new Set<string>();
  #isReconciled = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#listeningSince = parts.clock.now();
  }

  isOpen(grant: TicketGrant): Promise<boolean> {
    return this.#parts.store.read(async (tx) => {
      const visit = await tx.visits.get(grant.visitId);
      return isOpenFor(visit, grant.roomId) && belongs(tx, visit, grant);
    });
  }

  peers(roomId: RoomId): Promise<readonly RoomMember[]> {
    return this.#parts.store.read(async (tx) => {
      const visit = await tx.visits.byRoom(roomId);
      if (!isOpenFor(visit, roomId)) return [];
      const members: RoomMember[] = [];
      for (const participant of visit.participants) {
        const { id: participantId, present, admitted } = participant;
        if (present !== 'device') continue;
        const sessionIds = await sessionIdsOf(tx, visit, participantId);
        if (admitted && sessionIds.length === 0) continue;
        members.push({
          participantId,
          admitted,
          sessionIds,
          peerId: await this.#parts.peerIds.of(roomId, participant),
        });
      }
      return members;
    });
  }

  connected(grant: TicketGrant): Promise<void> {
    this.#connected.add(grant.peerId);
    return this.#parts.store.transact(async (tx) => {
      const visit = await tx.visits.get(grant.visitId);
      if (!isOpenFor(visit, grant.roomId) || !(await belongs(tx, visit, grant))) return;
      const { participantId, peerId } = grant;
      const there = await this.#parts.changes.apply(tx, visit, { type: 'connect', participantId, peerId });
      const answering = participantId !== visit.participants.find(({ role }) => role === 'clinician')?.id;
      if (there.state === 'called' && answering) {
        await this.#parts.changes.apply(tx, there, { type: 'answer', participantId });
      }
    });
  }

  disconnected(grant: TicketGrant): Promise<void> {
    this.#connected.delete(grant.peerId);
    return this.#parts.store.transact(async (tx) => {
      const visit = await tx.visits.get(grant.visitId);
      const { participantId } = grant;
      const there =
        isOpenFor(visit, grant.roomId) && visit.participants.some(({ id }) => id === participantId);
      if (there) await this.#disconnect(tx, visit, participantId);
    });
  }

  /** Once, a moment after the server starts: finds those who were connected when it died, and did not come back. */
  async reconcile(): Promise<void> {
    const { clock, store } = this.#parts;
    if (this.#isReconciled || clock.now() < instantPlus(this.#listeningSince, durations.presenceAfterStart))
      return;
    await store.transact(async (tx) => {
      for (const visit of await tx.visits.inRoom()) await this.#disconnectLost(tx, visit);
    });
    this.#isReconciled = true;
  }

  async #disconnectLost(tx: Transaction, visit: Visit): Promise<void> {
    let there = visit;
    for (const { id: participantId, peerId } of visit.participants) {
      if (peerId === undefined || this.#connected.has(peerId)) continue;
      there = await this.#disconnect(tx, there, participantId);
    }
  }

  /** Who is not connected but has the page open comes back by themselves: until then they are as good as in the call. */
  async #disconnect(tx: Transaction, visit: Visit, participantId: ParticipantId): Promise<Visit> {
    const there = await this.#parts.changes.apply(tx, visit, { type: 'connect', participantId });
    const invites = await tx.invites.ofVisit(visit.id);
    const invite = invites.find((one) => one.participantId === participantId);
    if (invite !== undefined && !this.#parts.isPresent(invite.guestId)) await noteGuest(tx, invite, 'opened');
    return there;
  }

  onRoomClosed(listener: (roomId: RoomId) => void): Unsubscribe {
    return this.#on('room-closed', listener);
  }

  onRoomChanged(listener: (roomId: RoomId) => void): Unsubscribe {
    return this.#on('room-changed', listener);
  }

  #on(kind: 'room-closed' | 'room-changed', listener: (roomId: RoomId) => void): Unsubscribe {
    return this.#parts.bus.subscribe((events) => {
      for (const event of events) if (event.kind === kind) listener(event.roomId);
    });
  }
}
