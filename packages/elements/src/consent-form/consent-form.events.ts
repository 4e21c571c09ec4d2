import type { ConsentId } from '@venterum/contract';

/** Which record an event is about; nothing of its content. */
export interface ConsentFacts {
  readonly consentId: ConsentId;
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
    'consent-given': ConsentGivenEvent;
    'consent-withdrawn': ConsentWithdrawnEvent;
  }
}
