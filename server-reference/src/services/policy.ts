import type { PrincipalKind, RouteName } from '@venterum/contract';
import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** Who may ask at all. Whose things they may ask about is decided where the thing is read: foreign ones do not exist. */
export type Policy = 'anyone' | readonly PrincipalKind[];

const staff: Policy = ['clinic-staff'];
const joiners: Policy = ['municipal-employee', 'citizen'];
const loggedIn: Policy = ['clinic-staff', 'municipal-employee', 'citizen'];
const everybody: Policy = ['clinic-staff', 'municipal-employee', 'citizen', 'guest'];

/** One row for every route; a route without one does not compile. */
export const policies: Readonly<Record<RouteName | 'events', Policy>> = {
  'config.get': 'anyone',
  'sessions.create': 'anyone',
  'sessions.end': everybody,
  'sessions.activity': everybody,
  'clinics.search': loggedIn,
  'clinics.own': joiners,
  'clinics.get': loggedIn,
  'clinics.opening': staff,
  'visits.join': joiners,
  'visits.list': everybody,
  'visits.get': everybody,
  'visits.call': staff,
  'visits.release': staff,
  'visits.admit': staff,
  'visits.dismiss': staff,
  'visits.stage': staff,
  'visits.leave': ['municipal-employee', 'citizen', 'guest'],
  'visits.remove': staff,
  'visits.end': staff,
  'visits.ticket': everybody,
  'invites.send': staff,
  'invites.list': staff,
  'invites.resend': staff,
  'invites.revoke': staff,
  'consents.record': joiners,
  'consents.withdraw': joiners,
  events: everybody,
};

/** Refuses `unauthenticated` and `forbidden`. */
export const checkPolicy = (policy: Policy, caller: Caller | undefined): void => {
  if (policy === 'anyone') return;
  if (caller === undefined) throw new Refusal('unauthenticated');
  if (!policy.includes(caller.principal.kind)) throw new Refusal('forbidden');
};
