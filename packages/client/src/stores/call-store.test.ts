import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  accessFor,
  careWorker,
  citizen,
  clinicVisit,
  doctor,
  FakeCallClient,
  FakeDevices,
  FakeStream,
  inRoom,
  joinerVisit,
  relativeAtTheDoor,
  ScriptedVideoProvider,
  stateUntil,
} from '@venterum/testing/video';
import type { CallState } from './call-state.ts';
import { createCallStore, type CallStore, type CallStoreOptions } from './call-store.ts';

const newStream = (): MediaStream => new FakeStream() as unknown as MediaStream;

/** The call's other side, as the care worker sees it. */
const doctorInRoom = inRoom(doctor, 'peer-doctor');

describe('call store', () => {
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

  it('asks for a ticket, enters with the warm stream and is alone', async () => {
    open();
    assert.equal(store.getState().status, 'preparing');
    const { me, local } = await untilStatus('alone');
    assert.equal(me?.id, careWorker.id);
    assert.equal(local, stream);
    assert.deepEqual(devices.commands, []);
    assert.equal(provider.room.options.server, 'https://video.example.dk');
  });

  it('needs no ticket when the way in is given', async () => {
    open({ visit: clinicVisit(), access: accessFor(doctor.id) });
    await untilStatus('alone');
    assert.deepEqual(client.requests, []);
    assert.deepEqual(client.scopes, [{ clinicId: 'clinic-1' }]);
  });

  it('takes a way in that is on its way, and asks for another when that one comes to nothing', async () => {
    open({ access: Promise.resolve(accessFor(careWorker.id)) });
    await untilStatus('alone');
    assert.deepEqual(client.requests, []);
    store.dispose();
    open({ access: Promise.reject(new Error('lost')) });
    await untilStatus('alone');
    assert.deepEqual(
      client.requests.map(({ name }) => name),
      ['visits.ticket'],
    );
  });

  it('warms the devices when they are cold', async () => {
    devices = new FakeDevices({}, { camera: 'on', microphone: 'on', stream });
    open();
    await untilStatus('alone');
    assert.deepEqual(devices.commands, [{ type: 'start' }]);
    assert.equal(provider.room.options.stream, stream);
  });

  it('enters without any device, to see and hear the others', async () => {
    devices = new FakeDevices({}, { camera: 'denied', microphone: 'denied' });
    open();
    await untilStatus('alone');
    assert.deepEqual(provider.room.options.stream.getTracks(), []);
  });

  it('connects to everybody let in with a socket, by role and name', async () => {
    await openConnected();
    const { remotes, connectedAt } = store.getState();
    assert.deepEqual(provider.room.peers, [{ participantId: doctor.id, peerId: 'peer-doctor' }]);
    assert.deepEqual(
      remotes.map(({ participant, connection }) => [participant.name, connection]),
      [['Læge Test Lund', 'connected']],
    );
    assert.equal(connectedAt, '2026-11-22T13:12:00.000Z');
  });

  it('never connects to somebody at the door, and shows them to the clinic', async () => {
    const waiting = inRoom(relativeAtTheDoor, 'peer-relative');
    const participants = [careWorker, citizen, doctor, waiting];
    open({ visit: clinicVisit({ participants }), access: accessFor(doctor.id) });
    const { atTheDoor, remotes } = await untilStatus('alone');
    assert.deepEqual(atTheDoor, [waiting]);
    assert.deepEqual(
      remotes.map(({ participant }) => participant.id),
      [careWorker.id],
    );
    assert.deepEqual(provider.room.peers, []);
  });

  it('shows nobody at the door to a joiner', () => {
    open({ visit: joinerVisit({ participants: [careWorker, doctor, relativeAtTheDoor] }) });
    assert.deepEqual(store.getState().atTheDoor, []);
  });

  it('lets somebody in and follows what the server answers', async () => {
    const at = [careWorker, citizen, doctor, relativeAtTheDoor];
    open({ visit: clinicVisit({ participants: at }), access: accessFor(doctor.id) });
    await untilStatus('alone');
    const admitted = inRoom({ ...relativeAtTheDoor, admitted: true }, 'peer-relative');
    client.answers.set(
      'visits.admit',
      clinicVisit({ participants: [careWorker, citizen, doctor, admitted] }),
    );
    await store.dispatch({ type: 'admit', participantId: relativeAtTheDoor.id });
    assert.deepEqual(client.requests.at(-1), {
      name: 'visits.admit',
      id: 'visit-1',
      body: { participantId: relativeAtTheDoor.id },
    });
    assert.deepEqual(store.getState().atTheDoor, []);
    assert.deepEqual(provider.room.peers, [{ participantId: admitted.id, peerId: 'peer-relative' }]);
  });

  it('says why somebody could not be let in', async () => {
    open({ visit: clinicVisit({ participants: [doctor, relativeAtTheDoor] }), access: accessFor(doctor.id) });
    await untilStatus('alone');
    client.answers.set('visits.admit', 'offline');
    await store.dispatch({ type: 'admit', participantId: relativeAtTheDoor.id });
    const { failure, busy, atTheDoor } = store.getState();
    assert.deepEqual([failure?.code, busy, atTheDoor.length], ['offline', false, 1]);
  });

  it('keeps somebody whose socket is gone while their media comes through, and lets go when it does not', async () => {
    await openConnected();
    client.push({ type: 'visit', visit: joinerVisit() });
    assert.equal(store.getState().status, 'connected');
    assert.deepEqual(provider.room.peers, [
      { participantId: doctor.id, peerId: 'peer-doctor', isAway: true },
    ]);
    provider.room.remote(doctor.id, { connection: 'reconnecting' });
    assert.equal(provider.room.peers.length, 1);
    assert.equal(store.getState().status, 'reconnecting');
    provider.room.remote(doctor.id, { connection: 'reconnecting', isStuck: true });
    assert.equal(provider.room.peers.length, 0);
    assert.equal(store.getState().status, 'alone');
  });

  it('stays connected while only the signalling is away, and reconnects when the media is too', async () => {
    await openConnected();
    provider.room.become({ connection: 'reconnecting' });
    assert.equal(store.getState().status, 'connected');
    provider.room.remote(doctor.id, { connection: 'reconnecting' });
    assert.equal(store.getState().status, 'reconnecting');
    provider.room.remote(doctor.id, { connection: 'connected' });
    assert.equal(store.getState().status, 'connected');
  });

  it('D17: lets the devices go when the visit is over, and stays ended', async () => {
    await openConnected();
    client.push({ type: 'visit', visit: joinerVisit({ state: 'ended', outcome: 'completed' }) });
    assert.equal(store.getState().status, 'ended');
    assert.ok(provider.room.isLeft);
    assert.ok(stream.getTracks().every(({ readyState }) => readyState === 'ended'));
    await store.dispatch({ type: 'retry' });
    assert.equal(store.getState().status, 'ended');
  });

  it('D17: lets the devices go when the session ends and when the store is disposed of', async () => {
    await openConnected();
    client.push({ type: 'session-ended', reason: 'idle' });
    assert.deepEqual(devices.commands, [{ type: 'stop' }]);
    open();
    await untilStatus('alone');
    store.dispose();
    assert.deepEqual(devices.commands.at(-1), { type: 'stop' });
    assert.ok(provider.rooms.every(({ isLeft }) => isLeft));
    assert.equal(client.listeners, 1);
  });

  it('keeps the devices warm when the visit is released to the queue', async () => {
    await openConnected();
    client.push({ type: 'visit', visit: joinerVisit({ participants: [careWorker, citizen, doctorInRoom] }) });
    client.push({ type: 'visit', visit: joinerVisit({ state: 'waiting', participants: [careWorker] }) });
    assert.equal(store.getState().status, 'ended');
    assert.ok(provider.room.isLeft);
    store.dispose();
    assert.deepEqual(devices.commands, []);
  });

  it('stays in a call that the stream has not heard of, until the server itself says that it was released', async () => {
    await openConnected();
    client.answers.set('visits.get', joinerVisit({ participants: [careWorker, citizen, doctorInRoom] }));
    client.push({ type: 'snapshot', visits: [joinerVisit({ state: 'waiting' })], invites: [] });
    await new Promise(setImmediate);
    assert.equal(store.getState().status, 'connected');
    client.answers.set('visits.get', joinerVisit({ state: 'waiting' }));
    client.push({ type: 'snapshot', visits: [joinerVisit({ state: 'waiting' })], invites: [] });
    await untilStatus('ended');
    assert.ok(provider.room.isLeft);
  });

  it('P2: knows who came in while it asked: an answer that the stream has overtaken is older than the stream', async () => {
    open();
    await untilStatus('alone');
    client.answers.set('visits.get', joinerVisit({ participants: [careWorker] }));
    client.push({ type: 'snapshot', visits: [joinerVisit({ state: 'waiting' })], invites: [] });
    client.push({ type: 'visit', visit: joinerVisit({ participants: [careWorker, doctorInRoom] }) });
    await new Promise(setImmediate);
    assert.deepEqual(
      provider.room.peers.map(({ participantId }) => participantId),
      [doctor.id],
    );
  });

  it('hangs up, and comes back while the visit goes on', async () => {
    await openConnected();
    await store.dispatch({ type: 'hang-up' });
    assert.equal(store.getState().status, 'ended');
    assert.deepEqual(devices.commands, [{ type: 'stop' }]);
    devices.onStart = { stream: newStream() };
    await store.dispatch({ type: 'retry' });
    assert.equal(provider.rooms.length, 2);
    assert.notEqual(store.getState().status, 'ended');
  });

  it('ends the visit for everybody with its outcome', async () => {
    open({ visit: clinicVisit(), access: accessFor(doctor.id) });
    await untilStatus('alone');
    client.answers.set('visits.end', clinicVisit({ state: 'ended', outcome: 'moved-to-phone' }));
    await store.dispatch({ type: 'end', outcome: 'moved-to-phone' });
    assert.deepEqual(client.requests.at(-1)?.body, { outcome: 'moved-to-phone' });
    assert.equal(store.getState().status, 'ended');
  });

  it('fails when the room puts it out, and looks whether the visit is over', async () => {
    await openConnected();
    client.answers.set('visits.get', joinerVisit({ state: 'ended', outcome: 'completed' }));
    provider.room.become({ connection: 'closed', remotes: [] });
    assert.equal(store.getState().status, 'failed');
    await untilStatus('ended');
  });

  it('asks what became of a visit that a snapshot does not hold', async () => {
    await openConnected();
    client.answers.set('visits.get', 'visit-not-found');
    client.push({ type: 'snapshot', visits: [], invites: [] });
    await untilStatus('ended');
  });

  it('waits for an absent server before it gives a new ticket, and gives up at a refusal', async () => {
    await openConnected();
    client.answers.set('visits.ticket', 'offline');
    const renewed = provider.room.options.renewAccess();
    await new Promise(setImmediate);
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    client.elapse();
    assert.equal((await renewed).participantId, careWorker.id);
    client.answers.set('visits.ticket', 'visit-state');
    await assert.rejects(provider.room.options.renewAccess(), { code: 'visit-state' });
  });

  it('leaves a room that opens after it was hung up', async () => {
    let open_ = (): void => undefined;
    provider.gate = new Promise((resolve) => (open_ = resolve));
    open();
    await untilStatus('connecting');
    await store.dispatch({ type: 'hang-up' });
    open_();
    await new Promise(setImmediate);
    assert.ok(provider.room.isLeft);
    assert.equal(store.getState().status, 'ended');
  });

  it('enters as soon as a visit that was waiting is called', async () => {
    open({ visit: joinerVisit({ state: 'waiting' }) });
    assert.equal(store.getState().status, 'preparing');
    client.push({ type: 'visit', visit: joinerVisit({ state: 'called' }) });
    await untilStatus('alone');
  });
});
