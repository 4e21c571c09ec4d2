import { systemClock, type Clock } from '../clock.ts';
import { createCell } from '../stores/cell.ts';
import type { DeviceState, DeviceStatus } from '../stores/device-state.ts';
import { patched, type Patch } from '../stores/patched.ts';
import { listDevices } from './device-lists.ts';
import { startLevelMeter } from './level-meter.ts';
import {
  openDevice,
  openDevices,
  type DeviceChoices,
  type DeviceKind,
  type MediaSource,
  type OpenedDevice,
  type PermissionQuery,
} from './open-devices.ts';
import { playTestSound, testSoundMilliseconds } from './test-sound.ts';

/** What a device store can be given instead of the browser's own. */
export interface DeviceStoreOptions {
  /** Default: `navigator.mediaDevices`; absent on pages without HTTPS. */
  readonly mediaDevices?: MediaSource | undefined;
  /** Default: `navigator.permissions`. */
  readonly permission?: PermissionQuery;
  /** Default: the browser's. */
  readonly createAudioContext?: () => AudioContext;
  /** Default: the browser's time. */
  readonly clock?: Clock;
}

/** Louder than the noise of a quiet room. */
const HEARD_LEVEL = 0.08;

const statusKey = { video: 'camera', audio: 'microphone' } as const;
const idKey = { video: 'cameraId', audio: 'microphoneId' } as const;
const kinds: readonly DeviceKind[] = ['audio', 'video'];

const initial: DeviceState = {
  camera: 'unknown',
  microphone: 'unknown',
  level: 0,
  heard: false,
  cameras: [],
  microphones: [],
  soundPlaying: false,
};

const browserPermission: PermissionQuery = async (kind) => {
  try {
    return (await navigator.permissions.query({ name: statusKey[kind] })).state;
  } catch {
    // Firefox and older Safari do not know these names.
    return undefined;
  }
};

/** The devices behind a device store. */
export class Devices {
  readonly cell = createCell(initial);
  readonly #source: MediaSource | undefined;
  readonly #permission: PermissionQuery;
  readonly #createContext: () => AudioContext;
  readonly #clock: Clock;
  readonly #tracks = new Map<DeviceKind, MediaStreamTrack>();
  /** Grows at every stop: what was asked for before is not wanted any more when it comes. */
  #epoch = 0;
  #starting: Promise<void> | undefined;
  /** Switched off by the person: opened by nothing but their own wish. */
  #cameraOff = false;
  #context: AudioContext | undefined;
  #stopMeter: (() => void) | undefined;
  #listening = false;

  constructor(options: DeviceStoreOptions) {
    // The DOM types promise it; pages without HTTPS do not have it.
    const own = (globalThis.navigator as Partial<Navigator> | undefined)?.mediaDevices;
    this.#source = 'mediaDevices' in options ? options.mediaDevices : own;
    this.#permission = options.permission ?? browserPermission;
    this.#createContext = options.createAudioContext ?? (() => new AudioContext());
    this.#clock = options.clock ?? systemClock;
  }

  async start(): Promise<void> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    await this.#starting;
  }

  async setCamera(on: boolean): Promise<void> {
    this.#cameraOff = !on;
    if (on) {
      // What is under way was asked for without the camera.
      await this.#starting;
      await this.start();
    } else {
      this.#release('video');
      this.#patch({ camera: 'off', ...this.#newStream() });
    }
  }

  async use(kind: DeviceKind, deviceId: string): Promise<void> {
    const source = this.#source;
    if (source === undefined) return;
    if (this.#isOff(kind)) {
      this.#patch({ [idKey[kind]]: deviceId });
      return;
    }
    const epoch = this.#epoch;
    // Phones have one camera open at a time: the old one is let go before the new one is asked for.
    this.#release(kind);
    this.#patch({ [statusKey[kind]]: 'asking' });
    const opened = await openDevice(source, kind, { [kind]: { exact: deviceId } });
    this.#take({ [kind]: opened }, epoch);
  }

  playTestSound(): void {
    const context = this.#audio();
    if (context === undefined || this.cell.get().soundPlaying) return;
    playTestSound(context);
    this.#patch({ soundPlaying: true });
    this.#clock.after(testSoundMilliseconds, () => this.#patch({ soundPlaying: false }));
  }

  stop(): void {
    this.#epoch += 1;
    this.#cameraOff = false;
    for (const kind of kinds) this.#release(kind);
    this.#meter(undefined);
    void this.#context?.close().catch(() => undefined);
    this.#context = undefined;
    this.#listen(false);
    const { cameras, microphones } = this.cell.get();
    this.cell.set({ ...initial, cameras, microphones });
  }

  async #start(): Promise<void> {
    const source = this.#source;
    if (source === undefined) {
      this.#patch({ camera: 'denied', microphone: 'denied' });
      return;
    }
    const epoch = this.#epoch;
    for (const kind of kinds) if (this.cell.get()[statusKey[kind]] !== 'on') this.#release(kind);
    const missing = kinds.filter((kind) => !this.#tracks.has(kind) && !this.#isOff(kind));
    if (missing.length === 0) return;
    this.#patch(Object.fromEntries(missing.map((kind) => [statusKey[kind], 'asking'])));
    this.#listen(true);
    const [only] = missing;
    const opened =
      missing.length === 1 && only !== undefined
        ? { [only]: await openDevice(source, only, this.#choices()) }
        : await openDevices(source, this.#permission, this.#choices());
    this.#take(opened, epoch);
  }

  #isOff(kind: DeviceKind): boolean {
    return kind === 'video' && this.#cameraOff;
  }

  /** Those used last, if they are still there. */
  #choices(): DeviceChoices {
    const { cameraId, microphoneId } = this.cell.get();
    return patched<DeviceChoices>({}, { video: cameraId, audio: microphoneId });
  }

  #take(opened: Partial<Record<DeviceKind, OpenedDevice>>, epoch: number): void {
    if (epoch !== this.#epoch) {
      for (const device of Object.values(opened)) device.track?.stop();
      return;
    }
    const patch: Record<string, string | undefined> = {};
    for (const kind of kinds) {
      const device = opened[kind];
      if (device === undefined) continue;
      if (this.#isOff(kind)) {
        device.track?.stop();
        continue;
      }
      patch[statusKey[kind]] = device.status;
      if (device.track === undefined) continue;
      patch[idKey[kind]] = device.track.getSettings().deviceId;
      this.#keep(kind, device.track);
    }
    this.#patch({ ...patch, ...this.#newStream() });
    void this.#refreshLists();
  }

  #keep(kind: DeviceKind, track: MediaStreamTrack): void {
    this.#tracks.set(kind, track);
    const become = (status: DeviceStatus) => (): void => {
      if (this.#tracks.get(kind) === track) this.#patch({ [statusKey[kind]]: status });
    };
    track.addEventListener('ended', become('lost'));
    // A phone call takes the devices of a tablet away without ending their tracks.
    track.addEventListener('mute', become('lost'));
    track.addEventListener('unmute', become('on'));
  }

  #release(kind: DeviceKind): void {
    this.#tracks.get(kind)?.stop();
    this.#tracks.delete(kind);
  }

  #newStream(): Patch<DeviceState> {
    const tracks = [...this.#tracks.values()];
    const stream = tracks.length === 0 ? undefined : new MediaStream(tracks);
    this.#meter(this.#tracks.has('audio') ? stream : undefined);
    return { stream, heard: false, level: 0 };
  }

  #meter(stream: MediaStream | undefined): void {
    this.#stopMeter?.();
    this.#stopMeter = undefined;
    const context = stream === undefined ? undefined : this.#audio();
    if (context === undefined || stream === undefined) return;
    this.#stopMeter = startLevelMeter({
      context,
      stream,
      clock: this.#clock,
      onLevel: (level) => {
        const { heard, level: before } = this.cell.get();
        const rounded = Math.round(level * 50) / 50;
        if (rounded !== before || (!heard && level > HEARD_LEVEL))
          this.#patch({ level: rounded, heard: heard || level > HEARD_LEVEL });
      },
    });
  }

  /** Browsers start it suspended until somebody taps; every command is a new chance. */
  #audio(): AudioContext | undefined {
    try {
      this.#context ??= this.#createContext();
    } catch {
      return undefined;
    }
    if (this.#context.state === 'suspended') void this.#context.resume().catch(() => undefined);
    return this.#context;
  }

  #listen(on: boolean): void {
    if (on === this.#listening) return;
    this.#listening = on;
    if (on) this.#source?.addEventListener('devicechange', this.#changed);
    else this.#source?.removeEventListener('devicechange', this.#changed);
  }

  /** Something was plugged in or out: what is missing or lost may be there again. */
  readonly #changed = (): void => {
    void this.#refreshLists();
    const { camera, microphone } = this.cell.get();
    const isGone = (status: DeviceStatus): boolean => status === 'missing' || status === 'lost';
    if (isGone(camera) || isGone(microphone)) void this.start();
  };

  async #refreshLists(): Promise<void> {
    const epoch = this.#epoch;
    if (this.#source === undefined) return;
    const lists = await listDevices(this.#source);
    if (epoch === this.#epoch) this.#patch(lists);
  }

  #patch(patch: Patch<DeviceState>): void {
    this.cell.set(patched(this.cell.get(), patch));
  }
}
