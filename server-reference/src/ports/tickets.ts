import type { ClinicId, ParticipantId, PrincipalId, RoomId, VisitId } from '@venterum/contract';

/** What a ticket opens: one participant's signalling in one room. */
export interface TicketGrant {
  readonly visitId: VisitId;
  readonly clinicId: ClinicId;
  readonly roomId: RoomId;
  readonly participantId: ParticipantId;
  readonly peerId: string;
  readonly principalId: PrincipalId;
  /** The session it was asked for in: whoever it was for is out when that ends, also with another one elsewhere. */
  readonly sessionId: string;
}

/** One-time tickets of `signalLimits.ticketSeconds`. */
export interface Tickets {
  /** A new ticket, 256 random bits, base64url. Only its hash is kept. */
  issue(grant: TicketGrant): Promise<string>;
  /** The grant, the first time only; `undefined` when unknown, used or too old. */
  redeem(ticket: string): Promise<TicketGrant | undefined>;
}
