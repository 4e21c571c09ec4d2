import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { MediaSource } from '../devices/open-devices.ts';
import { FakeAudio, FakeSource, FakeStream, StillClock } from './device-store.fixtures.test.ts';
import { createDeviceStore, type DeviceStore } from './device-store.ts';

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
    let open = (): void => undefined;
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
