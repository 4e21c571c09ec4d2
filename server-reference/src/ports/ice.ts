import type { IceServer, ParticipantId } from '@venterum/contract';

/** Gives a participant its way through firewalls. */
export interface Ice {
  servers(participantId: ParticipantId): Promise<readonly IceServer[]>;
  readonly policy: 'all' | 'relay';
}
