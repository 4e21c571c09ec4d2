import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { MediaSource } from '../devices/open-devices.ts';
import { FakeAudio, FakeSource, FakeStream, StillClock } from './device-store.fixtures.test.ts';
import { createDeviceStore, type DeviceStore } from './device-store.ts';

describe('device store, camera off', () => {
  const pageStream = globalThis.MediaStream as unknown;
  let source: FakeSource;
  let store: DeviceStore;

  beforeEach(() => {
    (globalThis as Record<string, unknown>)['MediaStream'] = FakeStream;
    source = new FakeSource();
    store = createDeviceStore({
      mediaDevices: source as unknown as MediaSource,
      permission: async () => 'granted',
      createAudioContext: () => new FakeAudio() as unknown as AudioContext,
      clock: new StillClock(),
    });
  });

  afterEach(() => {
    store.dispose();
    (globalThis as Record<string, unknown>)['MediaStream'] = pageStream;
  });

  const statuses = (): readonly string[] => [store.getState().camera, store.getState().microphone];
  const start = (): Promise<void> => store.dispatch({ type: 'start' });
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
});
