import type { Cpr } from '../identifiers/cpr.ts';
import type { ClinicId, ClinicReference } from './clinic.ts';
import type { ConsentId } from './consent.ts';
import type { Instant } from './instant.ts';
import type { Participant, ParticipantId } from './participant.ts';
import type { ClinicRole, MunicipalArea, PrincipalId } from './principal.ts';

/** Id of a visit. */
export type VisitId = string;

/** Id of a room: 128 random bits, one consultation only, never reopened. */
export type RoomId = string;

/** With a patient, or between professionals about one. Recorded and billed apart. */
export type VisitKind = 'consultation' | 'conference';

/** Where somebody comes from. Shown in the queue by colour and by word. */
export type VisitOrigin = 'citizen-app' | 'care-app' | 'care-app-without-cpr' | 'sms';

/** The life of a visit; see `transition` for the only ways through it. */
export type VisitState =
  'invited' | 'waiting' | 'called' | 'in-consultation' | 'ended' | 'left' | 'removed' | 'expired';

/** How an ended visit came out. */
export type VisitOutcome =
  'completed' | 'moved-to-phone' | 'moved-to-visit' | 'technical-failure' | 'no-show';

/** Whether the joiner's page is there. `away` keeps the place. */
export type Presence = 'online' | 'away';

/** The one clinician who has a called visit. */
export interface Claim {
  readonly by: PrincipalId;
  readonly name: string;
  readonly role: ClinicRole;
  readonly at: Instant;
}

/** Whom everybody in the room is to see first: by the clinician's choice, or since they sign. */
export interface Stage {
  readonly participantId: ParticipantId;
  /** `signer`: somebody who signs (EN 301 549, 6.5.6). `screen`: a screen is shown instead of a camera. */
  readonly as: 'speaker' | 'signer' | 'screen';
}

/** Whom a visit is about. Known to the clinic and to whoever joined for the citizen. */
export interface Citizen {
  readonly cpr?: Cpr;
  readonly name?: string;
}

/** Where a visit goes on: in another clinic's queue, as a visit of its own. */
export interface VisitMove {
  readonly clinic: ClinicReference;
  readonly visitId: VisitId;
}

/** One attempt to be seen by a clinic: the record the server keeps. What others see is a {@link VisitView}. */
export interface Visit {
  readonly id: VisitId;
  readonly clinicId: ClinicId;
  readonly kind: VisitKind;
  readonly origin: VisitOrigin;
  /** A test call: marked everywhere, never counted. */
  readonly test: boolean;
  readonly state: VisitState;
  /** Who joined, and may leave and open the room from the joining side. */
  readonly joinedBy: PrincipalId;
  /** The participant that {@link joinedBy} is. */
  readonly joinedAs: ParticipantId;
  readonly citizen?: Citizen;
  /** Short reason in the joiner's words, at most 280 characters. Deleted when the visit is over. */
  readonly reason?: string;
  readonly consentId?: ConsentId;
  readonly municipality?: string;
  readonly area?: MunicipalArea;
  readonly jobTitle?: string;
  readonly agreedAt?: Instant;
  readonly arrivedAt: Instant;
  readonly presence: Presence;
  /** Since when `away`. */
  readonly awaySince?: Instant;
  readonly participants: readonly Participant[];
  readonly claim?: Claim;
  readonly roomId?: RoomId;
  /** Of an open room: since when no clinician is connected. */
  readonly unattendedSince?: Instant;
  /** Of an open room: since when nobody is. */
  readonly emptySince?: Instant;
  /** While somebody is shown first. */
  readonly stage?: Stage;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly outcome?: VisitOutcome;
  /** The clinic's latest words to somebody who waits, or to somebody it removed; at most 280 characters. */
  readonly message?: string;
  /** When they were said. */
  readonly messageAt?: Instant;
  /** The clinic whose queue it came from. */
  readonly movedFrom?: ClinicReference;
  /** Removed here because it goes on there. */
  readonly movedTo?: VisitMove;
}

/** States in which somebody is still to be seen or is being seen. */
export const activeVisitStates: readonly VisitState[] = ['invited', 'waiting', 'called', 'in-consultation'];

/** Whether a visit is over, for whatever cause. */
export const isOver = (state: VisitState): boolean => !activeVisitStates.includes(state);

/** How long a room may stay unanswered before the visit falls back to its place. */
export const answerMilliseconds = 60_000;

/** `away` for so long and staff are told. */
export const awayNoticeMilliseconds = 5 * 60_000;

/** `away` for so long and the visit expires. */
export const awayExpiryMilliseconds = 15 * 60_000;

/** A clinician not connected for so long has let go: a colleague may end the consultation, or take it. */
export const claimMilliseconds = 60_000;

/** Nobody is connected for so long and the consultation is over. */
export const emptyMilliseconds = 5 * 60_000;

/** No clinician is connected for so long and the consultation is over. */
export const unattendedMilliseconds = 15 * 60_000;
