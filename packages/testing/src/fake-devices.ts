import type { DeviceCommand, DeviceState, Store } from '@venterum/client';

const off: DeviceState = {
  camera: 'unknown',
  microphone: 'unknown',
  level: 0,
  heard: false,
  cameras: [],
  microphones: [],
  soundPlaying: false,
};

/** Camera and microphone that do what a test says. */
export class FakeDevices implements Store<DeviceState, DeviceCommand> {
  readonly commands: DeviceCommand[] = [];
  /** What `start` comes to. */
  onStart: Partial<DeviceState>;
  disposed = false;
  #state: DeviceState;
  readonly #listeners = new Set<(state: DeviceState) => void>();

  constructor(state: Partial<DeviceState> = {}, onStart: Partial<DeviceState> = {}) {
    this.#state = { ...off, ...state };
    this.onStart = onStart;
  }

  getState(): DeviceState {
    return this.#state;
  }

  subscribe(listener: (state: DeviceState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async dispatch(command: DeviceCommand): Promise<void> {
    this.commands.push(command);
    if (command.type === 'start') this.become(this.onStart);
    if (command.type === 'stop') this.#stop();
  }

  dispose(): void {
    this.disposed = true;
    this.#stop();
  }

  /** Changes the state, as the browser would. */
  become(patch: Partial<DeviceState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }

  #stop(): void {
    const { stream, ...rest } = this.#state;
    for (const track of stream?.getTracks() ?? []) track.stop();
    this.#state = { ...rest, camera: 'unknown', microphone: 'unknown', level: 0, heard: false };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}

/** As much of a track as stores use, for Node. */
export class FakeTrack extends EventTarget {
  readonly kind: string;
  enabled = true;
  readyState = 'live';
  contentHint = '';

  constructor(kind: string) {
    super();
    this.kind = kind;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** Ended by something else than `stop`, as the browser's own button for a shared screen does. */
  endByItself(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** A stream of one microphone and one camera, for Node; with an argument, as `MediaStream` itself would be made. */
export class FakeStream {
  readonly #tracks: readonly FakeTrack[];

  constructor(tracks: readonly FakeTrack[] = [new FakeTrack('audio'), new FakeTrack('video')]) {
    this.#tracks = tracks;
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }
}
