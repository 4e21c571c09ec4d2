import type { CallState } from './call-state.ts';
import type { Cell } from './cell.ts';
import type { DeviceStore } from './device-store.ts';
import { patched } from './patched.ts';

/** Asks the person for a screen or a window to show. Default: the browser's own. Rejects when they choose none. */
export type ScreenSource = () => Promise<MediaStream>;

/** What {@link CallSending} needs. */
export interface CallSendingOptions {
  readonly cell: Cell<CallState>;
  readonly devices: DeviceStore;
  readonly captureScreen?: ScreenSource | undefined;
  /** Sends this from now on. */
  readonly send: (stream: MediaStream) => Promise<void>;
  /** The screen is shown, or no longer. */
  readonly sharingChanged: (sharing: boolean) => void;
}

const captureBrowserScreen: ScreenSource = () =>
  navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });

/** What goes out of a call: microphone and camera, or the screen in the camera's place. */
export class CallSending {
  readonly #options: CallSendingOptions;
  #screen: MediaStreamTrack | undefined;

  constructor(options: CallSendingOptions) {
    this.#options = options;
  }

  /** What goes out now. Without any device one can still see and hear the others. */
  get stream(): MediaStream {
    const { local } = this.#options.cell.get();
    if (this.#screen === undefined) return local ?? new MediaStream();
    const sound = (local?.getTracks() ?? []).filter(({ kind }) => kind === 'audio');
    return new MediaStream([...sound, this.#screen]);
  }

  /** The devices give this stream now. */
  async use(local: MediaStream | undefined): Promise<void> {
    const changed = local !== this.#options.cell.get().local;
    this.#patch({ local });
    this.#enable();
    if (changed) await this.#options.send(this.stream);
  }

  /** Held back, a microphone sends silence. */
  setMuted(muted: boolean): void {
    this.#patch({ muted });
    this.#enable();
  }

  /** Switches the camera itself off, light and all, or on again. Never rejects. */
  async setCameraOff(cameraOff: boolean): Promise<void> {
    this.#patch({ cameraOff });
    this.#enable();
    if (this.#options.cell.get().status === 'ended') return;
    await this.#options.devices.dispatch({ type: 'set-camera', on: !cameraOff });
  }

  /** Shows a screen instead of the camera, or the camera again. Who chooses none, shows none. Never rejects. */
  setSharing(on: boolean): Promise<void> {
    return on ? this.#share() : this.endShare();
  }

  /** Back to the camera; the screen is let go (D17). */
  async endShare(): Promise<void> {
    if (this.#screen === undefined) return;
    this.#screen.stop();
    await this.#show(undefined);
  }

  async #share(): Promise<void> {
    if (this.#screen !== undefined) return;
    const capture = this.#options.captureScreen ?? captureBrowserScreen;
    const stream = await capture().catch(() => undefined);
    const track = stream?.getTracks().find(({ kind }) => kind === 'video');
    if (track === undefined) return;
    if (this.#options.cell.get().status === 'ended') {
      track.stop();
      return;
    }
    // Words on a screen must be readable before they must move.
    track.contentHint = 'detail';
    // The browser's own button ends it too.
    track.addEventListener('ended', () => void this.endShare());
    await this.#show(track);
  }

  async #show(screen: MediaStreamTrack | undefined): Promise<void> {
    const sharing = screen !== undefined;
    this.#screen = screen;
    this.#patch({ sharing });
    this.#options.sharingChanged(sharing);
    await this.#options.send(this.stream);
  }

  /** Black is for devices of an integrator's own that do not know how to let the camera go. */
  #enable(): void {
    const { local, muted, cameraOff } = this.#options.cell.get();
    for (const track of local?.getTracks() ?? [])
      track.enabled = track.kind === 'audio' ? !muted : !cameraOff;
  }

  #patch(patch: Parameters<typeof patched<CallState>>[1]): void {
    const { cell } = this.#options;
    cell.set(patched(cell.get(), patch));
  }
}
