import type { DeviceCommand, DeviceState } from '@venterum/client';
import type { DeviceStore } from '@venterum/client/video';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { borrowDevices, type DeviceLoan } from './shared-devices.ts';

/** What a {@link DevicesController} needs to know. */
export interface DevicesOptions {
  /** The host's own devices, used instead of the page's and never switched off here. */
  readonly given: () => DeviceStore | undefined;
  /** These devices are in use from now on. */
  readonly began?: (store: DeviceStore) => void;
  /** After every change, before it is rendered. */
  readonly changed?: (state: DeviceState) => void;
}

/** Follows camera and microphone: those given, else the page's shared ones. A move in the DOM keeps them. */
export class DevicesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: DevicesOptions;
  #loan: DeviceLoan | undefined;
  #store: DeviceStore | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, options: DevicesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The devices in use, once the element is connected. */
  get store(): DeviceStore | undefined {
    return this.#store;
  }

  /** How they are. */
  get state(): DeviceState | undefined {
    return this.#store?.getState();
  }

  /** Asks the devices for something. */
  async dispatch(command: DeviceCommand): Promise<void> {
    await this.#store?.dispatch(command);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const given = this.#options.given();
    if (given !== undefined) this.#use(given);
    else {
      this.#loan ??= borrowDevices();
      this.#use(this.#loan.store);
    }
    if (given !== undefined) this.#giveBack();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#unsubscribe?.();
      this.#store = undefined;
      this.#giveBack();
    });
  }

  #use(store: DeviceStore): void {
    if (store === this.#store) return;
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store.subscribe((state) => {
      this.#options.changed?.(state);
      this.#host.requestUpdate();
    });
    this.#options.changed?.(store.getState());
    this.#options.began?.(store);
  }

  #giveBack(): void {
    this.#loan?.giveBack();
    this.#loan = undefined;
  }
}
