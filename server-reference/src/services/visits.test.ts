import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantPlus, type JoinRequest } from '@venterum/contract';
import { openEvents } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

const nancy = { cpr: '2512489996', name: 'Nancy Ann Berggren' };

for (const kind of storeKinds) {
  test(`B6: a closed clinic takes nobody in, whatever the client's clock says (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const citizen = await world.login('citizen');
    await world.ask('clinics.opening', {
      as: doctor,
      id: 'clinic-lund',
      body: { open: false, message: 'Ring i morgen.' },
    });
    for (const hours of [0, 1, -2]) {
      world.clock.jump(hours * 3_600_000);
      const as = hours === 0 ? citizen : await world.login('citizen');
      assert.equal(await world.refusal('visits.join', { as, body: {} }), 'clinic-closed');
    }
    await world.ask('clinics.opening', { as: doctor, id: 'clinic-lund', body: { open: true } });
    await world.citizenWaits();
  });

  test(`time: called and nobody comes, back to the old place after sixty seconds (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    await openEvents(world, citizen);
    const doctor = await world.login('doctor');
    await openEvents(world, doctor, { clinic: 'clinic-lund' });
    await world.ask('visits.call', { as: doctor, id: visit.id });
    await world.pass(59_000);
    assert.equal((await world.clinicVisit(doctor, visit.id)).state, 'called');
    await world.pass(2000);
    const back = await world.clinicVisit(doctor, visit.id);
    assert.deepEqual([back.state, back.claim, back.arrivedAt], ['waiting', undefined, visit.arrivedAt]);
  });

  test(`time: away for fifteen minutes expires, and the reason is gone (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit } = await world.employeeWaits('Hoste i en uge');
    const doctor = await world.login('doctor');
    await openEvents(world, doctor, { clinic: 'clinic-lund' });
    await world.pass(31_000);
    const away = await world.clinicVisit(doctor, visit.id);
    assert.deepEqual([away.presence, away.reason], ['away', 'Hoste i en uge']);
    await world.pass(14 * 60_000);
    assert.equal((await world.clinicVisit(doctor, visit.id)).state, 'waiting');
    await world.pass(61_000);
    const over = await world.clinicVisit(doctor, visit.id);
    assert.deepEqual([over.state, over.reason], ['expired', undefined]);
  });

  test(`time: nothing personal is left of a visit a day after it is over (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    await world.ask('visits.leave', { as: citizen, id: visit.id });
    const { store } = world.server.ports;
    const kept = () => store.read((tx) => tx.visits.get(visit.id));
    assert.match(JSON.stringify(await kept()), /Nancy/);
    world.clock.jump(24 * 3_600_000);
    await world.pass(2000);
    const left = await kept();
    assert.equal(left?.state, 'left');
    assert.doesNotMatch(JSON.stringify(left), /Nancy|2512489996/);
  });
}

test('B4: no command gets a visit out of the documented order', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const { id } = visit;
  const end = { as: doctor, id, body: { outcome: 'completed' } } as const;
  assert.equal(await world.refusal('visits.end', end), 'visit-state');
  assert.equal(await world.refusal('visits.release', { as: doctor, id }), 'visit-state');
  assert.equal(await world.refusal('visits.ticket', { as: citizen, id }), 'visit-state');
  await world.ask('visits.call', { as: doctor, id });
  assert.equal(await world.refusal('visits.call', { as: doctor, id }), 'visit-state');
  await world.ask('visits.end', end);
  for (const name of ['visits.call', 'visits.release'] as const) {
    assert.equal(await world.refusal(name, { as: doctor, id }), 'visit-state');
  }
  assert.equal(await world.refusal('visits.end', end), 'visit-state');
  assert.equal(await world.refusal('visits.leave', { as: citizen, id }), 'visit-state');
});

test('a colleague neither releases, removes, ends nor enters what another has', async (t) => {
  const world = await openWorld(t);
  const { visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const as = await world.login('colleague');
  const { id } = visit;
  await world.ask('visits.call', { as: doctor, id });
  assert.equal(await world.refusal('visits.call', { as, id }), 'claimed-by-other');
  assert.equal(await world.refusal('visits.release', { as, id }), 'claimed-by-other');
  assert.equal(await world.refusal('visits.remove', { as, id, body: {} }), 'claimed-by-other');
  assert.equal(
    await world.refusal('visits.end', { as, id, body: { outcome: 'completed' } }),
    'claimed-by-other',
  );
  assert.equal(await world.refusal('visits.ticket', { as, id }), 'claimed-by-other');
});

test('joining: who is asked for, where they come from, and who is named', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('employee');
  const { id: consentId } = await world.declare(as);
  const doctor = await world.login('doctor');
  const join = async (body: JoinRequest) => {
    const { id } = await world.ask('visits.join', { as, body: { consentId, ...body } });
    return world.clinicVisit(doctor, id);
  };
  const withCpr = await join({
    citizen: nancy,
    reason: 'Sår',
    inTheRoom: [{ role: 'relative', name: 'Bruno Elmer' }],
  });
  assert.deepEqual(
    [
      withCpr.origin,
      withCpr.clinicId,
      withCpr.citizen,
      withCpr.consented,
      withCpr.municipality,
      withCpr.area,
    ],
    ['care-app', 'clinic-lund', nancy, true, '29189978', 'care-home'],
  );
  assert.deepEqual(
    withCpr.participants.map(({ role, present, name }) => [role, present, name]),
    [
      ['care-staff', 'device', 'Assistent Test'],
      ['citizen', 'in-the-room', 'Nancy Ann Berggren'],
      ['relative', 'in-the-room', 'Bruno Elmer'],
    ],
  );
  const without = await join({ clinicId: 'clinic-lund', reason: 'Flere beboere' });
  assert.equal(without.origin, 'care-app-without-cpr');
  const conference = await join({
    clinicId: 'clinic-lund',
    reason: 'Medicin',
    kind: 'conference',
    test: true,
  });
  assert.deepEqual(
    [conference.kind, conference.test, conference.participants.length],
    ['conference', true, 1],
  );
});

test('joining: what is missing is named, and the same citizen waits once', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('employee');
  const { id: consentId } = await world.declare(as);
  const { problem } = await world.send('visits.join', { as, body: { consentId } });
  assert.deepEqual(problem.fields, ['/clinicId', '/reason']);
  const unknown = { cpr: '2103009996' };
  assert.equal(
    await world.refusal('visits.join', { as, body: { consentId, citizen: unknown } }),
    'own-clinic-unknown',
  );
  const elsewhere = { consentId, citizen: unknown, clinicId: 'nowhere' };
  assert.equal(await world.refusal('visits.join', { as, body: elsewhere }), 'clinic-not-found');
  const visit = await world.ask('visits.join', { as, body: { consentId, citizen: nancy } });
  const refused = await world.send('visits.join', { as, body: { consentId, citizen: nancy } });
  assert.deepEqual([refused.problem.code, refused.problem.visitId], ['already-waiting', visit.id]);
  const citizen = await world.login('citizen');
  const byNumber = await world.send('visits.join', { as: citizen, body: {} });
  assert.equal(byNumber.problem.code, 'already-waiting', 'by number');
  assert.equal(byNumber.problem.visitId, undefined, 'somebody else’s place is nobody’s to know');
  const other = { as: citizen, body: { citizen: nancy } };
  assert.equal(
    await world.refusal('visits.join', other),
    'request-invalid',
    'a citizen joins for nobody else',
  );
});

test('B11: no employee joins without an own declaration in force; withdrawing it ends the wait and the disclosure', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('employee');
  const other = await world.login('otherEmployee');
  const body = { citizen: nancy, reason: 'Sår' };
  assert.equal(await world.refusal('visits.join', { as, body }), 'consent-required');
  const foreign = await world.declare(other);
  assert.equal(
    await world.refusal('visits.join', { as, body: { ...body, consentId: foreign.id } }),
    'consent-required',
  );
  const consent = await world.ask('consents.record', {
    as,
    body: { purpose: 'consent', textVersion: '2026-11', language: 'da', form: 'oral', givenBy: 'citizen' },
  });
  assert.equal(
    await world.refusal('visits.join', { as, body: { ...body, consentId: consent.id } }),
    'consent-required',
  );

  const declaration = await world.declare(as);
  assert.deepEqual(
    [declaration.textVersion, declaration.language, declaration.recordedBy, declaration.textHash.length],
    ['2026-11', 'da', as.principal.id, 64],
  );
  const visit = await world.ask('visits.join', { as, body: { ...body, consentId: declaration.id } });
  await world.ask('consents.withdraw', { as, id: declaration.id });
  const doctor = await world.login('doctor');
  const left = await world.clinicVisit(doctor, visit.id);
  assert.deepEqual(
    [left.state, left.citizen, left.reason, left.consented],
    ['left', undefined, undefined, false],
  );
  assert.equal(
    await world.refusal('visits.join', { as, body: { ...body, consentId: declaration.id } }),
    'consent-required',
  );
  const unknown = { purpose: 'declaration', textVersion: '1999-01', language: 'da' } as const;
  assert.equal(await world.refusal('consents.record', { as, body: unknown }), 'consent-text-unknown');
});

test('B11: withdrawal in the consultation takes away what was disclosed and lets it go on', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('employee');
  const { id: consentId } = await world.declare(as);
  const inTheRoom = [{ role: 'relative', name: 'Bruno Elmer' }] as const;
  const body = { citizen: nancy, reason: 'Sår', consentId, inTheRoom };
  const visit = await world.ask('visits.join', { as, body });
  const doctor = await world.login('doctor');
  await world.ask('visits.call', { as: doctor, id: visit.id });
  const { ticket } = await world.ask('visits.ticket', { as, id: visit.id });
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  await world.ask('consents.withdraw', { as, id: consentId });
  const running = await world.clinicVisit(doctor, visit.id);
  assert.deepEqual(
    [running.state, running.citizen, running.reason],
    ['in-consultation', undefined, undefined],
  );
  assert.deepEqual(
    running.participants.map(({ role, name }) => [role, name]),
    [
      ['care-staff', 'Assistent Test'],
      ['citizen', undefined],
      ['relative', 'Bruno Elmer'],
      ['clinician', 'Læge Test Lund'],
    ],
  );
  const kept = await world.server.ports.store.read((tx) => tx.visits.get(visit.id));
  assert.doesNotMatch(JSON.stringify(kept), /Nancy|2512489996/);
});

test('the queue: agreed times first, a range to wait by what consultations took, none while closed', async (t) => {
  const world = await openWorld(t);
  const { employee, visit: first } = await world.employeeWaits();
  const { id: consentId } = await world.declare(employee);
  const agreedAt = instantPlus(world.clock.now(), -60_000);
  const body = { clinicId: 'clinic-lund', reason: 'Aftalt', consentId, agreedAt };
  const agreed = await world.ask('visits.join', { as: employee, body });
  assert.equal(agreed.position, 1);
  const doctor = await world.login('doctor');
  const placed = async () => {
    const view = await world.ask('visits.get', { as: employee, id: first.id });
    assert.equal(view.view, 'joiner');
    return view;
  };
  const second = await placed();
  assert.equal(second.position, 2);
  assert.ok(second.waitEstimate && second.waitEstimate.toMinutes > second.waitEstimate.fromMinutes);
  await world.ask('clinics.opening', {
    as: doctor,
    id: 'clinic-lund',
    body: { open: true, delayMinutes: 60 },
  });
  const delayed = await placed();
  assert.ok((delayed.waitEstimate?.fromMinutes ?? 0) >= 40);
  await world.ask('clinics.opening', { as: doctor, id: 'clinic-lund', body: { open: false } });
  assert.equal((await placed()).waitEstimate, undefined);
});

test('removing somebody tells them in the clinic’s words', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  await world.ask('visits.remove', { as: doctor, id: visit.id, body: { message: 'Vi ringer til dig.' } });
  const removed = await world.ask('visits.get', { as: citizen, id: visit.id });
  assert.deepEqual([removed.state, removed.message], ['removed', 'Vi ringer til dig.']);
});
