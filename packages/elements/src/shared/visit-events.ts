import type {
  ClinicId,
  Instant,
  VisitId,
  VisitKind,
  VisitOrigin,
  VisitOutcome,
  VisitState,
  VisitView,
} from '@venterum/contract';

/** Facts of a visit without any personal data: safe to bubble out of the element. */
export interface VisitFacts {
  readonly visitId: VisitId;
  readonly clinicId: ClinicId;
  readonly kind: VisitKind;
  readonly origin: VisitOrigin;
  readonly test: boolean;
}

/** What the record needs of a visit that is over: how it came out, when, and for how long. */
export interface VisitEndedFacts extends VisitFacts {
  /** `ended`, or how else it came to be over. */
  readonly state: VisitState;
  readonly outcome?: VisitOutcome;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Whole seconds of consultation. */
  readonly durationSeconds?: number;
}

/** The facts of a visit in anybody's view. */
export const visitFacts = (visit: VisitView): VisitFacts => ({
  visitId: visit.id,
  clinicId: visit.view === 'clinic' ? visit.clinicId : visit.clinic.id,
  kind: visit.kind,
  origin: visit.origin,
  test: visit.test,
});

/** The facts of a visit that is over. */
export const visitEndedFacts = (visit: VisitView): VisitEndedFacts => {
  const { state, outcome, startedAt, endedAt, durationSeconds } = visit;
  return {
    ...visitFacts(visit),
    state,
    ...(outcome === undefined ? {} : { outcome }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
};

/** A visit was called: the clinician has it, the joiner is asked in. */
export class VisitCalledEvent extends Event {
  readonly detail: VisitFacts;

  constructor(detail: VisitFacts) {
    super('visit-called', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** A visit is over, with the facts for the record. */
export class VisitEndedEvent extends Event {
  readonly detail: VisitEndedFacts;

  constructor(detail: VisitEndedFacts) {
    super('visit-ended', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'visit-called': VisitCalledEvent;
    'visit-ended': VisitEndedEvent;
  }
}
