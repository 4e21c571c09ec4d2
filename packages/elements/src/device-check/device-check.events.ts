/** Which devices work; no names of devices. */
export interface DevicesReadyFacts {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** The microphone is on, and the camera too unless there is none to be had. */
export class DevicesReadyEvent extends Event {
  readonly detail: DevicesReadyFacts;

  constructor(detail: DevicesReadyFacts) {
    super('devices-ready', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'devices-ready': DevicesReadyEvent;
  }
}
