import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceLoan } from '../shared/shared-devices.ts';
import type { WaitingRoomActs } from './waiting-room.acts.ts';

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

/**
 * Whether a call is under way that was begun here: somebody has said that it is the right patient. In a list camera and
 * microphone are the host's, as the picture is.
 */
const isCalling = (view: string, { screen, host }: WaitingRoomActs): boolean => {
  const state = host.state();
  if (view !== 'full' || state?.status !== 'ready') return false;
  const { attempted, dialog } = screen;
  return dialog?.type === 'start' && dialog.visitId === attempted?.id
    ? state.busy.has(dialog.visitId)
    : state.current?.access !== undefined;
};

/** Has camera and microphone on for as long as a call is under way, so that starting costs one round trip. */
export class CallWarmer implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly view: string };
  readonly #acts: WaitingRoomActs;
  #loan: Promise<DeviceLoan | undefined> | undefined;

  constructor(host: ReactiveControllerHost & { readonly view: string }, acts: WaitingRoomActs) {
    this.#host = host;
    this.#acts = acts;
    host.addController(this);
  }

  hostUpdated(): void {
    if (isCalling(this.#host.view, this.#acts)) this.#loan ??= borrow().catch(() => undefined);
    else this.hostDisconnected();
  }

  /** Gives the devices back: they go off unless somebody else on the page has them (D17). */
  hostDisconnected(): void {
    void this.#loan?.then((loan) => loan?.giveBack());
    this.#loan = undefined;
  }
}
