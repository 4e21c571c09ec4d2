import type { Phone, ProblemCode, VisitId } from '@venterum/contract';

/** What went wrong, for the view to say in words. `offline`: no answer came; what was typed is kept. */
export interface Failure {
  readonly code: ProblemCode | 'offline' | 'login-cancelled' | 'video-unavailable';
  /** Names a request in the server's log; part of the copyable diagnosis. */
  readonly correlationId?: string;
  /** The fields to mend first, as JSON pointers. */
  readonly fields?: readonly string[];
  /** For `already-waiting`: the reader's own visit that stands in the way. */
  readonly visitId?: VisitId;
  /** For a link that is good for nothing any more: where to call the clinic instead. */
  readonly phone?: Phone;
  /** For `limit-reached`: seconds to wait, counted from the answer. */
  readonly retryAfter?: number;
}
