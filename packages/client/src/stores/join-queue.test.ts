import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SequencedEvent } from '@venterum/contract';
import { stateWhere, testCitizens } from '@venterum/testing';
import type { JoinState } from './join-state.ts';
import {
  at,
  bed,
  callFirst,
  declare,
  nancy,
  queued,
  type At,
  type JoinStore,
} from './join-store.fixtures.test.ts';

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
    const [store] = await world.advanceUntil(joining);
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

  test('an answer that comes late does not take back what was heard meanwhile', async (t) => {
    const { world, doctor, join } = await bed(t);
    const client = world.client('employee');
    const store = join(client, nancy);
    await at(store, 'ready');
    await declare(client, store);
    const heard = (state: string): Promise<void> =>
      new Promise((resolve) => {
        const event = (one: SequencedEvent): void => {
          if (one.type === 'visit' && one.visit.state === state) resolve();
        };
        client.events().listen({ event });
      });
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/visits', 'lose-answer');
    const [isWaiting, isCalled] = [heard('waiting'), heard('called')];
    const joining = store.dispatch({ type: 'join' });
    await isWaiting;
    await callFirst(doctor);
    await isCalled;
    assert.equal(store.getState().step, 'joining');
    await world.advanceUntil(joining);
    assert.equal(store.getState().step, 'called');
  });

  test('another draft is another intention with another key', async (t) => {
    const it = await bed(t);
    const { world } = it;
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/visits', 'lose-request', 3);
    const joining = queued(it);
    const [store] = await world.advanceUntil(joining);
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
    const { visit, joined } = await at(resumed, 'waiting');
    assert.deepEqual([store.getState().joined, joined], [visit.id, undefined]);
    await callFirst(it.doctor);
    await at(resumed, 'called');
    resumed.dispose();
    const third = it.join(it.world.client('employee'), { ...nancy, visitId: visit.id });
    await at(third, 'called');
  });

  test('whoever waits hears that the clinic is delayed, closes and says why, and a reload knows it too', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    await at(store, 'waiting');
    const standing = { open: false, message: 'Lægen er kaldt ud.', delayMinutes: 30, phone: '+4586123456' };
    await it.doctor.request('clinics.opening', { id: 'clinic-lund', body: standing });
    const told = await stateWhere(
      store,
      (state): state is At<'waiting'> => state.step === 'waiting' && !state.visit.clinic.open,
    );
    assert.partialDeepStrictEqual(told.visit.clinic, standing);
    const resumed = it.join(it.world.client('employee'), nancy);
    assert.partialDeepStrictEqual((await at(resumed, 'waiting')).visit.clinic, standing);
    await it.doctor.request('clinics.opening', { id: 'clinic-lund', body: { open: true } });
    const opened = await stateWhere(
      store,
      (state): state is At<'waiting'> => state.step === 'waiting' && state.visit.clinic.open,
    );
    assert.deepEqual([opened.visit.clinic.message, opened.visit.clinic.delayMinutes], [undefined, undefined]);
    assert.equal(opened.visit.position, 1);
  });

  test('sent on to another clinic it goes on there, as a place of its own, also after a reload with the old id', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    const { visit: before } = await at(store, 'waiting');
    await it.doctor.request('visits.handover', { id: before.id, body: { clinicId: 'clinic-mark' } });
    const there = await stateWhere(
      store,
      (state): state is At<'waiting'> => state.step === 'waiting' && state.visit.clinic.id === 'clinic-mark',
    );
    assert.equal(there.visit.movedFrom?.id, 'clinic-lund');
    assert.notEqual(there.visit.id, before.id);
    assert.equal(there.joined, there.visit.id, 'the host is told which visit it is now');
    const resumed = it.join(it.world.client('employee'), { ...nancy, visitId: before.id });
    assert.equal((await at(resumed, 'waiting')).visit.id, there.visit.id);
  });

  test('never goes on with another citizen’s visit', async (t) => {
    const it = await bed(t);
    await queued(it);
    const other = it.join(it.world.client('employee'), { citizen: testCitizens.bruno });
    assert.equal((await at(other, 'ready')).clinic.id, 'clinic-mark');
  });

  test('a CPR number without a name tells nobody apart: it begins anew, and the server says which visit it is', async (t) => {
    const it = await bed(t);
    const [{ cpr }, client] = [testCitizens.nancy, it.world.client('employee')];
    const begin = async (citizen: { cpr: string }): Promise<JoinStore> => {
      const store = it.join(client, { citizen });
      await at(store, 'ready');
      await declare(client, store);
      return store;
    };
    const first = await begin({ cpr });
    await first.dispatch({ type: 'join' });
    const { visit } = await at(first, 'waiting');
    const other = await begin({ cpr: testCitizens.bruno.cpr });
    assert.equal(other.getState().draft.clinic?.id, 'clinic-mark');
    const reloaded = await begin({ cpr });
    await reloaded.dispatch({ type: 'join' });
    assert.equal((await at(reloaded, 'waiting')).visit.id, visit.id);
    assert.equal(reloaded.getState().failure, undefined);
  });

  test('a place that a colleague took for the citizen is not this one’s to go on with', async (t) => {
    const it = await bed(t);
    await queued(it);
    const client = it.world.client('otherEmployee');
    const store = it.join(client, { citizen: { cpr: testCitizens.nancy.cpr } });
    await at(store, 'ready');
    await declare(client, store);
    await store.dispatch({ type: 'join' });
    assert.equal(store.getState().failure?.code, 'already-waiting');
    assert.equal(store.getState().step, 'ready');
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
