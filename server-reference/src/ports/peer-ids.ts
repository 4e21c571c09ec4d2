import type { ParticipantId, RoomId } from '@venterum/contract';

/** Issues signalling ids: 128 bits, stable for a participant in a room, unguessable for everybody else. */
export interface PeerIds {
  of(roomId: RoomId, participantId: ParticipantId): Promise<string>;
}
