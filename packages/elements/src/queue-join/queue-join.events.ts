import type { VisitFacts } from '../shared/visit-events.ts';

export * from '../shared/visit-events.ts';

/** There is a place in the queue. */
export class VisitJoinedEvent extends Event {
  readonly detail: VisitFacts;

  constructor(detail: VisitFacts) {
    super('visit-joined', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The joiner has given up the place. */
export class VisitLeftEvent extends Event {
  readonly detail: VisitFacts;

  constructor(detail: VisitFacts) {
    super('visit-left', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'visit-joined': VisitJoinedEvent;
    'visit-left': VisitLeftEvent;
  }
}
