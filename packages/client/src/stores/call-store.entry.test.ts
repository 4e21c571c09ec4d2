import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  accessFor,
  careWorker,
  FakeCallClient,
  FakeDevices,
  FakeStream,
  joinerVisit,
  ScriptedVideoProvider,
  stateUntil,
} from '@venterum/testing/video';
import type { CallState } from './call-state.ts';
import { createCallStore, type CallStore } from './call-store.ts';

describe('call store, an entry that comes to nothing', () => {
  const pageStream = globalThis.MediaStream as unknown;
  let client: FakeCallClient;
  let provider: ScriptedVideoProvider;
  let store: CallStore;

  beforeEach(() => {
    (globalThis as Record<string, unknown>)['MediaStream'] = FakeStream;
    client = new FakeCallClient();
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    provider = new ScriptedVideoProvider();
  });

  afterEach(() => {
    store.dispose();
    (globalThis as Record<string, unknown>)['MediaStream'] = pageStream;
  });

  const open = (): void => {
    const stream = new FakeStream() as unknown as MediaStream;
    const devices = new FakeDevices({ camera: 'on', microphone: 'on', stream });
    const loadProvider = (): Promise<ScriptedVideoProvider> => Promise.resolve(provider);
    store = createCallStore({ client: client.asClient, visit: joinerVisit(), devices, loadProvider });
  };

  const until = (fits: (state: CallState) => boolean): Promise<CallState> => stateUntil(store, fits);

  const untilStatus = (status: CallState['status']): Promise<CallState> =>
    until((state) => state.status === status);

  it('says that the video could not start, and tries again', async () => {
    provider.refusal = new Error('no way');
    open();
    const { failure } = await untilStatus('failed');
    assert.equal(failure?.code, 'video-unavailable');
    provider.refusal = undefined;
    await store.dispatch({ type: 'retry' });
    assert.deepEqual([store.getState().status, store.getState().failure], ['alone', undefined]);
  });

  it('tries again by itself when the way in did not open in time, ever more rarely', async () => {
    provider.refusal = new Error('signalling did not open');
    open();
    for (const pause of [4000, 8000, 16_000, 32_000, 32_000]) {
      await untilStatus('failed');
      assert.equal(client.nextTimer, pause);
      client.elapse();
      assert.equal(store.getState().status, 'preparing');
    }
    await untilStatus('failed');
    provider.refusal = undefined;
    client.elapse();
    await untilStatus('alone');
    assert.equal(store.getState().failure, undefined);
  });

  it('tries again when nobody gave a ticket, but neither after a refusal nor once hung up', async () => {
    client.answers.set('visits.ticket', 'offline');
    open();
    await untilStatus('failed');
    client.answers.set('visits.ticket', 'not-admitted');
    client.elapse();
    await until(({ failure }) => failure?.code === 'not-admitted');
    assert.equal(client.nextTimer, undefined);
    client.answers.set('visits.ticket', 'offline');
    await store.dispatch({ type: 'retry' });
    await untilStatus('failed');
    await store.dispatch({ type: 'hang-up' });
    assert.equal(client.nextTimer, undefined);
  });

  it('says why there was no ticket', async () => {
    client.answers.set('visits.ticket', 'not-admitted');
    open();
    const { failure } = await untilStatus('failed');
    assert.equal(failure?.code, 'not-admitted');
  });
});
