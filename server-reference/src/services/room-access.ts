import { signalPath, type ParticipantId, type RoomAccess, type Visit } from '@venterum/contract';
import type { Ice } from '../ports/ice.ts';
import type { PeerIds } from '../ports/peer-ids.ts';
import type { Tickets } from '../ports/tickets.ts';
import type { Caller } from './caller.ts';
import { found } from './refusal.ts';

/** What a way into a room is made from. */
export interface RoomAccessParts {
  readonly tickets: Tickets;
  readonly peerIds: PeerIds;
  readonly ice: Ice;
}

/** Gives out ways into rooms. Whether somebody may have one is decided before. */
export class RoomAccesses {
  readonly #parts: RoomAccessParts;

  constructor(parts: RoomAccessParts) {
    this.#parts = parts;
  }

  /** A one-time way in for one participant of a visit with an open room. */
  async give(visit: Visit, caller: Caller, participantId: ParticipantId): Promise<RoomAccess> {
    const roomId = found(visit.roomId, 'visit-state');
    const participant = found(
      visit.participants.find(({ id }) => id === participantId),
      'visit-not-found',
    );
    const peerId = await this.#parts.peerIds.of(roomId, participant);
    const ticket = await this.#parts.tickets.issue({
      visitId: visit.id,
      clinicId: visit.clinicId,
      roomId,
      participantId,
      peerId,
      principalId: caller.principal.id,
      sessionId: caller.session.id,
    });
    return {
      roomId,
      participantId,
      provider: 'peer',
      ticket,
      peerId,
      signalPath,
      ...(await this.#parts.ice.access(participantId)),
    };
  }
}
