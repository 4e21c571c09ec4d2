import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfLocal, type OpeningPlan } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

/** The clock of the tests stands at nine in Denmark. */
const hours = [{ from: '08:00', to: '09:01' }];
const plan: OpeningPlan = {
  week: [hours, hours, hours, hours, hours, [], []],
  exceptions: [],
  closedMessage: 'Vi har åbent for video på hverdage kl. 8-9.',
};
const id = 'clinic-lund';

for (const kind of storeKinds) {
  test(`B6: the plan opens and closes by itself, and everybody is told (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    await world.ask('clinics.setPlan', { as: doctor, id, body: { plan } });
    assert.deepEqual(await world.ask('clinics.plan', { as: doctor, id }), { plan });
    const { citizen, visit } = await world.citizenWaits();
    const [list, joiner] = [
      await openEvents(world, doctor, { clinic: id }),
      await openEvents(world, citizen),
    ];
    await world.pass(61_000);
    await settled(world);
    const opening = list.events.at(-1)?.event;
    assert.deepEqual(opening?.type === 'opening' && opening.opening, {
      open: false,
      until: instantOfLocal('2026-11-24', '08:00'),
      message: plan.closedMessage,
    });
    const told = [...joiner.events].reverse().find(({ event }) => event.type === 'visit')?.event;
    assert.ok(told?.type === 'visit' && told.visit.view === 'joiner');
    assert.deepEqual(
      [told.visit.id, told.visit.state, told.visit.clinic.message, told.visit.waitEstimate],
      [visit.id, 'waiting', plan.closedMessage, undefined],
    );
    const late = await world.login('otherCitizen');
    const { problem } = await world.send('visits.join', { as: late, body: { clinicId: id } });
    assert.deepEqual(
      [problem.code, problem.opening?.until],
      ['clinic-closed', instantOfLocal('2026-11-24', '08:00')],
    );
  });

  test(`B6: at the very minute, with a stale client and before any sweep (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    await world.ask('clinics.setPlan', { as: doctor, id, body: { plan } });
    const citizen = await world.login('citizen');
    const seen = await world.ask('clinics.get', { as: citizen, id });
    assert.equal(seen.open, true);
    world.clock.jump(Date.parse(instantOfLocal('2026-11-23', '09:01')) - Date.parse(world.clock.now()));
    const again = await world.login('citizen');
    assert.equal(await world.refusal('visits.join', { as: again, body: {} }), 'clinic-closed');
  });
}

test('opening: what is said by hand counts until the plan turns, and a new plan counts at once', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  await world.ask('clinics.setPlan', { as: doctor, id, body: { plan } });
  const said = await world.ask('clinics.opening', {
    as: doctor,
    id,
    body: { open: false, phone: '+4598765432' },
  });
  assert.deepEqual([said.open, said.until], [false, instantOfLocal('2026-11-24', '08:00')]);
  await world.ask('clinics.setPlan', { as: doctor, id, body: { plan } });
  const now = await world.ask('clinics.get', { as: doctor, id });
  assert.deepEqual([now.open, now.phone], [true, '+4598765432']);
  await world.ask('clinics.setPlan', { as: doctor, id, body: {} });
  assert.equal((await world.ask('clinics.get', { as: doctor, id })).open, true);
  assert.deepEqual(await world.ask('clinics.plan', { as: doctor, id }), {});
  const past = world.clock.now();
  const { problem } = await world.send('clinics.opening', {
    as: doctor,
    id,
    body: { open: true, until: past },
  });
  assert.deepEqual([problem.code, problem.fields], ['request-invalid', ['/until']]);
});

test('opening: a plan that makes no sense is refused', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('doctor');
  for (const bad of [
    { ...plan, week: plan.week.slice(1) },
    { ...plan, week: [[{ from: '12:00', to: '08:00' }], ...plan.week.slice(1)] },
    { ...plan, week: [[{ from: '8:00', to: '25:00' }], ...plan.week.slice(1)] },
    { ...plan, exceptions: [{ date: '2026-02-30', hours: [] }] },
    { ...plan, extra: true },
  ])
    assert.equal(
      await world.refusal('clinics.setPlan', { as, id, body: { plan: bad } }),
      'request-invalid',
      JSON.stringify(bad),
    );
});

for (const kind of storeKinds) {
  test(`closing: words to everybody who waits, or everybody sent home in words (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    const { employee, visit: second } = await world.employeeWaits();
    const third = await world.login('otherCitizen');
    const { id: calledId } = await world.ask('visits.join', { as: third, body: { clinicId: id } });
    const doctor = await world.login('doctor');
    await world.ask('visits.call', { as: doctor, id: calledId });
    const joiner = await openEvents(world, citizen);
    const message = 'Vi er forsinket en halv time.';
    assert.deepEqual(await world.ask('clinics.message', { as: doctor, id, body: { message } }), {
      visits: 2,
    });
    await settled(world);
    const told = joiner.events.at(-1)?.event;
    assert.deepEqual(told?.type === 'visit' && [told.visit.message, told.visit.messageAt], [
      message,
      world.clock.now(),
    ]);
    const home = { as: doctor, id, body: { message: 'Vi lukker nu. Ring i morgen.' } };
    assert.deepEqual(await world.ask('clinics.removeAll', home), { visits: 2 });
    for (const [as, waiting] of [
      [citizen, visit],
      [employee, second],
    ] as const) {
      const removed = await world.ask('visits.get', { as, id: waiting.id });
      assert.deepEqual([removed.state, removed.message], ['removed', home.body.message]);
    }
    assert.equal((await world.clinicVisit(doctor, calledId)).state, 'called');
  });
}

test('a message to one who waits is the latest, and gone with the wait', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const { employee, visit: other } = await world.employeeWaits();
  const [doctor, as] = [await world.login('doctor'), await world.login('colleague')];
  for (const message of ['Hav dit sygesikringskort klar.', 'Det bliver din tur om lidt.'])
    await world.ask('visits.message', { as, id: visit.id, body: { message } });
  assert.equal(
    (await world.ask('visits.get', { as: citizen, id: visit.id })).message,
    'Det bliver din tur om lidt.',
  );
  assert.equal((await world.ask('visits.get', { as: employee, id: other.id })).message, undefined);
  assert.equal(
    await world.refusal('visits.message', { as, id: visit.id, body: { message: 'x'.repeat(281) } }),
    'request-invalid',
  );
  await world.ask('visits.leave', { as: citizen, id: visit.id });
  assert.equal((await world.clinicVisit(doctor, visit.id)).message, undefined);
  assert.equal(
    await world.refusal('visits.message', { as, id: visit.id, body: { message: 'Hallo?' } }),
    'visit-state',
  );
});

test('moving a waiting visit to the phone or to the clinic takes one request', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const { visit: second } = await world.employeeWaits();
  const doctor = await world.login('doctor');
  const end = (visitId: string, outcome: 'moved-to-phone' | 'moved-to-visit') =>
    world.ask('visits.end', { as: doctor, id: visitId, body: { outcome } });
  assert.equal((await end(visit.id, 'moved-to-phone')).state, 'ended');
  const told = await world.ask('visits.get', { as: citizen, id: visit.id });
  assert.deepEqual([told.state, told.outcome, told.durationSeconds], ['ended', 'moved-to-phone', undefined]);
  assert.equal((await end(second.id, 'moved-to-visit')).outcome, 'moved-to-visit');
  for (const outcome of ['completed', 'technical-failure', 'no-show'] as const) {
    const { visit: waiting } = await world.citizenWaits();
    assert.equal(
      await world.refusal('visits.end', { as: doctor, id: waiting.id, body: { outcome } }),
      'visit-state',
    );
    await end(waiting.id, 'moved-to-phone');
  }
});
