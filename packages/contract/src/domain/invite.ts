import type { Phone } from '../identifiers/phone.ts';
import type { ClinicId } from './clinic.ts';
import type { Instant } from './instant.ts';
import type { ParticipantId, ParticipantRole } from './participant.ts';
import type { VisitId } from './visit.ts';

/** Id of an invitation. */
export type InviteId = string;

/**
 * How far an invitation is. `queued` to `unknown` are what the SMS gateway reports; `opened` and later what its owner did.
 * An unknown word of a gateway never becomes `delivered`.
 */
export type InviteStatus =
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'expired'
  | 'unknown'
  | 'opened'
  | 'ready'
  | 'used'
  | 'revoked';

/** Whom an invitation is for. */
export interface Recipient {
  /** Seen by the clinic only; never in the SMS. */
  readonly name: string;
  readonly phone: Phone;
  readonly role: Exclude<ParticipantRole, 'clinician'>;
}

/** One invitation to one recipient, as the clinic sees it. The link is in the SMS and nowhere else. */
export interface Invite {
  readonly id: InviteId;
  readonly clinicId: ClinicId;
  readonly visitId: VisitId;
  readonly participantId: ParticipantId;
  readonly recipient: Recipient;
  readonly status: InviteStatus;
  readonly sentAt: Instant;
  /** The link dies then, unless it has been opened: then it is good in that browser as long as the visit lasts. */
  readonly expiresAt: Instant;
}

/** Statuses that no report changes any more. People can: see {@link isRevocable} and {@link isResendable}. */
export const finalInviteStatuses: readonly InviteStatus[] = ['used', 'revoked', 'expired'];

/** Nobody has opened the link yet: it dies when its time is over. Once opened it lives as long as its visit. */
export const unopenedInviteStatuses: readonly InviteStatus[] = [
  'queued',
  'unknown',
  'sent',
  'failed',
  'delivered',
];

/** Whether an invitation can be taken back, and with it whoever came by it: until it is revoked or has expired. */
export const isRevocable = (status: InviteStatus): boolean => status !== 'revoked' && status !== 'expired';

/**
 * Whether it can be sent again, with a new link and a new lifetime: as long as nobody has opened the last one.
 * The only way out of `expired`; the server refuses it once the visit is over.
 */
export const isResendable = (status: InviteStatus): boolean =>
  unopenedInviteStatuses.includes(status) || status === 'expired';

const rank: Readonly<Record<InviteStatus, number>> = {
  queued: 0,
  unknown: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  opened: 5,
  ready: 6,
  used: 7,
  expired: 8,
  revoked: 8,
};

/** The later of two statuses: reports come out of order and twice, and never take an invitation back. */
export const laterInviteStatus = (known: InviteStatus, reported: InviteStatus): InviteStatus =>
  !finalInviteStatuses.includes(known) && rank[reported] > rank[known] ? reported : known;
