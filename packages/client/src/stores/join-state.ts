import type {
  Citizen,
  ClinicSummary,
  Companion,
  Instant,
  JoinerVisit,
  LoginProvider,
  PrincipalKind,
  Support,
  VisitId,
  VisitKind,
} from '@venterum/contract';
import type { Failure } from './failure.ts';

/** What the joiner is about to ask for. */
export interface JoinDraft {
  /** Handed over by the host, or typed. */
  readonly citizen?: Citizen;
  /** The citizen came from the host and cannot be changed here. */
  readonly citizenFromHost: boolean;
  readonly clinic?: ClinicSummary;
  readonly reason: string;
  readonly kind: VisitKind;
  readonly test: boolean;
  readonly agreedAt?: Instant;
  readonly companions: readonly Companion[];
  /** Set once the server has recorded it. */
  readonly consentId?: string;
  /** The server is recording it: joining waits for that. */
  readonly recording?: boolean;
}

/** What every step has. */
export interface JoinBase {
  readonly draft: JoinDraft;
  readonly support?: Support;
  /** The visit in which this flow has got a place: by joining, or as a guest the first time. Not one found again. */
  readonly joined?: VisitId;
  /** Who is signed in. */
  readonly kind?: PrincipalKind;
  readonly failure?: Failure;
  /** The server cannot be reached right now; what is shown is as old as this. */
  readonly offlineSince?: Instant;
  /** The session ends then unless somebody stays; warn. */
  readonly sessionEndsAt?: Instant;
}

/** Where the joiner is. One step is one screen. */
export type JoinStep =
  /** Asking the server and the credentials. */
  | { readonly step: 'starting' }
  /** Somebody has to log in by one of these. */
  | { readonly step: 'signed-out'; readonly providers: readonly LoginProvider[] }
  | { readonly step: 'signing-in' }
  /** An invitation: a first name and a tap redeem it; `byCode`: with its six digits, since there is no link. */
  | { readonly step: 'invited'; readonly byCode: boolean; readonly redeeming: boolean }
  /** The link had reached the wrong person, and is void. */
  | { readonly step: 'declined' }
  /** Whom it is about: CPR, or a clinic found without. */
  | {
      readonly step: 'who';
      readonly mode: 'cpr' | 'clinic';
      readonly searching: boolean;
      /** Found by search; `undefined` before the first. */
      readonly clinics?: readonly ClinicSummary[];
    }
  | { readonly step: 'closed'; readonly clinic: ClinicSummary }
  /** Reason, consent and devices, then into the queue. */
  | { readonly step: 'ready'; readonly clinic: ClinicSummary; readonly consentNeeded: boolean }
  /** Asking for a place, as soon as the consent is recorded. */
  | { readonly step: 'joining'; readonly clinic: ClinicSummary; readonly consentNeeded: boolean }
  | { readonly step: 'waiting'; readonly visit: JoinerVisit; readonly released: boolean }
  | { readonly step: 'called'; readonly visit: JoinerVisit }
  | { readonly step: 'in-call'; readonly visit: JoinerVisit }
  /** Ended, left, removed or expired: the visit's state says which. */
  | { readonly step: 'over'; readonly visit: JoinerVisit }
  | {
      readonly step: 'session-ended';
      readonly reason: 'idle' | 'expired' | 'taken-over' | 'revoked' | 'logged-out';
    }
  /** The flow could not begin, and the failure says why. `retries`: the server does not answer, and is asked again by itself. */
  | { readonly step: 'unavailable'; readonly since: Instant; readonly retries: boolean };

/** State of a join flow. */
export type JoinState = JoinBase & JoinStep;

/** What a joiner can ask for. */
export type JoinCommand =
  | { readonly type: 'sign-in'; readonly providerId: string }
  | { readonly type: 'redeem'; readonly name: string; readonly code?: string }
  /** "This is not for me": voids the link. */
  | { readonly type: 'decline' }
  /** Looks up the citizen's own clinic. */
  | { readonly type: 'find-own-clinic'; readonly cpr?: string; readonly name?: string }
  | { readonly type: 'use-cpr' }
  | { readonly type: 'use-clinic-search' }
  | { readonly type: 'search-clinics'; readonly search: string }
  | { readonly type: 'choose-clinic'; readonly clinic: ClinicSummary }
  | { readonly type: 'set-reason'; readonly reason: string }
  /** `recording`: the server has been asked to record it, and another of these tells how that went. */
  | {
      readonly type: 'set-consent';
      readonly consentId: string | undefined;
      readonly recording?: boolean | undefined;
    }
  | { readonly type: 'back' }
  | { readonly type: 'join' }
  /** Into the room: from `called` to `in-call`. */
  | { readonly type: 'enter' }
  | { readonly type: 'leave' }
  /** From `over` to a fresh start. */
  | { readonly type: 'restart' }
  | { readonly type: 'stay-signed-in' }
  | { readonly type: 'sign-out' }
  | { readonly type: 'retry' };
