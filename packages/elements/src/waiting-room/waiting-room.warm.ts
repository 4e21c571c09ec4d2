import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceLoan } from '../shared/shared-devices.ts';

/** Nobody started after all: the lights of the camera go off again. */
const COOL_MILLISECONDS = 15_000;

/** Whether the person has said yes before: warming up must never be what asks. */
const isAllowed = async (): Promise<boolean> => {
  const ask = (name: PermissionName): Promise<PermissionStatus> => navigator.permissions.query({ name });
  const answers = await Promise.all([ask('camera'), ask('microphone')]);
  return answers.every(({ state }) => state === 'granted');
};

const borrow = async (): Promise<DeviceLoan | undefined> => {
  // Firefox and older browsers do not know these names: there the call itself asks.
  if (!(await isAllowed().catch(() => false))) return undefined;
  const { borrowDevices } = await import('../shared/shared-devices.ts');
  const loan = borrowDevices();
  void loan.store.dispatch({ type: 'start' });
  return loan;
};

/** Warms what a call needs while somebody waits, so that starting costs one round trip. */
export class CallWarmer implements ReactiveController {
  #loan: Promise<DeviceLoan | undefined> | undefined;
  #held = false;
  #cool: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Somebody is about to start: turns camera and microphone on; they cool down again by themselves. */
  warm(): void {
    clearTimeout(this.#cool);
    if (!this.#held) this.#cool = setTimeout(() => this.stop(), COOL_MILLISECONDS);
    this.#loan ??= borrow().catch(() => undefined);
  }

  /** A call has begun: they stay on. */
  hold(): void {
    this.#held = true;
    clearTimeout(this.#cool);
  }

  /** Gives the devices back: they go off unless somebody else on the page has them (D17). */
  stop(): void {
    clearTimeout(this.#cool);
    this.#held = false;
    void this.#loan?.then((loan) => loan?.giveBack());
    this.#loan = undefined;
  }
}
