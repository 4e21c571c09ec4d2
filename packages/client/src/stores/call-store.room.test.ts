import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JoinerVisit, Participant, VisitView } from '@venterum/contract';
import {
  accessFor,
  careWorker,
  citizen,
  clinicVisit,
  doctor,
  FakeCallClient,
  FakeDevices,
  FakeStream,
  FakeTrack,
  inRoom,
  joinerVisit,
  ScriptedVideoProvider,
  stateUntil,
} from '@venterum/testing/video';
import type { CallState } from './call-state.ts';
import { createCallStore, type CallStore } from './call-store.ts';

const newStream = (): MediaStream => new FakeStream() as unknown as MediaStream;

const doctorInRoom = inRoom(doctor, 'peer-doctor');
const careInRoom = inRoom(careWorker, 'peer-care');
const careOutside: Participant = { ...careWorker, admitted: false };

const outside = (): JoinerVisit => joinerVisit({ participants: [careOutside] });
const inside = (): JoinerVisit => joinerVisit({ participants: [careWorker, citizen, doctorInRoom] });

describe('call store, door, stage, screen and safety words', () => {
  const pageStream = globalThis.MediaStream as unknown;
  let client: FakeCallClient;
  let provider: ScriptedVideoProvider;
  let devices: FakeDevices;
  let stream: MediaStream;
  let store: CallStore;
  let screen: FakeTrack;

  beforeEach(() => {
    (globalThis as Record<string, unknown>)['MediaStream'] = class extends FakeStream {
      constructor(tracks: readonly FakeTrack[] = []) {
        super(tracks);
      }
    };
    client = new FakeCallClient();
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    provider = new ScriptedVideoProvider();
    stream = newStream();
    devices = new FakeDevices({ camera: 'on', microphone: 'on', stream });
    screen = new FakeTrack('video');
  });

  afterEach(() => {
    store.dispose();
    (globalThis as Record<string, unknown>)['MediaStream'] = pageStream;
  });

  const open = (visit: VisitView): void => {
    store = createCallStore({
      client: client.asClient,
      visit,
      devices,
      ...(visit.view === 'clinic' ? { access: accessFor(doctor.id) } : {}),
      loadProvider: async () => provider,
      captureScreen: async () => new FakeStream([screen]) as unknown as MediaStream,
    });
  };

  const until = (fits: (state: CallState) => boolean): Promise<CallState> => stateUntil(store, fits);

  const untilStatus = (status: CallState['status']): Promise<CallState> =>
    until((state) => state.status === status);

  const openConnected = async (): Promise<void> => {
    open(inside());
    await until(() => provider.rooms.length === 1 && provider.room.peers.length === 1);
    provider.room.remote(doctor.id, { connection: 'connected', stream: newStream() });
    await untilStatus('connected');
  };

  const openAtTheClinic = async (): Promise<void> => {
    open(clinicVisit({ participants: [careInRoom, citizen, doctor] }));
    await until(() => provider.rooms.length === 1);
  };

  it('B8: waits at the door without a ticket, a room or a look at the camera, and enters when let in', async () => {
    devices = new FakeDevices({}, { camera: 'on', microphone: 'on', stream });
    open(outside());
    await untilStatus('at-the-door');
    assert.deepEqual([client.requests, provider.rooms, devices.commands], [[], [], []]);
    assert.deepEqual(store.getState().remotes, []);
    client.push({ type: 'visit', visit: inside() });
    await until(() => provider.rooms.length === 1 && provider.room.peers.length === 1);
    assert.equal(provider.room.options.stream, stream);
  });

  it('B9, D17: leaves the room at once when sent out, lets the devices go, and comes back when let in again', async () => {
    await openConnected();
    client.push({ type: 'visit', visit: outside() });
    const { remotes } = await untilStatus('at-the-door');
    assert.deepEqual(remotes, []);
    assert.ok(provider.room.isLeft);
    assert.ok(stream.getTracks().every(({ readyState }) => readyState === 'ended'));
    devices.onStart = { stream: newStream() };
    client.push({ type: 'visit', visit: inside() });
    await until(() => provider.rooms.length === 2);
  });

  it('B9: is at the door, not failed, when the room closes before the news of it comes', async () => {
    await openConnected();
    client.answers.set('visits.get', outside());
    provider.room.become({ connection: 'closed', remotes: [] });
    await untilStatus('at-the-door');
  });

  it('stays away when somebody who hung up is let in again', async () => {
    await openConnected();
    await store.dispatch({ type: 'hang-up' });
    client.push({ type: 'visit', visit: outside() });
    client.push({ type: 'visit', visit: inside() });
    assert.equal(store.getState().status, 'ended');
    assert.equal(provider.rooms.length, 1);
  });

  it('B9: asks the server to send somebody out, and drops them with its answer', async () => {
    await openAtTheClinic();
    assert.equal(provider.room.peers.length, 1);
    client.answers.set('visits.dismiss', clinicVisit({ participants: [careOutside, citizen, doctor] }));
    await store.dispatch({ type: 'dismiss', participantId: careWorker.id });
    assert.deepEqual(client.requests.at(-1)?.body, { participantId: careWorker.id });
    assert.deepEqual([provider.room.peers, store.getState().atTheDoor], [[], [careOutside]]);
  });

  it('asks the server to show somebody first, and nobody', async () => {
    await openAtTheClinic();
    const stage = { participantId: careWorker.id, as: 'signer' } as const;
    client.answers.set('visits.stage', clinicVisit({ stage }));
    await store.dispatch({ type: 'stage', stage });
    assert.deepEqual(client.requests.at(-1)?.body, { stage });
    assert.deepEqual(store.getState().visit.stage, stage);
    client.answers.set('visits.stage', clinicVisit());
    await store.dispatch({ type: 'stage' });
    assert.deepEqual(client.requests.at(-1)?.body, {});
  });

  it('sends a screen in the camera’s place, on the stage, and the camera again when the browser ends it', async () => {
    await openAtTheClinic();
    client.answers.set('visits.stage', clinicVisit({ participants: [careInRoom, citizen, doctor] }));
    await store.dispatch({ type: 'share-screen', on: true });
    assert.ok(store.getState().sharing);
    assert.deepEqual(
      provider.room.stream.getTracks().map((track) => track as unknown),
      [stream.getTracks()[0], screen],
    );
    assert.deepEqual(client.requests.at(-1), {
      name: 'visits.stage',
      id: 'visit-1',
      body: { stage: { participantId: doctor.id, as: 'screen' } },
    });
    screen.endByItself();
    await until(({ sharing }) => !sharing);
    assert.equal(provider.room.stream, stream);
    await until(({ busy }) => !busy);
    assert.deepEqual(client.requests.at(-1)?.body, {});
  });

  it('keeps showing the screen when the devices change meanwhile', async () => {
    await openConnected();
    await store.dispatch({ type: 'share-screen', on: true });
    devices.become({ stream: newStream() });
    assert.ok(provider.room.stream.getTracks().includes(screen as unknown as MediaStreamTrack));
    await store.dispatch({ type: 'share-screen', on: false });
    assert.deepEqual([screen.readyState, store.getState().sharing], ['ended', false]);
  });

  it('D17: lets the screen go with the call', async () => {
    await openConnected();
    await store.dispatch({ type: 'share-screen', on: true });
    await store.dispatch({ type: 'hang-up' });
    assert.deepEqual([screen.readyState, store.getState().sharing], ['ended', false]);
  });

  it('says that the system took the devices away, and brings both back with one command', async () => {
    await openConnected();
    devices.become({ camera: 'lost', microphone: 'lost' });
    assert.ok(store.getState().interrupted);
    const again = newStream();
    devices.onStart = { camera: 'on', microphone: 'on', stream: again };
    await store.dispatch({ type: 'resume' });
    assert.deepEqual(devices.commands, [{ type: 'start' }]);
    assert.equal(store.getState().interrupted, false);
    assert.equal(provider.room.stream, again);
  });

  it('D11: shows three words with everybody connected while asked to, other ones for other keys', async () => {
    await openConnected();
    provider.room.keys.set(doctor.id, ['sha-256 AA', 'sha-256 BB']);
    assert.equal(store.getState().remotes[0]?.safetyWords, undefined);
    await store.dispatch({ type: 'compare-words', on: true });
    const wordsOf = ({ remotes }: CallState): readonly string[] | undefined => remotes[0]?.safetyWords;
    const words = wordsOf(await until((state) => wordsOf(state) !== undefined));
    assert.equal(words?.length, 3);
    provider.room.keys.set(doctor.id, ['sha-256 AA', 'sha-256 CC']);
    provider.room.become({});
    const others = wordsOf(await until((state) => wordsOf(state) !== undefined));
    assert.notDeepEqual(others, words);
    await store.dispatch({ type: 'compare-words', on: false });
    assert.equal(wordsOf(store.getState()), undefined);
  });

  it('P2: with one other only, the server is asked whose line is weak, until it is no longer', async () => {
    client.answers.set('config.get', joinerVisit());
    await openConnected();
    provider.room.remote(doctor.id, { quality: 'weak' });
    const causeOf = ({ remotes }: CallState): unknown => remotes[0]?.cause;
    assert.equal(causeOf(await until((state) => causeOf(state) !== undefined)), 'their-network');
    provider.room.remote(doctor.id, { cause: 'own-device' });
    assert.equal(causeOf(store.getState()), 'own-device');
    provider.room.remote(doctor.id, { quality: 'good' });
    provider.room.become({
      remotes: [{ participantId: doctor.id, connection: 'connected', quality: 'good' }],
    });
    assert.equal(causeOf(store.getState()), undefined);
    assert.equal(client.nextTimer, 4000, 'nothing is looked for again');
  });

  it('says whose line it is: one’s own when the room is gone too, theirs when their socket is', async () => {
    await openConnected();
    provider.room.remote(doctor.id, { connection: 'reconnecting' });
    assert.deepEqual([store.getState().status, store.getState().cause], ['reconnecting', undefined]);
    provider.room.become({ connection: 'reconnecting' });
    assert.equal(store.getState().cause, 'own-network');
    provider.room.remote(doctor.id, { connection: 'connected' });
    assert.equal(store.getState().cause, undefined);
  });
});
