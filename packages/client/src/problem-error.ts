import type { Phone, SessionEnd, VisitId } from '@venterum/contract';
import type { Failure } from './stores/failure.ts';
import { patched, type Patch } from './stores/patched.ts';

/** What a {@link ProblemError} is made from. */
export interface ProblemFacts extends Patch<Omit<Failure, 'code'>> {
  readonly cause?: unknown;
  /** Why the session is over. */
  readonly ended?: SessionEnd | undefined;
}

/** A refusal by the server, or the absence of an answer. Its text holds the code alone, never what was sent. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Stable code out of a closed union. */
  declare readonly code: Failure['code'];
  declare readonly correlationId: string | undefined;
  /** JSON pointers to the fields to mend. */
  declare readonly fields: readonly string[] | undefined;
  /** The caller's own visit that stands in the way. */
  declare readonly visitId: VisitId | undefined;
  /** For a link that is good for nothing any more: where to call the clinic instead. */
  declare readonly phone: Phone | undefined;
  /** Seconds the server asks to wait. */
  declare readonly retryAfter: number | undefined;
  /** Why the session is over. */
  declare readonly ended: SessionEnd | undefined;

  constructor(code: Failure['code'], { cause, ...facts }: ProblemFacts = {}) {
    super(code, cause === undefined ? undefined : { cause });
    Object.assign(this, facts, { code });
  }
}

/** Anything thrown, as a state can hold it. What is no {@link ProblemError} counts as `internal`. */
export const toFailure = (error: unknown): Failure => {
  if (!(error instanceof ProblemError)) return { code: 'internal' };
  const { code, correlationId, fields, visitId, phone, retryAfter } = error;
  return patched<Failure>({ code }, { correlationId, fields, visitId, phone, retryAfter });
};
