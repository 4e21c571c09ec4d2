import type { ClinicId, ClinicReference, Opening } from '../domain/clinic.ts';
import type { Instant } from '../domain/instant.ts';
import type { WaitEstimate } from '../domain/wait.ts';
import type { Support } from '../domain/support.ts';
import type { Ydernummer } from '../identifiers/ydernummer.ts';
import type { Participant, ParticipantId } from '../domain/participant.ts';
import type { ClinicRole, MunicipalArea } from '../domain/principal.ts';
import type {
  Citizen,
  Claim,
  Presence,
  RoomId,
  Stage,
  VisitId,
  VisitKind,
  VisitMove,
  VisitOrigin,
  VisitOutcome,
  VisitState,
} from '../domain/visit.ts';

/** A clinic as anybody logged in sees it. */
export interface ClinicSummary extends ClinicReference, Opening {
  readonly ydernummer: Ydernummer;
  readonly address: string;
  readonly support?: Support;
}

/** What both sides see of a visit. */
export interface VisitFields {
  readonly id: VisitId;
  readonly kind: VisitKind;
  readonly origin: VisitOrigin;
  readonly test: boolean;
  readonly state: VisitState;
  readonly agreedAt?: Instant;
  readonly arrivedAt: Instant;
  readonly presence: Presence;
  readonly awaySince?: Instant;
  readonly participants: readonly Participant[];
  /** While somebody has it. */
  readonly roomId?: RoomId;
  /** Whom everybody in the room is to see first; shown to admitted participants. */
  readonly stage?: Stage;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Whole seconds of consultation, once over. */
  readonly durationSeconds?: number;
  readonly outcome?: VisitOutcome;
  /** The clinic's latest words to somebody who waits, or to somebody it removed. */
  readonly message?: string;
  readonly messageAt?: Instant;
  /** The clinic whose queue it came from. */
  readonly movedFrom?: ClinicReference;
  /** Removed here because it goes on there, as another visit of the joiner's. */
  readonly movedTo?: VisitMove;
}

/** A visit as whoever joined, or a guest in it, sees it. */
export interface JoinerVisit extends VisitFields {
  readonly view: 'joiner';
  /** As it stands now: open or not, delayed or not, and where to call. An `opening` event on the stream tells what changes. */
  readonly clinic: ClinicSummary;
  /** From 1, while `waiting`. */
  readonly position?: number;
  /** While `waiting` and the clinic is open. */
  readonly waitEstimate?: WaitEstimate;
  /** Which participant the reader is. */
  readonly me: ParticipantId;
  /** Who has called, by name and role. */
  readonly clinician?: { readonly name: string; readonly role: ClinicRole };
}

/** A visit as the clinic's members see it. Its place is that in their list, by `compareTurns`: nobody is told anew because somebody else left. */
export interface ClinicVisit extends VisitFields {
  readonly view: 'clinic';
  readonly clinicId: ClinicId;
  readonly citizen?: Citizen;
  readonly reason?: string;
  readonly municipality?: string;
  readonly area?: MunicipalArea;
  readonly jobTitle?: string;
  /** Whether an employee's declaration or a consent is recorded. */
  readonly consented: boolean;
  readonly claim?: Claim;
  /** The participant that the claiming clinician is. */
  readonly clinicianParticipant?: ParticipantId;
  /** While `in-consultation`: since when no clinician is connected. For `claimMilliseconds`, and a colleague may end or take it. */
  readonly unattendedSince?: Instant;
}

/** A visit in the reader's view. */
export type VisitView = JoinerVisit | ClinicVisit;
