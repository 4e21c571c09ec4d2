import type { ConsentId } from '@venterum/contract';

/** Which record an event is about; nothing of its content. */
export interface ConsentFacts {
  readonly consentId: ConsentId;
}

/** The server has been asked to record it: `consent-given` or `consent-failed` follows. */
export class ConsentSubmittedEvent extends Event {
  constructor() {
    super('consent-submitted', { bubbles: true, composed: true });
  }
}

/** It could not be recorded; the form says why. */
export class ConsentFailedEvent extends Event {
  constructor() {
    super('consent-failed', { bubbles: true, composed: true });
  }
}

/** The server has recorded a declaration or a consent. */
export class ConsentGivenEvent extends Event {
  /** The id goes along with the request to join. */
  readonly detail: ConsentFacts;

  constructor(consentId: ConsentId) {
    super('consent-given', { bubbles: true, composed: true });
    this.detail = { consentId };
  }
}

/** The server has recorded that it was withdrawn. */
export class ConsentWithdrawnEvent extends Event {
  /** The one that no longer holds. */
  readonly detail: ConsentFacts;

  constructor(consentId: ConsentId) {
    super('consent-withdrawn', { bubbles: true, composed: true });
    this.detail = { consentId };
  }
}

declare global {
  interface HTMLElementEventMap {
    'consent-submitted': ConsentSubmittedEvent;
    'consent-failed': ConsentFailedEvent;
    'consent-given': ConsentGivenEvent;
    'consent-withdrawn': ConsentWithdrawnEvent;
  }
}
