import type { SessionEnd, VisitId } from '@venterum/contract';
import type { Failure } from './stores/failure.ts';

/** What a {@link ProblemError} is made from. */
export interface ProblemFacts extends Omit<Failure, 'code'> {
  readonly cause?: unknown;
  /** Seconds the server asks to wait. */
  readonly retryAfter?: number;
  /** Why the session is over. */
  readonly ended?: SessionEnd;
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
    this.retryAfter = facts.retryAfter;
    this.ended = facts.ended;
  }
}

/** Anything thrown, as a state can hold it. What is no {@link ProblemError} counts as `internal`. */
export const toFailure = (error: unknown): Failure => {
  if (!(error instanceof ProblemError)) return { code: 'internal' };
  const { code, correlationId, fields, visitId } = error;
  return {
    code,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(fields === undefined ? {} : { fields }),
    ...(visitId === undefined ? {} : { visitId }),
  };
};
