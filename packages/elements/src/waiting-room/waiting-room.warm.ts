import type { DeviceCommand, DeviceState, Store } from '@venterum/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type DeviceStore = Store<DeviceState, DeviceCommand>;

/** Nobody started after all: the lights of the camera go off again. */
const COOL_MILLISECONDS = 15_000;

/** Whether the person has said yes before: warming up must never be what asks. */
const isAllowed = async (): Promise<boolean> => {
  const ask = (name: string): Promise<PermissionStatus> =>
    navigator.permissions.query({ name: name as PermissionName });
  const answers = await Promise.all([ask('camera'), ask('microphone')]);
  return answers.every(({ state }) => state === 'granted');
};

const load = async (): Promise<DeviceStore | undefined> => {
  // Firefox and older browsers do not know these names: there the call itself asks.
  if (!(await isAllowed().catch(() => false))) return undefined;
  const { createDeviceStore } = await import('@venterum/client/video');
  return createDeviceStore();
};

/** Warms camera and microphone while somebody is about to start, so that starting costs one round trip. */
export class DeviceWarmer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #store: DeviceStore | undefined;
  #loading = false;
  #held = false;
  #cool: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The warm devices, for the video room to use. */
  get store(): DeviceStore | undefined {
    return this.#store;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Turns the devices on unless they are; they cool down again by themselves. */
  warm(): void {
    clearTimeout(this.#cool);
    if (!this.#held) this.#cool = setTimeout(() => this.stop(), COOL_MILLISECONDS);
    if (this.#loading || this.#store !== undefined) return;
    this.#loading = true;
    void load().then(
      (store) => this.#use(store),
      () => this.#use(undefined),
    );
  }

  /** A call has begun: they stay on. */
  hold(): void {
    this.#held = true;
    clearTimeout(this.#cool);
  }

  /** Turns them off (D17). */
  stop(): void {
    clearTimeout(this.#cool);
    this.#held = false;
    this.#store?.dispose();
    this.#store = undefined;
  }

  #use(store: DeviceStore | undefined): void {
    this.#loading = false;
    this.#store = store;
    void store?.dispatch({ type: 'start' });
    this.#host.requestUpdate();
  }
}
