import type { Opening } from '../domain/clinic.ts';
import type { Phone } from '../identifiers/phone.ts';
import type { SessionEnd } from '../domain/session.ts';
import type { VisitId } from '../domain/visit.ts';

/**
 * Every way a request can be refused, with its HTTP status. A closed union: clients switch over it.
 */
export const problemStatus = {
  'request-invalid': 400,
  'cpr-invalid': 400,
  'phone-invalid': 400,
  unauthenticated: 401,
  'login-refused': 401,
  'login-too-weak': 401,
  'login-too-old': 401,
  'session-ended': 401,
  'sign-in-again': 401,
  forbidden: 403,
  'membership-required': 403,
  'clinic-not-found': 404,
  'visit-not-found': 404,
  'invite-not-found': 404,
  'code-unknown': 404,
  'consent-not-found': 404,
  'member-not-found': 404,
  'participant-unknown': 404,
  'colleague-unknown': 404,
  'own-clinic-unknown': 404,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'clinic-closed': 409,
  'visit-state': 409,
  'claimed-by-other': 409,
  'already-waiting': 409,
  'not-admitted': 409,
  'visit-full': 409,
  'invite-used': 409,
  'invite-early': 409,
  'idempotency-mismatch': 409,
  'member-self': 409,
  'member-code-invalid': 409,
  'consent-text-unknown': 409,
  'invite-ended': 410,
  'body-too-large': 413,
  'media-type': 415,
  'consent-required': 422,
  'limit-reached': 429,
  internal: 500,
  unavailable: 503,
} as const;

/** Stable code of a refusal. */
export type ProblemCode = keyof typeof problemStatus;

/** A refusal on the wire: `application/problem+json` (RFC 9457). */
export interface Problem {
  /** `urn:venterum:problem:<code>`. */
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  /** One English sentence for developers that says what to do; never personal data. */
  readonly title: string;
  /** Id to look the request up by in the server's log. */
  readonly correlationId: string;
  /** JSON pointers into the body, for `request-invalid`. */
  readonly fields?: readonly string[];
  /** For `already-waiting`: the place there is, when the caller is who took it. */
  readonly visitId?: VisitId;
  /** For `clinic-closed`: what the clinic says, where to call, and when it opens. */
  readonly opening?: Opening;
  /** For `invite-used` and `invite-ended`: where the clinic has said that it can be called. */
  readonly phone?: Phone;
  /** For `session-ended`: why. */
  readonly ended?: SessionEnd;
  /** Seconds to wait, for `limit-reached`, `unavailable` and `invite-early`. */
  readonly retryAfter?: number;
}
