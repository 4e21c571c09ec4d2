import { problemStatus, type Problem, type ProblemCode } from '@venterum/contract';
import { durations } from '../services/limits.ts';
import type { RefusalDetails } from '../services/refusal.ts';

const titles: Readonly<Record<ProblemCode, string>> = {
  'request-invalid': 'The request does not match its schema; see /openapi.json and the fields named.',
  'cpr-invalid': 'The CPR number is none; send ten characters, with or without hyphen.',
  'phone-invalid':
    'The number cannot get SMS; send one in E.164, Danish or of a country in smsCountries of /v1/config.',
  unauthenticated: 'Send a session token as "Authorization: Bearer ..."; POST /v1/sessions gives one.',
  'login-refused': 'The access token is not accepted; log in again.',
  'login-too-weak':
    'The login is of a lower level of assurance than this server demands; log in with a stronger one.',
  'login-too-old': 'Somebody proved who they are too long ago; log in again, with prompt=login.',
  'session-ended': 'The session is over; log in again.',
  'sign-in-again':
    'Only for who has just signed in; exchange a login with a recent auth_time for a new session.',
  forbidden: 'This is not for the kind of user who is logged in, or the Origin is not allowed.',
  'membership-required':
    'The login is in order, but no clinic has this person on its list; send a memberCode from a manager.',
  'clinic-not-found': 'There is no such clinic for this user.',
  'visit-not-found': 'There is no such visit for this user.',
  'invite-not-found': 'There is no such invitation for this user.',
  'code-unknown': 'The code is not in force; ask the clinic for a new one.',
  'consent-not-found': 'There is no such consent for this user.',
  'member-not-found': 'There is no such member of this clinic.',
  'participant-unknown': 'The visit has no such participant.',
  'colleague-unknown': 'No such member of the clinic is signed in; list the members again.',
  'own-clinic-unknown': 'The own clinic of this citizen is not known; search for a clinic instead.',
  'route-not-found': 'There is nothing at this address; see /openapi.json.',
  'method-not-allowed': 'The address exists, but not with this method; see the Allow header.',
  'clinic-closed': 'The clinic takes nobody into its queue right now.',
  'visit-state': 'The visit is not in a state that allows this; read it again.',
  'claimed-by-other': 'A colleague has this visit.',
  'already-waiting': 'This citizen is in this queue already.',
  'not-admitted': 'Nobody has let this participant in yet; wait for the visit event.',
  'visit-full': 'At most six people with a device are in a visit; revoke an invitation first.',
  'invite-used': 'The invitation was opened on another device; ask the clinic for a new one.',
  'invite-early': 'The invitation is for later; try again after Retry-After seconds.',
  'idempotency-mismatch': 'This Idempotency-Key came with another request before; use a new key.',
  'member-self': 'Nobody changes or removes themselves; ask another manager.',
  'member-code-invalid': 'The code is none, was used, or is over; ask the manager for a new one.',
  'consent-text-unknown': 'There is no such text version; GET /v1/config names the one in force.',
  'invite-ended': 'The invitation is over; ask the clinic for a new one.',
  'body-too-large': 'The body is larger than 64 KiB.',
  'media-type': 'Send application/json.',
  'consent-required': 'Record a declaration first and send its consentId.',
  'limit-reached': 'Too much at once; try again after Retry-After seconds.',
  internal: 'Something went wrong here; the correlation id finds it in the log.',
  unavailable: 'The server cannot do this right now; try again after Retry-After seconds.',
};

/** A refusal as it goes on the wire. */
export const problemOf = (
  code: ProblemCode,
  correlationId: string,
  details: RefusalDetails = {},
): Problem => ({
  type: `urn:venterum:problem:${code}`,
  code,
  status: problemStatus[code],
  title: titles[code],
  correlationId,
  ...details,
});

/** RFC 9470 for who must prove again who they are. */
const challengeOf = (code: ProblemCode): string =>
  code === 'sign-in-again'
    ? `Bearer error="insufficient_user_authentication", max_age="${String(durations.recentSignIn / 1000)}"`
    : 'Bearer';

/** Headers that go with a problem. */
export const problemHeaders = ({ code, retryAfter, status }: Problem): Record<string, string> => ({
  'Content-Type': 'application/problem+json',
  ...(status === 401 ? { 'WWW-Authenticate': challengeOf(code) } : {}),
  ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  ...(code === 'body-too-large' ? { Connection: 'close' } : {}),
});
