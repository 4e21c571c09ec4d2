import type { Participant, RoomId } from '@venterum/contract';

/**
 * Issues signalling ids: 128 bits, stable for a participant in a room, unguessable for everybody else. The clinician's is smaller
 * than all others': the greater id calls, and whoever comes in last knows who is there without waiting to be told.
 */
export interface PeerIds {
  of(roomId: RoomId, participant: Pick<Participant, 'id' | 'role'>): Promise<string>;
}
