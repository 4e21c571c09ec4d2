import type { Phone } from '../identifiers/phone.ts';
import type { ClinicId } from './clinic.ts';
import type { Language } from './consent.ts';
import type { Instant } from './instant.ts';
import type { ParticipantId, ParticipantRole } from './participant.ts';
import type { VisitId } from './visit.ts';

/** Id of an invitation. */
export type InviteId = string;

/**
 * How far an invitation is. `issued`: there is a link but no SMS. `queued` to `unknown` are what the SMS gateway
 * reports; the next where its owner is: `opened` has come by the link and is not there (any more), `ready` waits with the
 * page open, `in-call` is in the room, and back again. `used`: the visit is over, and they were in the room.
 * An unknown word of a gateway never becomes `delivered`.
 */
export type InviteStatus =
  | 'issued'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'expired'
  | 'unknown'
  | 'opened'
  | 'ready'
  | 'in-call'
  | 'used'
  | 'revoked';

/**
 * Why an SMS did not arrive, in as many words as there are things to do about it. `number`: no telephone has it.
 * `unreachable`: switched off or without network too long. `refused`: the telephone, its subscription or the operator
 * takes no SMS. `gateway`: the SMS service could not be used, or would not send it.
 */
export type SmsFailure = 'number' | 'unreachable' | 'refused' | 'gateway';

/** Whom an invitation is for. */
export interface Recipient {
  /** Seen by the clinic only; never in the SMS. */
  readonly name: string;
  /** Left out: no SMS. The link is shown as QR, copied, or replaced by a code. */
  readonly phone?: Phone;
  readonly role: Exclude<ParticipantRole, 'clinician'>;
  /** Of the SMS. */
  readonly language: Language;
}

/** One invitation to one recipient, as the clinic sees it. The ways in are not part of it: see `InviteAccess`. */
export interface Invite {
  readonly id: InviteId;
  readonly clinicId: ClinicId;
  readonly visitId: VisitId;
  readonly participantId: ParticipantId;
  readonly recipient: Recipient;
  readonly status: InviteStatus;
  /** With `failed`, when the gateway told why. */
  readonly failure?: SmsFailure;
  /** When the message goes out: in the future while it waits for its time. */
  readonly sentAt: Instant;
  /** The agreed time of its visit. */
  readonly agreedAt?: Instant;
  /** To a test call. */
  readonly test?: boolean;
  /** The link dies then, unless it has been opened: then it is good in that browser as long as the visit lasts. */
  readonly expiresAt: Instant;
  /** Somebody with another device tried the link last at this time, and was refused. */
  readonly otherDeviceAt?: Instant;
  /** With `revoked`: whoever got the link said that it reached the wrong person. */
  readonly wrongPerson?: boolean;
}

/** Statuses that no report changes any more. People can: see {@link isRevocable} and {@link isResendable}. */
export const finalInviteStatuses: readonly InviteStatus[] = ['used', 'revoked', 'expired'];

/** Nobody has opened the link yet: it dies when its time is over. Once opened it lives as long as its visit. */
export const unopenedInviteStatuses: readonly InviteStatus[] = [
  'issued',
  'queued',
  'unknown',
  'sent',
  'failed',
  'delivered',
];

/** Whether an invitation can be taken back, and with it whoever came by it: until it is over, however it ended. */
export const isRevocable = (status: InviteStatus): boolean => !finalInviteStatuses.includes(status);

/**
 * Whether it can be sent again, with a new link and a new lifetime: as long as nobody has opened the last one.
 * The only way out of `expired`; the server refuses it once the visit is over.
 */
export const isResendable = (status: InviteStatus): boolean =>
  unopenedInviteStatuses.includes(status) || status === 'expired';

const rank: Readonly<Record<InviteStatus, number>> = {
  issued: 0,
  queued: 0,
  unknown: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  opened: 5,
  ready: 6,
  'in-call': 7,
  used: 8,
  expired: 9,
  revoked: 9,
};

/** The later of two statuses: reports come out of order and twice, and never take an invitation back. */
export const laterInviteStatus = (known: InviteStatus, reported: InviteStatus): InviteStatus =>
  !finalInviteStatuses.includes(known) && rank[reported] > rank[known] ? reported : known;

/** So long before the agreed time a message goes out that has no time of its own. */
export const inviteAheadMilliseconds = 15 * 60_000;
