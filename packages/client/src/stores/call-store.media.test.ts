import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  accessFor,
  careWorker,
  citizen,
  doctor,
  FakeCallClient,
  FakeDevices,
  FakeStream,
  inRoom,
  joinerVisit,
  ScriptedVideoProvider,
  stateUntil,
} from '@venterum/testing/video';
import type { CallState } from './call-state.ts';
import { createCallStore, type CallStore, type CallStoreOptions } from './call-store.ts';

const newStream = (): MediaStream => new FakeStream() as unknown as MediaStream;

/** The call's other side, as the care worker sees it. */
const doctorInRoom = inRoom(doctor, 'peer-doctor');

describe('call store, what is sent and what comes', () => {
  const pageStream = globalThis.MediaStream as unknown;
  let client: FakeCallClient;
  let provider: ScriptedVideoProvider;
  let devices: FakeDevices;
  let stream: MediaStream;
  let store: CallStore;

  beforeEach(() => {
    (globalThis as Record<string, unknown>)['MediaStream'] = class extends FakeStream {
      constructor() {
        super([]);
      }
    };
    client = new FakeCallClient();
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    provider = new ScriptedVideoProvider();
    stream = newStream();
    devices = new FakeDevices({ camera: 'on', microphone: 'on', stream });
  });

  afterEach(() => {
    store.dispose();
    (globalThis as Record<string, unknown>)['MediaStream'] = pageStream;
  });

  const open = (options: Partial<CallStoreOptions> = {}): void => {
    store = createCallStore({
      client: client.asClient,
      visit: joinerVisit(),
      devices,
      loadProvider: async () => provider,
      ...options,
    });
  };

  const until = (fits: (state: CallState) => boolean): Promise<CallState> => stateUntil(store, fits);

  const untilStatus = (status: CallState['status']): Promise<CallState> =>
    until((state) => state.status === status);

  const openConnected = async (): Promise<void> => {
    open({ visit: joinerVisit({ participants: [careWorker, citizen, doctorInRoom] }) });
    await untilStatus('connecting');
    await until(() => provider.rooms.length === 1 && provider.room.peers.length === 1);
    provider.room.remote(doctor.id, { connection: 'connected', stream: newStream() });
    await untilStatus('connected');
  };

  it('holds sound and picture back, also on tracks that come later', async () => {
    await openConnected();
    await store.dispatch({ type: 'set-muted', muted: true });
    await store.dispatch({ type: 'set-camera-off', cameraOff: true });
    const enabled = (one: MediaStream): boolean[] => one.getTracks().map((each) => each.enabled);
    assert.deepEqual(enabled(stream), [false, false]);
    const next = newStream();
    devices.become({ stream: next });
    await until(() => provider.room.stream === next);
    assert.deepEqual(enabled(next), [false, false]);
    await store.dispatch({ type: 'set-muted', muted: false });
    assert.deepEqual(enabled(next), [true, false]);
  });

  it('D17: switches the camera itself off, and on again only when asked', async () => {
    await openConnected();
    await store.dispatch({ type: 'set-camera-off', cameraOff: true });
    assert.deepEqual(devices.commands, [{ type: 'set-camera', on: false }]);
    await store.dispatch({ type: 'hang-up' });
    devices.onStart = { stream: newStream() };
    await store.dispatch({ type: 'retry' });
    assert.deepEqual(devices.commands.slice(1), [
      { type: 'stop' },
      { type: 'set-camera', on: false },
      { type: 'start' },
    ]);
    await store.dispatch({ type: 'set-camera-off', cameraOff: false });
    assert.deepEqual(devices.commands.at(-1), { type: 'set-camera', on: true });
  });

  it('D17: opens no camera after the call', async () => {
    await openConnected();
    await store.dispatch({ type: 'hang-up' });
    await store.dispatch({ type: 'set-camera-off', cameraOff: false });
    assert.deepEqual(devices.commands, [{ type: 'stop' }]);
  });

  it('tells what comes from the others, and when there has been no way to them for long', async () => {
    await openConnected();
    provider.room.remote(doctor.id, { hasPicture: false, hasSound: true, isStuck: true });
    const [{ hasPicture, hasSound, isStuck } = {}] = store.getState().remotes;
    assert.deepEqual([hasPicture, hasSound, isStuck], [false, true, true]);
  });

  it('D17: hangs up when whoever is in the call is signed out', async () => {
    open();
    await until(({ status }) => status === 'alone');
    client.session.signOut();
    assert.equal(store.getState().status, 'ended');
    assert.ok(provider.room.isLeft);
    assert.deepEqual(devices.commands, [{ type: 'stop' }]);
  });

  it('D17: lets the devices go when the room puts it out, and opens them again to try again', async () => {
    open();
    await until(({ status }) => status === 'alone');
    client.answers.set('visits.get', joinerVisit({ participants: [careWorker, citizen, doctorInRoom] }));
    provider.room.become({ connection: 'closed', remotes: [] });
    await new Promise(setImmediate);
    assert.equal(store.getState().status, 'failed');
    assert.deepEqual(devices.commands, [{ type: 'stop' }]);
    devices.onStart = { stream: newStream() };
    await store.dispatch({ type: 'retry' });
    assert.deepEqual(devices.commands.at(-1), { type: 'start' });
    assert.equal(provider.rooms.length, 2);
  });
});
