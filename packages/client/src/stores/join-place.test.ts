import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClinicVisit } from '@venterum/contract';
import { testCitizens } from '@venterum/testing';
import { at, bed, declare, failed, nancy, setOpen } from './join-store.fixtures.test.ts';

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
    assert.equal(visit.citizen?.cpr, testCitizens.nancy.cpr);
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
    assert.equal(world.network.to('POST', '/v1/visits').length, 0, 'refused here, as the server would');
    await store.dispatch({ type: 'set-reason', reason: 'To beboere med feber' });
    await store.dispatch({ type: 'join' });
    await at(store, 'waiting');
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
