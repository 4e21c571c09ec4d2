import type { Opening, Phone, ProblemCode, SessionEnd, VisitId } from '@venterum/contract';

/** What goes with a refusal. */
export interface RefusalDetails {
  /** JSON pointers into the body. */
  readonly fields?: readonly string[];
  /** The caller's own visit that stands in the way. */
  readonly visitId?: VisitId;
  /** What the closed clinic says. */
  readonly opening?: Opening;
  /** Where the clinic has said that it can be called. */
  readonly phone?: Phone;
  /** Why the session is over. */
  readonly ended?: SessionEnd;
  /** Seconds to wait. */
  readonly retryAfter?: number;
}

/** A request that cannot be granted, with the reason the client gets. Thrown in a unit of work, it undoes the unit. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** The value, or a refusal when there is none. */
export const found = <T>(value: T | undefined, code: ProblemCode): T => {
  if (value === undefined) throw new Refusal(code);
  return value;
};
