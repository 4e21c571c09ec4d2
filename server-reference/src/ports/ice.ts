import type { ParticipantId, RoomAccess } from '@venterum/contract';

/** A participant's way through firewalls: the part of a way into a room that is about it. */
export type IceAccess = Pick<RoomAccess, 'iceServers' | 'icePolicy' | 'iceSeconds'>;

/** Gives a participant its way through firewalls. */
export interface Ice {
  access(participantId: ParticipantId): Promise<IceAccess>;
}
