import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { ClinicVisit, RoomAccess } from '@venterum/contract';
import {
  clientClock,
  createTestWorld,
  FakeClock,
  settle,
  stateWhere,
  testCitizens,
  type TestWorld,
} from '@venterum/testing';
import type { VenterumClient } from '../client.ts';
import { hostToken } from '../credentials/host-token.ts';
import { invitation } from '../credentials/invitation.ts';
import { ProblemError } from '../problem-error.ts';
import type { JoinStoreOptions } from './join-options.ts';
import type { JoinCommand, JoinState, JoinStep } from './join-state.ts';
import { createJoinStore } from './join-store.ts';
import type { Store } from './store.ts';

type JoinStore = Store<JoinState, JoinCommand>;
type At<Step extends JoinStep['step']> = Extract<JoinState, { readonly step: Step }>;

const at = <Step extends JoinStep['step']>(store: JoinStore, step: Step): Promise<At<Step>> =>
  stateWhere(store, (state): state is At<Step> => state.step === step);

const failed = (store: JoinStore, code: string): Promise<JoinState> =>
  stateWhere(store, (state): state is JoinState => state.failure?.code === code);

interface Bed {
  readonly world: TestWorld;
  readonly doctor: VenterumClient;
  readonly join: (client: VenterumClient, options?: JoinStoreOptions) => JoinStore;
}

const bed = async (t: TestContext): Promise<Bed> => {
  const world = await createTestWorld();
  const stores: JoinStore[] = [];
  t.after(async () => {
    for (const store of stores) store.dispose();
    await world.dispose();
  });
  return {
    world,
    doctor: world.client('doctor'),
    join: (client, options) => {
      const store = createJoinStore(client, options);
      stores.push(store);
      return store;
    },
  };
};

const nancy: JoinStoreOptions = { citizen: testCitizens.nancy };

const declare = async (client: VenterumClient, store: JoinStore): Promise<void> => {
  const { consentTextVersion } = await client.config();
  const body = { purpose: 'declaration', textVersion: consentTextVersion, language: 'da' } as const;
  const { id } = await client.request('consents.record', { body });
  await store.dispatch({ type: 'set-consent', consentId: id });
};

const queued = async (
  { world, join }: Bed,
  options = nancy,
): Promise<readonly [JoinStore, VenterumClient]> => {
  const client = world.client('employee');
  const store = join(client, options);
  await at(store, 'ready');
  await declare(client, store);
  await store.dispatch({ type: 'join' });
  return [store, client];
};

const callFirst = async (doctor: VenterumClient): Promise<{ visit: ClinicVisit; access: RoomAccess }> => {
  const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
  const [first] = visits;
  assert.ok(first);
  return doctor.request('visits.call', { id: first.id });
};

const setOpen = (doctor: VenterumClient, open: boolean): Promise<unknown> =>
  doctor.request('clinics.opening', { id: 'clinic-lund', body: { open } });

describe('createJoinStore: from the host to the queue', () => {
  test('J1: with the host’s citizen it is ready at once, and one command from the queue', async (t) => {
    const it = await bed(t);
    const { world, join } = it;
    const client = world.client('employee');
    const store = join(client, { ...nancy, reason: 'Sår på foden' });
    assert.equal(store.getState().step, 'starting');
    const ready = await at(store, 'ready');
    assert.equal(ready.clinic.id, 'clinic-lund');
    assert.equal(ready.consentNeeded, true);
    assert.equal(ready.draft.reason, 'Sår på foden');
    assert.equal(ready.kind, 'municipal-employee');
    assert.equal(ready.support?.name, 'Support');
    await declare(client, store);
    await store.dispatch({ type: 'join' });
    const waiting = await at(store, 'waiting');
    assert.equal(waiting.visit.position, 1);
    assert.equal(waiting.released, false);
    const { visits } = await it.doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
    const [visit] = visits as readonly ClinicVisit[];
    assert.equal(visit?.reason, 'Sår på foden');
    assert.equal(visit?.citizen?.cpr, testCitizens.nancy.cpr);
  });

  test('J4: a citizen finds their own clinic and needs no consent', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('citizen'));
    const ready = await at(store, 'ready');
    assert.equal(ready.consentNeeded, false);
    await store.dispatch({ type: 'join' });
    assert.equal((await at(store, 'waiting')).visit.origin, 'citizen-app');
  });

  test('a clinic given by the host is taken as it is', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('employee'), { ...nancy, clinicId: 'clinic-mark' });
    assert.equal((await at(store, 'ready')).clinic.id, 'clinic-mark');
  });

  test('S1: without a citizen it asks whom, and finds the own clinic by CPR', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('employee'));
    assert.equal((await at(store, 'who')).mode, 'cpr');
    await store.dispatch({ type: 'find-own-clinic', ...testCitizens.bruno });
    const ready = await at(store, 'ready');
    assert.equal(ready.clinic.id, 'clinic-mark');
    assert.equal(ready.draft.citizen?.name, testCitizens.bruno.name);
    await store.dispatch({ type: 'back' });
    const who = await at(store, 'who');
    assert.equal(who.draft.citizen, undefined);
    assert.equal(who.draft.clinic, undefined);
  });

  test('S1: without CPR a clinic is searched and chosen', async (t) => {
    const { world, join } = await bed(t);
    const client = world.client('employee');
    const store = join(client);
    await at(store, 'who');
    await store.dispatch({ type: 'use-clinic-search' });
    await store.dispatch({ type: 'search-clinics', search: 'Mark' });
    const who = await at(store, 'who');
    assert.equal(who.searching, false);
    const [clinic] = who.clinics ?? [];
    assert.ok(clinic);
    await store.dispatch({ type: 'choose-clinic', clinic });
    await store.dispatch({ type: 'set-reason', reason: 'To beboere med feber' });
    await declare(client, store);
    await store.dispatch({ type: 'join' });
    assert.equal((await at(store, 'waiting')).visit.origin, 'care-app-without-cpr');
  });

  test('only the latest of two searches is shown', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('employee'));
    await at(store, 'who');
    const searches = ['Lund', 'Mark'].map((search) => store.dispatch({ type: 'search-clinics', search }));
    await Promise.all(searches);
    const { clinics = [] } = await at(store, 'who');
    assert.deepEqual(
      clinics.map(({ id }) => id),
      ['clinic-mark'],
    );
  });

  test('a citizen without a known clinic is asked for one, with the reason why', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('employee'), { citizen: testCitizens.kaja });
    const who = await at(store, 'who');
    assert.equal(who.mode, 'clinic');
    assert.equal((await failed(store, 'own-clinic-unknown')).draft.citizen?.name, testCitizens.kaja.name);
  });

  test('joining without the declaration is refused here, and nothing is sent', async (t) => {
    const { world, join } = await bed(t);
    const store = join(world.client('employee'), nancy);
    await at(store, 'ready');
    await store.dispatch({ type: 'join' });
    assert.equal(store.getState().failure?.code, 'consent-required');
    assert.equal(store.getState().step, 'ready');
    assert.equal(world.network.to('POST', '/v1/visits').length, 0);
  });

  test('what is missing is named by its field', async (t) => {
    const { world, join } = await bed(t);
    const client = world.client('employee');
    const store = join(client, { clinicId: 'clinic-lund' });
    await at(store, 'ready');
    await declare(client, store);
    await store.dispatch({ type: 'join' });
    assert.deepEqual(store.getState().failure?.fields, ['/reason']);
    assert.equal(store.getState().step, 'ready');
  });
});

describe('createJoinStore: the clinic closes and opens', () => {
  test('B6: a closed clinic is shown closed, and opens by itself within half a minute', async (t) => {
    const { world, doctor, join } = await bed(t);
    await setOpen(doctor, false);
    const store = join(world.client('employee'), nancy);
    await at(store, 'closed');
    await setOpen(doctor, true);
    await world.advance(30_000);
    await at(store, 'ready');
  });

  test('B6: a clinic that closed meanwhile refuses, and is shown closed without a failure', async (t) => {
    const { world, doctor, join } = await bed(t);
    const client = world.client('employee');
    const store = join(client, nancy);
    await at(store, 'ready');
    await declare(client, store);
    await setOpen(doctor, false);
    await store.dispatch({ type: 'join' });
    assert.equal(store.getState().step, 'closed');
    assert.equal(store.getState().failure, undefined);
  });

  test('A3: looking whether it opens keeps nobody signed in for ever', async (t) => {
    const { world, doctor, join } = await bed(t);
    await setOpen(doctor, false);
    const store = join(world.client('employee'), nancy);
    await at(store, 'closed');
    while (store.getState().step === 'closed' && world.clock.now() < '2026-11-23T09:00')
      await world.advance(10_000);
    const ended = await at(store, 'session-ended');
    assert.equal(ended.reason, 'idle');
    assert.equal(ended.draft.clinic, undefined);
  });
});

describe('createJoinStore: lost answers', () => {
  for (const fault of ['lose-request', 'lose-answer'] as const) {
    test(`B12: one join with one ${fault} is one visit`, async (t) => {
      const it = await bed(t);
      it.world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/visits', fault);
      const joining = queued(it);
      const requests = (): number => it.world.network.to('POST', '/v1/visits').length;
      while (requests() < 2) await it.world.advance(100);
      const [store] = await joining;
      await at(store, 'waiting');
      const { visits } = await it.doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
      assert.equal(visits.length, 1);
    });
  }

  test('B12: given up and tried again by a tap it is still one visit', async (t) => {
    const it = await bed(t);
    const { world } = it;
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/visits', 'lose-answer', 3);
    const joining = queued(it);
    let isOver = false;
    void joining.then(() => (isOver = true));
    while (!isOver) await world.advance(500);
    const [store] = await joining;
    assert.equal(store.getState().step, 'ready');
    assert.equal(store.getState().failure?.code, 'offline');
    assert.equal(store.getState().draft.citizen?.name, testCitizens.nancy.name);
    await store.dispatch({ type: 'retry' });
    await at(store, 'waiting');
    const keys = world.network.to('POST', '/v1/visits').map(({ headers }) => headers.get('idempotency-key'));
    assert.deepEqual(new Set(keys).size, 1);
    const { visits } = await it.doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
    assert.equal(visits.length, 1);
  });

  test('another draft is another intention with another key', async (t) => {
    const it = await bed(t);
    const { world } = it;
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/visits', 'lose-request', 3);
    const joining = queued(it);
    let isOver = false;
    void joining.then(() => (isOver = true));
    while (!isOver) await world.advance(500);
    const [store] = await joining;
    await store.dispatch({ type: 'set-reason', reason: 'Noget andet' });
    await store.dispatch({ type: 'join' });
    await at(store, 'waiting');
    const keys = world.network.to('POST', '/v1/visits').map(({ headers }) => headers.get('idempotency-key'));
    assert.equal(new Set(keys).size, 2);
  });
});

describe('createJoinStore: in the queue', () => {
  test('is called, enters, and it ends', async (t) => {
    const it = await bed(t);
    const warmed: string[] = [];
    const [store, client] = await queued(it, { ...nancy, onWaiting: ({ state }) => warmed.push(state) });
    assert.deepEqual(warmed, ['waiting']);
    const { visit } = await callFirst(it.doctor);
    const called = await at(store, 'called');
    assert.equal(called.visit.clinician?.name, 'Læge Test Lund');
    await store.dispatch({ type: 'enter' });
    await at(store, 'in-call');
    await client.request('visits.ticket', { id: visit.id });
    await it.doctor.request('visits.end', { id: visit.id, body: { outcome: 'completed' } });
    assert.equal((await at(store, 'over')).visit.outcome, 'completed');
    assert.deepEqual(warmed, ['waiting']);
    await store.dispatch({ type: 'restart' });
    assert.equal((await at(store, 'ready')).draft.consentId, undefined);
  });

  test('out of the room is not out of the visit: one may go in again', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    await callFirst(it.doctor);
    await at(store, 'called');
    await store.dispatch({ type: 'enter' });
    await store.dispatch({ type: 'leave' });
    await at(store, 'called');
    await store.dispatch({ type: 'enter' });
    await at(store, 'in-call');
  });

  test('let go by the clinic it waits again, and says so', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    const { visit } = await callFirst(it.doctor);
    await at(store, 'called');
    await it.doctor.request('visits.release', { id: visit.id });
    assert.equal((await at(store, 'waiting')).released, true);
    await callFirst(it.doctor);
    await at(store, 'called');
  });

  test('leaves, and removed it hears the clinic’s words', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    await store.dispatch({ type: 'leave' });
    assert.equal((await at(store, 'over')).visit.state, 'left');
    await store.dispatch({ type: 'restart' });
    await at(store, 'ready');
    const again = await bed(t);
    const [other] = await queued(again);
    const { visit } = await at(other, 'waiting');
    await again.doctor.request('visits.remove', { id: visit.id, body: { message: 'Ring til os' } });
    const over = await at(other, 'over');
    assert.deepEqual([over.visit.state, over.visit.message], ['removed', 'Ring til os']);
  });

  test('P5: a reload goes on where it was, waiting or in the room', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    store.dispose();
    const resumed = it.join(it.world.client('employee'), nancy);
    const { visit } = await at(resumed, 'waiting');
    await callFirst(it.doctor);
    await at(resumed, 'called');
    resumed.dispose();
    const third = it.join(it.world.client('employee'), { ...nancy, visitId: visit.id });
    await at(third, 'called');
  });

  test('never goes on with another citizen’s visit', async (t) => {
    const it = await bed(t);
    await queued(it);
    const other = it.join(it.world.client('employee'), { citizen: testCitizens.bruno });
    assert.equal((await at(other, 'ready')).clinic.id, 'clinic-mark');
  });

  test('already waiting: it goes on with the visit there is', async (t) => {
    const it = await bed(t);
    const client = it.world.client('citizen');
    const first = it.join(client);
    const second = it.join(client);
    await Promise.all([at(first, 'ready'), at(second, 'ready')]);
    await first.dispatch({ type: 'join' });
    await second.dispatch({ type: 'join' });
    const [one, other] = await Promise.all([at(first, 'waiting'), at(second, 'waiting')]);
    assert.equal(one.visit.id, other.visit.id);
    assert.equal(other.failure, undefined);
  });

  test('keeps its place while the network is gone, says since when, and catches up', async (t) => {
    const it = await bed(t);
    const { world } = it;
    const [store] = await queued(it);
    world.network.offline = true;
    world.network.cut();
    await world.advance(3000);
    const offline = await stateWhere(store, (state): state is JoinState => state.offlineSince !== undefined);
    assert.equal(offline.step, 'waiting');
    const other = world.client('doctor', {
      fetch: world.aside,
    });
    await callFirst(other);
    world.network.offline = false;
    world.wake();
    await at(store, 'called');
    assert.equal(store.getState().offlineSince, undefined);
  });

  test('was over before the stream came back: it hears how', async (t) => {
    const it = await bed(t);
    const { world } = it;
    const [store] = await queued(it);
    const { visit } = await at(store, 'waiting');
    world.network.offline = true;
    world.network.cut();
    await world.advance(11 * 60_000);
    const doctor = world.client('doctor', {
      fetch: world.aside,
    });
    await doctor.request('visits.remove', { id: visit.id, body: {} });
    world.network.offline = false;
    world.wake();
    assert.equal((await at(store, 'over')).visit.state, 'removed');
  });
});

describe('createJoinStore: who is there', () => {
  test('J3: a guest gives a first name, waits at the door, and is let in', async (t) => {
    const it = await bed(t);
    const { world, doctor } = it;
    const body = {
      clinicId: 'clinic-lund',
      recipients: [{ name: 'Kaja Hansen', phone: '+4520123456', role: 'relative' }],
      language: 'da',
    } as const;
    await doctor.request('invites.send', { body });
    const [message] = world.server.outbox.messages();
    const token = message?.text.split('#')[1]?.match(/^[\w-]+/)?.[0];
    assert.ok(token);
    const client = world.clientWith({ credentials: invitation(token), deviceId: 'device-of-the-guest' });
    const store = it.join(client);
    assert.equal((await at(store, 'invited')).redeeming, false);
    assert.equal(world.network.to('POST', '/v1/sessions').length, 1, 'C2: only the doctor’s own');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    assert.equal((await at(store, 'waiting')).kind, 'guest');
    await callFirst(doctor);
    await at(store, 'called');
    const stranger = it.join(
      world.clientWith({ credentials: invitation(token), deviceId: 'device-of-a-stranger' }),
    );
    await at(stranger, 'invited');
    await stranger.dispatch({ type: 'redeem', name: 'Nogen' });
    assert.equal(stranger.getState().failure?.code, 'invite-used', 'C3');
    assert.equal(stranger.getState().step, 'invited');
  });

  test('A4: signing out ends the session on the server and shows nothing of it here', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    await store.dispatch({ type: 'set-reason', reason: 'Hemmeligt' });
    await store.dispatch({ type: 'sign-out' });
    const ended = await at(store, 'session-ended');
    assert.equal(ended.reason, 'logged-out');
    assert.equal(ended.kind, undefined);
    assert.equal(ended.draft.reason, '');
    assert.equal(it.world.network.to('DELETE', '/v1/sessions/current').length, 1);
    await store.dispatch({ type: 'retry' });
    await at(store, 'waiting');
  });

  test('P11: the next user of the device ends the session here', async (t) => {
    const it = await bed(t);
    const deviceId = 'shared-tablet-in-lund';
    const store = it.join(it.world.client('employee', { deviceId }), nancy);
    await at(store, 'ready');
    await it.world.client('otherEmployee', { deviceId }).session.ensure();
    assert.equal((await at(store, 'session-ended')).reason, 'taken-over');
  });

  test('warns before the session ends, and staying takes the warning back', async (t) => {
    const it = await bed(t);
    const store = it.join(it.world.client('employee'), nancy);
    await at(store, 'ready');
    await it.world.advance(280_000);
    await stateWhere(store, (state): state is JoinState => state.sessionEndsAt !== undefined);
    await store.dispatch({ type: 'stay-signed-in' });
    assert.equal(store.getState().sessionEndsAt, undefined);
    await it.world.advance(60_000);
    assert.equal(store.getState().step, 'ready');
  });

  test('signs in with a provider, and giving up is no end', async (t) => {
    const it = await bed(t);
    let isWilling = false;
    let signedIn = false;
    const client = it.world.clientWith({
      credentials: {
        kind: 'login',
        grant: ({ deviceId }) =>
          Promise.resolve(signedIn ? { grant: 'oidc', token: 'employee', deviceId } : undefined),
        signIn: () => {
          signedIn = isWilling;
          return isWilling ? Promise.resolve() : Promise.reject(new ProblemError('login-cancelled'));
        },
        forget: () => {
          signedIn = false;
          return Promise.resolve();
        },
      },
    });
    const store = it.join(client, nancy);
    const { providers } = await at(store, 'signed-out');
    assert.deepEqual(
      providers.map(({ id }) => id),
      ['municipal'],
    );
    await store.dispatch({ type: 'sign-in', providerId: 'municipal' });
    assert.equal(store.getState().failure?.code, 'login-cancelled');
    assert.equal(store.getState().step, 'signed-out');
    isWilling = true;
    await store.dispatch({ type: 'sign-in', providerId: 'municipal' });
    await at(store, 'ready');
  });

  test('F11: without a server it says so, and comes by itself', async (t) => {
    const it = await bed(t);
    it.world.network.offline = true;
    const store = it.join(it.world.client('employee'), nancy);
    while (store.getState().step !== 'unavailable') await it.world.advance(500);
    assert.equal((await failed(store, 'offline')).step, 'unavailable');
    it.world.network.offline = false;
    await it.world.advance(6000);
    await at(store, 'ready');
    assert.equal(store.getState().failure, undefined);
  });

  test('a refused login says so', async (t) => {
    const it = await bed(t);
    const client = it.world.clientWith({ credentials: hostToken(() => Promise.resolve('nobody')) });
    const store = it.join(client, nancy);
    assert.equal((await failed(store, 'login-refused')).step, 'unavailable');
  });

  test('E11: disposed, it leaves no timer and no listener', async (t) => {
    const it = await bed(t);
    const clock = new FakeClock();
    const store = it.join(it.world.client('employee', { clock: clientClock(clock) }), nancy);
    await at(store, 'ready');
    assert.ok(clock.timers > 0);
    store.dispose();
    store.dispose();
    await clock.advance(1, settle);
    assert.equal(clock.timers, 0);
  });
});
