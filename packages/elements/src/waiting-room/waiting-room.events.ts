import type { VisitFacts } from '../shared/visit-events.ts';

export * from '../shared/visit-events.ts';

/**
 * Somebody is about to call a patient. Cancel it to hinder the call, e.g. because the open record is another patient's;
 * the citizen is in the element's `visits`, never in the event.
 */
export class VisitCallRequestEvent extends Event {
  readonly detail: VisitFacts;

  constructor(detail: VisitFacts) {
    super('visit-call-request', { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** How many there are of each. */
export interface QueueCounts {
  readonly open: boolean;
  readonly waiting: number;
  readonly called: number;
  readonly inConsultation: number;
}

/** The queue's counts changed; for a badge in the host. */
export class QueueChangedEvent extends Event {
  readonly detail: QueueCounts;

  constructor(detail: QueueCounts) {
    super('queue-changed', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'visit-call-request': VisitCallRequestEvent;
    'queue-changed': QueueChangedEvent;
  }
}
