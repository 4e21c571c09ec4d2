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
export interface FakeTrack {
  readonly kind: string;
  enabled: boolean;
  readyState: string;
  stop(): void;
}

const createTrack = (kind: string): FakeTrack => ({
  kind,
  enabled: true,
  readyState: 'live',
  stop() {
    this.readyState = 'ended';
  },
});

/** A stream of one microphone and one camera, for Node; with an argument, as `MediaStream` itself would be made. */
export class FakeStream {
  readonly #tracks: readonly FakeTrack[];

  constructor(tracks: readonly FakeTrack[] = [createTrack('audio'), createTrack('video')]) {
    this.#tracks = tracks;
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }
}
