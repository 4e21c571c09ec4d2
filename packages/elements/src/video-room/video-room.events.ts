import type { MediaQuality, TroubleCause } from '@venterum/client';
import type { VisitId } from '@venterum/contract';

/** Which call an event is about. */
export interface CallFacts {
  readonly visitId: VisitId;
}

/** How the call comes through. */
export interface CallQualityFacts extends CallFacts {
  /** The worst of all connections. */
  readonly quality: MediaQuality;
  /** Where the trouble most likely lies, once that is known. */
  readonly cause?: TroubleCause;
}

/** How the room is shown now. */
export interface CallLayoutFacts extends CallFacts {
  readonly layout: 'grid' | 'focus' | 'bar';
}

/** Why the call is over here. */
export interface CallEndedFacts extends CallFacts {
  /** `left`: by this person, while the visit goes on. `over`: for everybody. */
  readonly reason: 'left' | 'over';
}

/** The first other person is seen or heard. */
export class CallConnectedEvent extends Event {
  readonly detail: CallFacts;

  constructor(detail: CallFacts) {
    super('call-connected', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The connection has become better or worse, or it is known why. */
export class CallQualityEvent extends Event {
  readonly detail: CallQualityFacts;

  constructor(detail: CallQualityFacts) {
    super('call-quality', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The person has made the room a bar, or large again: a host that docks the bar moves it now. */
export class CallLayoutChangedEvent extends Event {
  readonly detail: CallLayoutFacts;

  constructor(detail: CallLayoutFacts) {
    super('call-layout-changed', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The clinician asks to end the call. Who prevents it ends the visit in a way of their own; else it ends as completed. */
export class CallEndRequestEvent extends Event {
  readonly detail: CallFacts;

  constructor(detail: CallFacts) {
    super('call-end-request', { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** The call is over here; camera and microphone are off. Not sent when the visit is released to the queue. */
export class CallEndedEvent extends Event {
  readonly detail: CallEndedFacts;

  constructor(detail: CallEndedFacts) {
    super('call-ended', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-connected': CallConnectedEvent;
    'call-quality': CallQualityEvent;
    'call-layout-changed': CallLayoutChangedEvent;
    'call-end-request': CallEndRequestEvent;
    'call-ended': CallEndedEvent;
  }
}
