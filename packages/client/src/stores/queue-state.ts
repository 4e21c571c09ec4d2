import type {
  AddMemberAnswer,
  AddMemberRequest,
  ChangeMemberRequest,
  ClinicId,
  ClinicStaff,
  ClinicSummary,
  ClinicVisit,
  Instant,
  Invite,
  LoginProvider,
  Member,
  MemberId,
  OpeningPlan,
  OpeningRequest,
  PlanRequest,
  PrincipalId,
  RoomAccess,
  Support,
  VisitId,
  VisitOutcome,
} from '@venterum/contract';
import type { Failure } from './failure.ts';

/** What every status has. */
export interface QueueBase {
  readonly support?: Support;
  readonly failure?: Failure;
  /** The list is as old as this; set while the server cannot be reached. */
  readonly offlineSince?: Instant;
  readonly sessionEndsAt?: Instant;
}

/** What is there once it has been asked for. */
export interface QueueFound {
  /** Who works here. */
  readonly members?: readonly Member[];
  /** The member added last, with the code that is told this one time. */
  readonly added?: AddMemberAnswer;
  /** Other clinics, as last searched for. */
  readonly clinics?: readonly ClinicSummary[];
  /** When the clinic opens by itself. */
  readonly planned?: PlanRequest;
}

/** The waiting room once somebody is in. */
export interface QueueReady extends QueueFound {
  readonly status: 'ready';
  readonly me: ClinicStaff;
  readonly clinic: ClinicSummary;
  /** Waiting, called and in consultation, in the order of the queue. */
  readonly visits: readonly ClinicVisit[];
  /** Over today, newest first, at most 50; past midnight, until the stream begins anew, also those of the day before. */
  readonly over: readonly ClinicVisit[];
  readonly invites: readonly Invite[];
  /** Visits with a request under way, and kinds of {@link LookUpCommand} that are. */
  readonly busy: ReadonlySet<string>;
  /** The same for what concerns the whole clinic. */
  readonly openingBusy: boolean;
  /** The visit this clinician is in, with the way into its room when this page made the call. */
  readonly current?: { readonly visit: ClinicVisit; readonly access?: RoomAccess };
}

/** State of a clinic's waiting room. */
export type QueueState = QueueBase &
  (
    | { readonly status: 'starting' }
    | { readonly status: 'signed-out'; readonly providers: readonly LoginProvider[] }
    | { readonly status: 'signing-in' }
    /** Logged in, but not a member of this clinic (or of any). */
    | { readonly status: 'forbidden' }
    | { readonly status: 'unavailable' }
    | {
        readonly status: 'session-ended';
        readonly reason: 'idle' | 'expired' | 'taken-over' | 'revoked' | 'logged-out';
      }
    | QueueReady
  );

/** What is asked of a clinic, and what it says about itself. */
export type LookUpCommand =
  | { readonly type: 'find-plan' }
  | { readonly type: 'set-plan'; readonly plan?: OpeningPlan }
  /** Other clinics, by name, address or ydernummer. */
  | { readonly type: 'find-clinics'; readonly search: string }
  | { readonly type: 'find-members' }
  | ({ readonly type: 'add-member' } & AddMemberRequest)
  | ({ readonly type: 'change-member' } & ChangeMemberRequest)
  | { readonly type: 'remove-member'; readonly member: MemberId }
  /** Everywhere. */
  | { readonly type: 'sign-out-member'; readonly member: MemberId };

/** What is done with one visit. */
export type VisitAct =
  | { readonly type: 'release'; readonly visitId: VisitId }
  | { readonly type: 'remove'; readonly visitId: VisitId; readonly message?: string }
  /** To a colleague who is signed in. */
  | { readonly type: 'hand-over'; readonly visitId: VisitId; readonly to: PrincipalId }
  /** Into another clinic's queue. */
  | { readonly type: 'transfer'; readonly visitId: VisitId; readonly clinicId: ClinicId }
  | { readonly type: 'message'; readonly visitId: VisitId; readonly message: string }
  | { readonly type: 'admit'; readonly visitId: VisitId; readonly participantId: string }
  | { readonly type: 'end'; readonly visitId: VisitId; readonly outcome: VisitOutcome };

/** What is done with everybody who waits. */
export type ClinicAct =
  | { readonly type: 'message-all'; readonly message: string }
  | { readonly type: 'remove-all'; readonly message?: string };

/** What staff can ask for. */
export type QueueCommand =
  | LookUpCommand
  | VisitAct
  | ClinicAct
  | { readonly type: 'sign-in'; readonly providerId: string }
  | { readonly type: 'sign-out' }
  | { readonly type: 'stay-signed-in' }
  | { readonly type: 'set-opening'; readonly opening: OpeningRequest }
  | { readonly type: 'call'; readonly visitId: VisitId }
  | { readonly type: 'retry' };
