import type { ClinicId } from '../domain/clinic.ts';
import type {
  Consent,
  ConsentForm,
  ConsentGiver,
  ConsentId,
  ConsentPurpose,
  Language,
} from '../domain/consent.ts';
import type { Instant } from '../domain/instant.ts';
import type { Invite, Recipient } from '../domain/invite.ts';
import type { Member, MemberId } from '../domain/member.ts';
import type { OpeningPlan } from '../domain/opening.ts';
import type { ParticipantId, ParticipantRole } from '../domain/participant.ts';
import type { ClinicRole, PrincipalId } from '../domain/principal.ts';
import type { Citizen, Stage, VisitId, VisitKind, VisitOutcome } from '../domain/visit.ts';
import type { ClinicSummary, ClinicVisit, VisitView } from './views.ts';
import type { RoomAccess } from './room-access.ts';

/** How a session is asked for. */
export type SessionGrant =
  /** An access token of a configured issuer (RFC 9068). */
  | {
      readonly grant: 'oidc';
      readonly token: string;
      /** Names the browser, 16-64 URL-safe characters. Whoever signs in there next ends this session. */
      readonly deviceId?: string;
      /** `personal`: nobody else comes to this screen, and a clinic's open page is activity. @defaultValue `shared` */
      readonly device?: 'shared' | 'personal';
      /** The token of a session this one comes after: ended in the same moment. */
      readonly replaces?: string;
      /** A code from a clinic's manager: puts whoever signs in on that clinic's list. */
      readonly memberCode?: string;
    }
  | InvitationGrant;

/** How somebody invited comes in. */
export type InvitationGrant =
  /** The token of an invitation link. */
  | { readonly grant: 'invite'; readonly token: string; readonly deviceId: string; readonly name?: string }
  /** Six digits, typed. Whatever is wrong with them, the answer is `code-unknown`. */
  | { readonly grant: 'code'; readonly code: string; readonly deviceId: string; readonly name?: string };

/** One more person in the visit besides who joins. */
export interface Companion {
  readonly role: Exclude<ParticipantRole, 'clinician'>;
  readonly name?: string;
}

/** `POST /v1/visits`. */
export interface JoinRequest {
  /** Left out: the citizen's own clinic. */
  readonly clinicId?: ClinicId;
  readonly kind?: VisitKind;
  readonly test?: boolean;
  /** Left out by a citizen, who is the citizen. */
  readonly citizen?: Citizen;
  readonly reason?: string;
  readonly agreedAt?: Instant;
  readonly consentId?: ConsentId;
  /** Seen and heard through the joiner's device, at most 5. */
  readonly inTheRoom?: readonly Companion[];
}

/** `POST /v1/clinics/own`: whose clinic; left out by a citizen, whose number the server knows. */
export interface OwnClinicRequest {
  readonly cpr?: string;
}

/** `PUT /v1/clinics/{id}/opening`: said by hand. */
export interface OpeningRequest {
  readonly open: boolean;
  /** Later than now. Left out: until the plan turns to the opposite, or, without a plan, for good. */
  readonly until?: Instant;
  readonly message?: string;
  readonly delayMinutes?: number;
  readonly phone?: string;
}

/** `POST /v1/clinics/{id}/members`: somebody whose login does not name the clinic. */
export interface AddMemberRequest {
  readonly name: string;
  readonly role: ClinicRole;
}

/** Answer of {@link AddMemberRequest}. */
export interface AddMemberAnswer {
  readonly member: Member;
  /** For that person, once: to be given when they sign in. Good for a week; told this one time. */
  readonly code: string;
}

/** `PUT /v1/clinics/{id}/members`: the role holds whatever the login says. Ends the member's sessions. */
export interface ChangeMemberRequest {
  readonly member: MemberId;
  readonly role: ClinicRole;
}

/** `POST /v1/clinics/{id}/members/signout`: ends one session of a member, or all of them. */
export interface SignOutMemberRequest {
  readonly member: MemberId;
  /** Left out: all. */
  readonly session?: string;
}

/** A clinic's members in the order of their names, at most 200. */
export interface MemberList {
  readonly members: readonly Member[];
}

/** `PUT /v1/clinics/{id}/plan`, and the answer of both its methods. Without a plan only what is said by hand counts. */
export interface PlanRequest {
  readonly plan?: OpeningPlan;
}

/** `POST /v1/clinics/{id}/messages` to everybody who waits, and `POST /v1/visits/{id}/message` to one. */
export interface MessageRequest {
  /** At most 280 characters. */
  readonly message: string;
}

/** Answer of what is done to everybody who waits. */
export interface VisitCount {
  readonly visits: number;
}

/** `POST /v1/visits/{id}/handover`: to a colleague who is signed in, or into the queue of another clinic. */
export type HandoverRequest = { readonly to: PrincipalId } | { readonly clinicId: ClinicId };

/** `POST /v1/visits/{id}/end`. From `waiting` only the outcomes that move it elsewhere. */
export interface EndRequest {
  readonly outcome: VisitOutcome;
}

/** `POST /v1/visits/{id}/remove`, and `POST /v1/clinics/{id}/remove-all` for everybody who waits. */
export interface RemoveRequest {
  readonly message?: string;
}

/** `POST /v1/visits/{id}/admit`. */
export interface AdmitRequest {
  readonly participantId: ParticipantId;
}

/** `POST /v1/visits/{id}/dismiss`: back to the door. */
export interface DismissRequest {
  readonly participantId: ParticipantId;
}

/**
 * `POST /v1/visits/{id}/stage`: whom everybody is to see first; without `stage`, nobody more than others. Who has the visit chooses
 * anybody; everybody else themselves, as `signer`, and only while nobody else is shown.
 */
export interface StageRequest {
  readonly stage?: Stage;
}

/** `POST /v1/invites`: a visit of its own in the clinic's queue, or somebody more for a running one. */
export interface InviteRequest {
  readonly clinicId: ClinicId;
  /** A visit there is: one that runs, or that waits for a number written anew. Left out: a new visit. */
  readonly visitId?: VisitId;
  readonly recipients: readonly Recipient[];
  /** When the messages go out, at most 7 days ahead. Default: now, or a quarter of an hour before {@link agreedAt}. */
  readonly sendAt?: Instant;
  /** For a new visit: the agreed time, within an hour after the messages go out. */
  readonly agreedAt?: Instant;
  /** For a new visit. Default: `consultation`. */
  readonly kind?: VisitKind;
  /** For a new visit: marked as a test call, never counted. */
  readonly test?: boolean;
}

/** A QR code for an SVG: `<path d={path}>` in a `viewBox` of `0 0 size size`, dark on light, margin included. */
export interface QrImage {
  readonly size: number;
  readonly path: string;
}

/**
 * Answer of `POST /v1/invites/{id}/access`: the ways in besides the SMS. The link is the one in the SMS; the code is new
 * each time, and the one before is void.
 */
export interface InviteAccess {
  readonly link: string;
  readonly qr: QrImage;
  /** Six digits, to be typed at {@link codePage}. */
  readonly code: string;
  readonly codePage: string;
  readonly codeExpiresAt: Instant;
}

/** `POST /v1/invites/decline`: "I am not who this is for", by whoever holds the link. */
export interface DeclineRequest {
  readonly token: string;
  readonly deviceId: string;
}

/** `POST /v1/consents`. */
export interface ConsentRequest {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly language: Language;
  readonly form?: ConsentForm;
  readonly givenBy?: ConsentGiver;
}

/** Answer of {@link InviteRequest}. */
export interface InviteList {
  readonly invites: readonly Invite[];
}

/** Answer of a clinic search: at most 20. */
export interface ClinicList {
  readonly clinics: readonly ClinicSummary[];
}

/** Answer of `GET /v1/visits`: at most 500, in the order of the queue. */
export interface VisitList {
  readonly visits: readonly VisitView[];
}

/** Answer of `call`: the visit and the caller's way into the room, to save a round trip. */
export interface CallAnswer {
  readonly visit: ClinicVisit;
  readonly access: RoomAccess;
}

/** Answer of `activity`. */
export interface ActivityAnswer {
  readonly endsAt: Instant;
}

/** A recorded consent, as answered. */
export type ConsentAnswer = Consent;
