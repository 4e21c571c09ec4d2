import type { ClinicId, ClinicRole, PrincipalKind, RouteName } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import { isMember, roleAt, type Caller } from './caller.ts';
import { durations } from './limits.ts';
import { Refusal } from './refusal.ts';

/**
 * Who may ask at all. Whose visits, invitations and consents they may ask about is decided where the thing is read:
 * foreign ones do not exist.
 */
export interface PolicyRow {
  readonly kinds: readonly PrincipalKind[];
  /** `{id}` is a clinic, and only its members learn that it exists. */
  readonly ofClinic?: true;
  /** Of its members, those with one of these roles there. */
  readonly roles?: readonly ClinicRole[];
  /** Who has just proved who they are: an unattended screen neither hands out rights nor sets hours. */
  readonly recently?: true;
}

/** A row of the table. */
export type Policy = 'anyone' | PolicyRow;

const kinds = (...list: readonly PrincipalKind[]): PolicyRow => ({ kinds: list });

const staff = kinds('clinic-staff');
const joiners = kinds('municipal-employee', 'citizen');
const loggedIn = kinds('clinic-staff', 'municipal-employee', 'citizen');
const everybody = kinds('clinic-staff', 'municipal-employee', 'citizen', 'guest');
const members: PolicyRow = { ...staff, ofClinic: true };
const settling: PolicyRow = { ...members, recently: true };
const managing: PolicyRow = { ...settling, roles: ['manager'] };

/** One row for every route; a route without one does not compile. */
export const policies: Readonly<Record<RouteName | 'events', Policy>> = {
  'config.get': 'anyone',
  'sessions.create': 'anyone',
  'sessions.end': everybody,
  'sessions.activity': everybody,
  'clinics.search': loggedIn,
  'clinics.own': joiners,
  'clinics.get': loggedIn,
  'clinics.opening': members,
  'clinics.plan': members,
  'clinics.setPlan': settling,
  'clinics.message': members,
  'clinics.removeAll': members,
  'members.list': members,
  'members.add': managing,
  'members.change': managing,
  'members.remove': managing,
  'members.signout': managing,
  'visits.join': joiners,
  'visits.list': everybody,
  'visits.get': everybody,
  'visits.call': staff,
  'visits.release': staff,
  'visits.handover': staff,
  'visits.message': staff,
  'visits.admit': staff,
  'visits.dismiss': staff,
  'visits.stage': everybody,
  'visits.leave': kinds('municipal-employee', 'citizen', 'guest'),
  'visits.remove': staff,
  'visits.end': staff,
  'visits.ticket': everybody,
  'invites.send': staff,
  'invites.list': staff,
  'invites.decline': 'anyone',
  'invites.access': staff,
  'invites.resend': staff,
  'invites.revoke': staff,
  'invites.rewrite': staff,
  'consents.record': joiners,
  'consents.withdraw': joiners,
  events: everybody,
};

const hasRecentlySignedIn = ({ session }: Caller, clock: ServerClock): boolean =>
  session.authenticatedAt !== undefined &&
  Date.parse(clock.now()) - Date.parse(session.authenticatedAt) <= durations.recentSignIn;

const checkMember = ({ roles }: PolicyRow, { principal, session }: Caller, clinicId: ClinicId): void => {
  if (!isMember(principal, clinicId)) throw new Refusal('clinic-not-found');
  const role = roleAt(session, clinicId);
  if (roles !== undefined && (role === undefined || !roles.includes(role))) throw new Refusal('forbidden');
};

/** Refuses `unauthenticated`, `forbidden`, `clinic-not-found`, `sign-in-again`. `id`: of the path. */
export const checkPolicy = (
  policy: Policy,
  caller: Caller | undefined,
  { id, clock }: { readonly id: string; readonly clock: ServerClock },
): void => {
  if (policy === 'anyone') return;
  if (caller === undefined) throw new Refusal('unauthenticated');
  if (!policy.kinds.includes(caller.principal.kind)) throw new Refusal('forbidden');
  if (policy.ofClinic === true) checkMember(policy, caller, id);
  if (policy.recently === true && !hasRecentlySignedIn(caller, clock)) throw new Refusal('sign-in-again');
};
