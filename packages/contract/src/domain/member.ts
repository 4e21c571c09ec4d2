import type { Instant } from './instant.ts';
import type { ClinicRole, PrincipalId } from './principal.ts';

/** Id of somebody's place on a clinic's list of members. */
export type MemberId = string;

/** One place where a member is signed in. */
export interface MemberSession {
  readonly id: string;
  readonly startedAt: Instant;
  /** May lag by half the idle limit. */
  readonly activeAt: Instant;
}

/** Somebody on a clinic's list: put there by their login, which names the clinic, or by a manager. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly role: ClinicRole;
  /** `invited` until they have signed in with the code a manager gave them. */
  readonly status: 'invited' | 'active';
  /** Whether their login says an authorisation id; staff without one may work here all the same. */
  readonly authorised?: true;
  /** Who they are once they have signed in: whom a visit can be handed over to. */
  readonly principalId?: PrincipalId;
  /** Whether they are signed in anywhere now. */
  readonly signedIn: boolean;
  /** For managers: until when the code is good. */
  readonly invitedUntil?: Instant;
  /** For managers: where they are signed in. */
  readonly sessions?: readonly MemberSession[];
}
