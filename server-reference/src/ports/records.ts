import type {
  AuthorisationId,
  FinishedFact,
  RunningFact,
  WaitingFact,
  ClinicId,
  ClinicRole,
  Cpr,
  Instant,
  Invite,
  InviteId,
  MemberId,
  Principal,
  PrincipalId,
  SessionEnd,
  VisitId,
  VisitState,
} from '@venterum/contract';

/** A clinic somebody works in, and as what. */
export interface Membership {
  readonly clinicId: ClinicId;
  readonly role: ClinicRole;
}

/** A place on a clinic's list of members. Somebody who was removed stays, without a name: their login may still name the clinic. */
export interface MemberRecord extends Membership {
  readonly id: MemberId;
  readonly name: string;
  /** As the login last said. */
  readonly authorisationId?: AuthorisationId;
  readonly status: 'invited' | 'active' | 'removed';
  readonly principalId?: PrincipalId;
  /** Who put them there: a login that names the clinic, for as long as it does, or the clinic itself. */
  readonly addedBy: 'login' | 'clinic';
  /** Who says what they are: the clinic's word outlasts every login's. */
  readonly roleBy: 'login' | 'clinic';
  /** Of the code that lets them in, or let them in. */
  readonly codeHash?: string;
  readonly codeEndsAt?: Instant;
}

/** A session as the server keeps it: the token itself is nowhere. */
export interface SessionRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly principal: Principal;
  /** The citizen's own number, from the login. */
  readonly cpr?: Cpr;
  /** Digest of the browser's device id. */
  readonly deviceHash?: string;
  /** Of clinic staff: where they work. The principal's clinics, with the role in each. */
  readonly memberships?: readonly Membership[];
  /** `personal`: nobody else comes to this screen. Otherwise it is taken for a shared one. */
  readonly device?: 'personal';
  /** When they last proved who they are, where the login tells. */
  readonly authenticatedAt?: Instant;
  /** Sessions it came after, on proof of their token: what was begun in them goes on. */
  readonly continues?: readonly string[];
  readonly startedAt: Instant;
  /** Latest known activity; may lag by half the idle limit. */
  readonly activeAt: Instant;
  readonly idleSeconds: number;
  readonly expiresAt: Instant;
  readonly ended?: SessionEnd;
}

/** Six digits that stand for an invitation, as they are kept: by keyed digests. */
export interface InviteCode {
  readonly hash: string;
  /** Digest of how they begin. */
  readonly group: string;
  readonly expiresAt: Instant;
  /** How many tries went wrong. */
  readonly wrong: number;
}

/** A message that is to go out, or is going: without number or words, which are its invitation's. */
export interface OutgoingSms {
  readonly attemptId: string;
  readonly inviteId: InviteId;
  /** `sending`: the gateway has been asked, and has not answered yet. */
  readonly state: 'waiting' | 'sending';
  /** When it is to go out. */
  readonly dueAt: Instant;
  /** How often the gateway has been asked. */
  readonly tries: number;
}

/** An invitation with what only the server knows of it. */
export interface InviteRecord extends Invite {
  readonly tokenHash: string;
  /** Principal id of whoever redeems it. */
  readonly guestId: PrincipalId;
  /** Changes with every message sent, and with it the link. */
  readonly attemptId: string;
  /** The browser it was redeemed in. */
  readonly deviceHash?: string;
  /** Key of the request that redeemed it first: its repetition is no second time. */
  readonly redeemedBy?: string;
  /** Has been in the room. */
  readonly hasEntered?: boolean;
  readonly code?: InviteCode;
}

/** A request that was answered, kept to answer a retry alike. */
export interface IdempotencyRecord {
  /** Who asked for what: a retry is only ever answered to the same caller. */
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
  /** JSON of the answer. */
  readonly answer: string;
  readonly at: Instant;
}

/** What the order of a queue is made from, without anything personal. */
export interface QueueRow extends WaitingFact, RunningFact {
  readonly state: VisitState;
  readonly joinedBy: PrincipalId;
}

/** A consultation that is over, for the estimate. Test calls are not among them. */
export type FinishedRow = FinishedFact;

/** A visit whose joiner is said to be online. */
export interface PresentRow {
  readonly id: VisitId;
  readonly clinicId: ClinicId;
  readonly joinedBy: PrincipalId;
  readonly arrivedAt: Instant;
}
