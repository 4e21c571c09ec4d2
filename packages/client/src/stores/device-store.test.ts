import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { MediaSource } from '../devices/open-devices.ts';
import { createDeviceStore, type DeviceStore } from './device-store.ts';

/** As much of a track as is used. */
class FakeTrack extends EventTarget {
  readyState = 'live';
  readonly kind: string;
  readonly deviceId: string;

  constructor(kind: string, deviceId = `${kind}-1`) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }

  getSettings(): { deviceId: string } {
    return { deviceId: this.deviceId };
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

class FakeStream {
  readonly tracks: FakeTrack[];

  constructor(tracks: FakeTrack[]) {
    this.tracks = tracks;
  }

  getTracks(): FakeTrack[] {
    return this.tracks;
  }
}

class FakeSource extends EventTarget {
  /** What goes wrong, by kind: the name of a DOMException. */
  wrong: Record<string, string | undefined> = {};
  readonly asked: MediaStreamConstraints[] = [];
  readonly given: FakeTrack[] = [];
  devices: { kind: string; deviceId: string; label: string }[] = [];
  /** Holds every answer back while set. */
  gate: Promise<void> | undefined;

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    await this.gate;
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind] !== undefined);
    for (const kind of kinds) {
      const name = this.wrong[kind];
      if (name !== undefined) throw new DOMException('no', name);
    }
    const tracks = kinds.map((kind) => new FakeTrack(kind, idOf(constraints[kind]) ?? `${kind}-1`));
    this.given.push(...tracks);
    return new FakeStream(tracks) as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.devices as MediaDeviceInfo[];
  }
}

const idOf = (constraint: boolean | MediaTrackConstraints | undefined): string | undefined => {
  const wish = typeof constraint === 'object' ? constraint.deviceId : undefined;
  return typeof wish === 'object' && 'exact' in wish ? String(wish.exact) : undefined;
};

/** A clock that stands still until told. */
class StillClock {
  readonly #due: { at: number; run: () => void }[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const entry = { at: this.#now + milliseconds, run };
    this.#due.push(entry);
    return () => {
      const index = this.#due.indexOf(entry);
      if (index >= 0) this.#due.splice(index, 1);
    };
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#now = next.at;
      next.run();
    }
    this.#now = until;
  }

  #next(until: number): { at: number; run: () => void } | undefined {
    this.#due.sort((left, right) => left.at - right.at);
    return (this.#due[0]?.at ?? Infinity) <= until ? this.#due.shift() : undefined;
  }
}

/** An audio context in which everybody speaks at the given loudness. */
class FakeAudio {
  state = 'running';
  currentTime = 0;
  destination = {};
  static loudness = 0;
  tones = 0;

  createMediaStreamSource(): object {
    return { connect: () => undefined, disconnect: () => undefined };
  }

  createAnalyser(): object {
    return {
      fftSize: 0,
      getFloatTimeDomainData: (samples: Float32Array) => samples.fill(FakeAudio.loudness),
    };
  }

  createGain(): object {
    const gain = { setValueAtTime: noop, linearRampToValueAtTime: noop, exponentialRampToValueAtTime: noop };
    return { gain, connect: noop };
  }

  createOscillator(): object {
    this.tones += 1;
    return { frequency: {}, connect: (next: object) => next, start: noop, stop: noop };
  }

  async close(): Promise<void> {
    this.state = 'closed';
  }
}

const noop = (): void => undefined;

describe('device store', () => {
  const pageStream = globalThis.MediaStream as unknown;
  let source: FakeSource;
  let clock: StillClock;
  let audio: FakeAudio;
  let permissions: Record<string, PermissionState | undefined>;
  let store: DeviceStore;

  beforeEach(() => {
    (globalThis as Record<string, unknown>)['MediaStream'] = FakeStream;
    source = new FakeSource();
    clock = new StillClock();
    audio = new FakeAudio();
    FakeAudio.loudness = 0;
    permissions = {};
    store = createDeviceStore({
      mediaDevices: source as unknown as MediaSource,
      permission: async (kind) => permissions[kind],
      createAudioContext: () => audio as unknown as AudioContext,
      clock,
    });
  });

  afterEach(() => {
    store.dispose();
    (globalThis as Record<string, unknown>)['MediaStream'] = pageStream;
  });

  const statuses = (): readonly string[] => [store.getState().camera, store.getState().microphone];
  const start = (): Promise<void> => store.dispatch({ type: 'start' });

  it('asks nobody before it is started', () => {
    assert.deepEqual(statuses(), ['unknown', 'unknown']);
    assert.equal(source.asked.length, 0);
  });

  it('asks once for both, in HD and with echo and noise taken out', async () => {
    await start();
    assert.deepEqual(statuses(), ['on', 'on']);
    assert.deepEqual(source.asked, [
      {
        video: { width: { ideal: 1280 }, height: { ideal: 720 } },
        audio: { echoCancellation: true, noiseSuppression: true },
      },
    ]);
  });

  it('says that the browser is asking', async () => {
    const seen: string[] = [];
    store.subscribe(({ camera }) => seen.push(camera));
    await start();
    assert.equal(seen[0], 'asking');
  });

  for (const [name, status] of [
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['SomethingElse', 'busy'],
  ] as const)
    it(`calls ${name} of both devices ${status}`, async () => {
      source.wrong = { audio: name, video: name };
      await start();
      assert.deepEqual(statuses(), [status, status]);
      assert.equal(store.getState().stream, undefined);
    });

  it('goes on with sound only when there is no camera', async () => {
    source.wrong = { video: 'NotFoundError' };
    await start();
    assert.deepEqual(statuses(), ['missing', 'on']);
    assert.equal(store.getState().stream?.getTracks().length, 1);
  });

  it('goes on with sound only when the camera is taken', async () => {
    source.wrong = { video: 'NotReadableError' };
    await start();
    assert.deepEqual(statuses(), ['busy', 'on']);
  });

  it('asks nobody twice after a refusal', async () => {
    source.wrong = { audio: 'NotAllowedError', video: 'NotAllowedError' };
    await start();
    assert.equal(source.asked.length, 1);
  });

  it('asks again for the microphone when only the camera is forbidden', async () => {
    source.wrong = { video: 'NotAllowedError' };
    permissions = { video: 'denied', audio: 'prompt' };
    await start();
    assert.deepEqual(statuses(), ['denied', 'on']);
  });

  it('counts a page without HTTPS as denied', async () => {
    const bare = createDeviceStore({ mediaDevices: undefined });
    await bare.dispatch({ type: 'start' });
    assert.equal(bare.getState().camera, 'denied');
  });

  it('D17: ends the tracks on stop and on dispose', async () => {
    await start();
    await store.dispatch({ type: 'stop' });
    assert.deepEqual(statuses(), ['unknown', 'unknown']);
    assert.equal(store.getState().stream, undefined);
    await start();
    store.dispose();
    assert.ok(source.given.length === 4 && source.given.every(({ readyState }) => readyState === 'ended'));
  });

  it('D17: ends tracks at once that come after stop', async () => {
    let open = noop;
    source.gate = new Promise((resolve) => (open = resolve));
    const started = start();
    await store.dispatch({ type: 'stop' });
    open();
    await started;
    assert.ok(source.given.length === 2 && source.given.every(({ readyState }) => readyState === 'ended'));
    assert.deepEqual(statuses(), ['unknown', 'unknown']);
  });

  it('tells of a device that stops by itself, and brings it back on start, the other untouched', async () => {
    await start();
    const microphone = source.given.find(({ kind }) => kind === 'audio');
    source.given.find(({ kind }) => kind === 'video')?.dispatchEvent(new Event('ended'));
    assert.deepEqual(statuses(), ['lost', 'on']);
    await start();
    assert.deepEqual(statuses(), ['on', 'on']);
    assert.equal(microphone?.readyState, 'live');
  });

  it('takes a device that the system mutes as lost until it is back', async () => {
    await start();
    const [track] = source.given;
    track?.dispatchEvent(new Event('mute'));
    assert.equal(store.getState().microphone, 'lost');
    track?.dispatchEvent(new Event('unmute'));
    assert.equal(store.getState().microphone, 'on');
  });

  it('lists devices, again when one is plugged in, and then tries what was missing', async () => {
    source.wrong = { video: 'NotFoundError' };
    await start();
    source.wrong = {};
    source.devices = [{ kind: 'videoinput', deviceId: 'video-1', label: 'Front' }];
    const back = new Promise<void>((resolve) => {
      store.subscribe(({ camera, cameras }) => {
        if (camera === 'on' && cameras.length === 1) resolve();
      });
    });
    source.dispatchEvent(new Event('devicechange'));
    await back;
    assert.deepEqual(store.getState().cameras, [{ deviceId: 'video-1', label: 'Front' }]);
  });

  it('lets the old camera go before it takes the chosen one', async () => {
    await start();
    const old = source.given.find(({ kind }) => kind === 'video');
    const before = store.getState().stream;
    const switching = store.dispatch({ type: 'use-camera', deviceId: 'rear' });
    assert.equal(old?.readyState, 'ended');
    await switching;
    assert.equal(store.getState().cameraId, 'rear');
    assert.notEqual(store.getState().stream, before);
    assert.equal(store.getState().stream?.getTracks().length, 2);
  });

  const cameras = (): string[] =>
    source.given.filter(({ kind }) => kind === 'video').map(({ readyState }) => readyState);

  it('D17: switches the camera off, light and all, while the sound goes on, and opens it again', async () => {
    await start();
    await store.dispatch({ type: 'set-camera', on: false });
    assert.deepEqual([statuses(), cameras()], [['off', 'on'], ['ended']]);
    assert.deepEqual(
      store
        .getState()
        .stream?.getTracks()
        .map(({ kind, readyState }) => [kind, readyState]),
      [['audio', 'live']],
    );
    await store.dispatch({ type: 'set-camera', on: true });
    assert.deepEqual(
      [statuses(), cameras()],
      [
        ['on', 'on'],
        ['ended', 'live'],
      ],
    );
    assert.equal(store.getState().stream?.getTracks().length, 2);
  });

  it('D17: opens a camera that is switched off for nothing else', async () => {
    await store.dispatch({ type: 'set-camera', on: false });
    await start();
    await store.dispatch({ type: 'use-camera', deviceId: 'rear' });
    source.dispatchEvent(new Event('devicechange'));
    assert.deepEqual([statuses(), cameras(), store.getState().cameraId], [['off', 'on'], [], 'rear']);
    await store.dispatch({ type: 'stop' });
    await start();
    assert.deepEqual(statuses(), ['on', 'on'], 'a new call begins with a picture');
  });

  it('D17: lets a camera go that comes after it was switched off, and opens one asked for meanwhile', async () => {
    let open = (): void => undefined;
    source.gate = new Promise((resolve) => (open = resolve));
    const starting = start();
    await store.dispatch({ type: 'set-camera', on: false });
    open();
    await starting;
    assert.deepEqual([statuses(), cameras()], [['off', 'on'], ['ended']]);
    source.gate = undefined;
    const again = store.dispatch({ type: 'set-camera', on: true });
    assert.equal(store.getState().camera, 'off');
    await again;
    assert.deepEqual(
      [statuses(), cameras()],
      [
        ['on', 'on'],
        ['ended', 'live'],
      ],
    );
  });

  it('says so when the chosen microphone does not come', async () => {
    await start();
    source.wrong = { audio: 'NotReadableError' };
    await store.dispatch({ type: 'use-microphone', deviceId: 'headset' });
    assert.deepEqual(statuses(), ['on', 'busy']);
  });

  it('measures the microphone ten times a second and remembers that something was heard', async () => {
    await start();
    assert.equal(store.getState().heard, false);
    FakeAudio.loudness = 0.1;
    let readings = 0;
    store.subscribe(() => (readings += 1));
    clock.advance(100);
    assert.equal(store.getState().level, 0.4);
    FakeAudio.loudness = 0;
    clock.advance(100);
    assert.deepEqual([store.getState().level, store.getState().heard, readings], [0, true, 2]);
  });

  it('plays a test sound and says when it is over', async () => {
    await store.dispatch({ type: 'play-test-sound' });
    assert.equal(store.getState().soundPlaying, true);
    assert.equal(audio.tones, 3);
    clock.advance(1200);
    assert.equal(store.getState().soundPlaying, false);
  });
});
