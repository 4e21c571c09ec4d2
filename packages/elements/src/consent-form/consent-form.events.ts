import type { ConsentId } from '@venterum/contract';

/** The server has recorded a declaration or a consent. */
export class ConsentGivenEvent extends Event {
  static readonly type = 'consent-given';
  /** To send along with the request to join. */
  readonly consentId: ConsentId;

  constructor(consentId: ConsentId) {
    super(ConsentGivenEvent.type, { bubbles: true, composed: true });
    this.consentId = consentId;
  }
}

/** The server has recorded that it was withdrawn. */
export class ConsentWithdrawnEvent extends Event {
  static readonly type = 'consent-withdrawn';
  /** The one that no longer holds. */
  readonly consentId: ConsentId;

  constructor(consentId: ConsentId) {
    super(ConsentWithdrawnEvent.type, { bubbles: true, composed: true });
    this.consentId = consentId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'consent-given': ConsentGivenEvent;
    'consent-withdrawn': ConsentWithdrawnEvent;
  }
}
