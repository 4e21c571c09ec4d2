import type { Phone, SessionEnd, VisitId } from '@venterum/contract';
import type { Failure } from './stores/failure.ts';
import { patched, type Patch } from './stores/patched.ts';

/** What a {@link ProblemError} is made from. */
export interface ProblemFacts extends Patch<Omit<Failure, 'code'>> {
  readonly cause?: unknown;
  /** Seconds the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Why the session is over. */
  readonly ended?: SessionEnd | undefined;
}

/** A refusal by the server, or the absence of an answer. Its text holds the code alone, never what was sent. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Stable code out of a closed union. */
  readonly code: Failure['code'];
  readonly correlationId: string | undefined;
  /** JSON pointers to the fields to mend. */
  readonly fields: readonly string[] | undefined;
  /** The caller's own visit that stands in the way. */
  readonly visitId: VisitId | undefined;
  /** For a link that is good for nothing any more: where to call the clinic instead. */
  readonly phone: Phone | undefined;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | undefined;
  /** Why the session is over. */
  readonly ended: SessionEnd | undefined;

  constructor(code: Failure['code'], facts: ProblemFacts = {}) {
    super(code, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.correlationId = facts.correlationId;
    this.fields = facts.fields;
    this.visitId = facts.visitId;
    this.phone = facts.phone;
    this.retryAfter = facts.retryAfter;
    this.ended = facts.ended;
  }
}

/** Anything thrown, as a state can hold it. What is no {@link ProblemError} counts as `internal`. */
export const toFailure = (error: unknown): Failure => {
  if (!(error instanceof ProblemError)) return { code: 'internal' };
  const { code, correlationId, fields, visitId, phone } = error;
  return patched<Failure>({ code }, { correlationId, fields, visitId, phone });
};
