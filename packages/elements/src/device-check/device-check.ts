import {
  createNetworkStore,
  type DeviceState,
  type NetworkCommand,
  type NetworkState,
  type Store,
} from '@venterum/client';
import type { DeviceStore } from '@venterum/client/video';
import type { CSSResultGroup } from 'lit';
import { property, state } from '../shared/decorators.ts';
import { DevicesController } from '../shared/devices-controller.ts';
import { deviceProblems } from '../shared/device-problem.ts';
import { StoreController } from '../shared/store-controller.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { DevicesReadyEvent } from './device-check.events.ts';
import { deviceCheckStyles } from './device-check.styles.ts';
import { deviceCheckDa, type DeviceCheckTexts } from './device-check.texts.da.ts';
import { deviceCheckView, networkWords } from './device-check.view.ts';

export type * from './device-check.events.ts';
export type { DeviceCheckTexts } from './device-check.texts.da.ts';

const isSettled = ({ camera, microphone }: DeviceState): boolean =>
  [camera, microphone].every((status) => status !== 'unknown' && status !== 'asking');

/**
 * Camera, microphone, loudspeaker and network before a call: the own picture, a level meter, a sound to try, the way to the
 * server, and for everything that is wrong the way to mend it. It asks for the devices as soon as it is shown, and keeps them
 * warm for a `<video-room>` on the page. Without a client it leaves the network out.
 *
 * @tag device-check
 * @csspart picture - The own picture.
 * @csspart level - The level meter of the microphone.
 * @csspart heard - Whether anything was heard.
 * @csspart device-problem - What is wrong and how to mend it.
 * @csspart network - How the way to the server is; what is wrong with it and how to mend it.
 * @csspart change - The choice of other devices.
 * @fires {DevicesReadyEvent} devices-ready - The microphone is on, and the camera too unless there is none to be had.
 */
export class DeviceCheckElement extends VenterumElement<DeviceCheckTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, deviceCheckStyles];

  /** Devices to check; else the page's own, shared with the other elements on it. */
  @property({ attribute: false }) devices?: DeviceStore;

  /** Small, without a heading, for inside another screen. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** A network check of the integrator's own; else one of the client's server. */
  @property({ attribute: false }) network?: Store<NetworkState, NetworkCommand>;

  @state() private soundTried = false;

  readonly #network = new StoreController<NetworkState, NetworkCommand>(this, {
    inputs: () => [this.activeClient],
    injected: () => this.network,
    create: () => (this.activeClient === undefined ? undefined : createNetworkStore(this.activeClient)),
    changed: (now, before) => this.#networkChanged(now, before),
  });

  readonly #devices = new DevicesController(this, {
    given: () => this.devices,
    changed: (state) => this.#changed(state),
    began: (store) => {
      if (store.getState().stream === undefined) void store.dispatch({ type: 'start' });
    },
  });

  #told = '';

  constructor() {
    super({
      da: deviceCheckDa,
      en: () => import('./device-check.texts.en.ts').then((module) => module.deviceCheckEn),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#checkNetwork);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#checkNetwork);
  }

  // No server is needed to look at one's own picture.
  protected override get ready(): boolean {
    return true;
  }

  protected override content(): unknown {
    const { state } = this.#devices;
    if (state === undefined) return this.texts.oneMoment;
    return deviceCheckView({
      texts: this.texts,
      devices: state,
      network: this.#network.state,
      server: this.activeClient?.server ?? '',
      compact: this.compact,
      soundTried: this.soundTried,
      dispatch: (command) => {
        this.soundTried ||= command.type === 'play-test-sound';
        void this.#devices.dispatch(command);
      },
      checkNetwork: this.#checkNetwork,
    });
  }

  readonly #checkNetwork = (): void => void this.#network.dispatch({ type: 'check' });

  #networkChanged({ status }: NetworkState, before: NetworkState | undefined): void {
    if (before === undefined && status === 'unknown') this.#checkNetwork();
    const words = this.hasTexts ? networkWords(status, this.texts) : undefined;
    if (words !== undefined) this.announce(words.problem);
  }

  #changed(state: DeviceState): void {
    if (!isSettled(state)) {
      this.#told = '';
      return;
    }
    const now = `${state.camera} ${state.microphone}`;
    if (now === this.#told) return;
    this.#told = now;
    const [camera, microphone] = [state.camera === 'on', state.microphone === 'on'];
    if (microphone) this.dispatchEvent(new DevicesReadyEvent({ camera, microphone }));
    if (!this.hasTexts) return;
    const problems = deviceProblems(state, this.texts);
    this.announce(problems.length === 0 ? this.texts.ready : problems.join(' '));
  }
}
