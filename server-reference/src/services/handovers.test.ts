import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

for (const kind of storeKinds) {
  test(`handing over: a colleague gets the visit and its room, and the first is out of both (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    const [doctor, colleague] = [await world.login('doctor'), await world.login('colleague')];
    const { id } = visit;
    const { visit: called, access } = await world.ask('visits.call', { as: doctor, id });
    const to = colleague.principal.id;
    const after = await world.ask('visits.handover', { as: doctor, id, body: { to } });
    assert.deepEqual([after.state, after.claim?.by, after.claim?.name], ['called', to, 'Læge Test Kollega']);
    assert.equal(after.roomId, called.roomId);
    assert.deepEqual(
      after.participants.filter(({ role }) => role === 'clinician').map(({ name }) => name),
      ['Læge Test Kollega'],
    );
    assert.equal(await world.refusal('visits.ticket', { as: doctor, id }), 'claimed-by-other');
    const grant = await world.server.ports.tickets.redeem(access.ticket);
    assert.ok(grant);
    assert.equal(await world.server.services.rooms.isOpen(grant), false, 'the old ticket opens nothing');
    await world.ask('visits.ticket', { as: colleague, id });
    const told = await world.ask('visits.get', { as: citizen, id });
    assert.equal(told.view === 'joiner' && told.clinician?.name, 'Læge Test Kollega');
  });

  test(`handing over: to nobody but a signed-in colleague, and by nobody but who has it (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    const [doctor, stranger] = [await world.login('doctor'), await world.login('stranger')];
    const { id } = visit;
    await world.ask('visits.call', { as: doctor, id });
    const colleague = await world.login('colleague');
    const to = colleague.principal.id;
    for (const other of ['nobody', stranger.principal.id, citizen.principal.id, doctor.principal.id]) {
      assert.equal(
        await world.refusal('visits.handover', { as: doctor, id, body: { to: other } }),
        'colleague-unknown',
      );
    }
    assert.equal(
      await world.refusal('visits.handover', { as: colleague, id, body: { to } }),
      'claimed-by-other',
    );
    await world.ask('sessions.end', { as: colleague });
    assert.equal(
      await world.refusal('visits.handover', { as: doctor, id, body: { to } }),
      'colleague-unknown',
    );
  });

  test(`transfer: last in the other clinic’s queue, and the joiner is told where (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const stranger = await world.login('stranger');
    const other = await world.login('otherCitizen');
    const there = await world.ask('visits.join', { as: other, body: {} });
    assert.equal(there.clinic.id, 'clinic-mark');
    const { employee, visit } = await world.employeeWaits('Sår på foden');
    const joiner = await openEvents(world, employee);
    const [doctor, colleague] = [await world.login('doctor'), await world.login('colleague')];
    const list = await openEvents(world, stranger, { clinic: 'clinic-mark' });
    await world.ask('visits.call', { as: doctor, id: visit.id });
    const handover = { id: visit.id, body: { clinicId: 'clinic-mark' } };
    assert.equal(await world.refusal('visits.handover', { as: colleague, ...handover }), 'claimed-by-other');
    world.clock.jump(60_000);
    const here = await world.ask('visits.handover', { as: doctor, ...handover });
    assert.deepEqual([here.state, here.movedTo?.clinic.name], ['removed', 'Lægerne Mark']);
    await settled(world);
    const id = here.movedTo?.visitId ?? '';
    assert.deepEqual(
      [joiner.state(visit.id), joiner.state(id), list.state(id)],
      ['removed', 'waiting', 'waiting'],
    );
    const moved = await world.clinicVisit(stranger, id);
    assert.deepEqual(
      [moved.movedFrom?.name, moved.reason, moved.arrivedAt, moved.claim],
      ['Lægehuset Lund', 'Sår på foden', world.clock.now(), undefined],
    );
    assert.ok(moved.participants.every(({ admitted, role }) => !admitted && role !== 'clinician'));
    assert.equal(await world.refusal('visits.get', { as: doctor, id }), 'visit-not-found');
    assert.equal(await world.refusal('visits.call', { as: doctor, id: visit.id }), 'visit-state');
  });
}

test('B6: transfer: refused to a closed clinic, with what to do instead, and to one where the citizen waits', async (t) => {
  const world = await openWorld(t);
  const stranger = await world.login('stranger');
  const { visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const { id } = visit;
  const body = { clinicId: 'clinic-mark' };
  await world.ask('clinics.opening', {
    as: stranger,
    id: 'clinic-mark',
    body: { open: false, message: 'Ring i morgen.', phone: '+4598765432' },
  });
  const { problem } = await world.send('visits.handover', { as: doctor, id, body });
  assert.deepEqual(
    [problem.code, problem.opening],
    ['clinic-closed', { open: false, message: 'Ring i morgen.', phone: '+4598765432' }],
  );
  assert.equal((await world.clinicVisit(doctor, id)).state, 'waiting');
  await world.ask('clinics.opening', { as: stranger, id: 'clinic-mark', body: { open: true } });
  for (const clinicId of ['clinic-lund', 'nowhere'])
    assert.equal(
      await world.refusal('visits.handover', { as: doctor, id, body: { clinicId } }),
      'clinic-not-found',
    );
  const employee = await world.login('employee');
  const { id: consentId } = await world.declare(employee);
  const citizen = { cpr: '2512489996' };
  await world.ask('visits.join', { as: employee, body: { ...body, consentId, citizen } });
  assert.equal(await world.refusal('visits.handover', { as: doctor, id, body }), 'already-waiting');
});

test('C11: transfer: whoever came by a link stays with the clinic that sent it', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  await world.redeem(token);
  assert.equal(
    await world.refusal('visits.handover', {
      as: doctor,
      id: invite.visitId,
      body: { clinicId: 'clinic-mark' },
    }),
    'visit-state',
  );
});

test('handing over: the same key again does it once', async (t) => {
  const world = await openWorld(t);
  const { visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const headers = { 'idempotency-key': 'one-transfer' };
  const asking = { as: doctor, id: visit.id, body: { clinicId: 'clinic-mark' }, headers };
  const first = await world.ask('visits.handover', asking);
  const again = await world.ask('visits.handover', asking);
  assert.deepEqual(again, first);
  const stranger = await world.login('stranger');
  assert.equal((await world.ask('visits.list', { as: stranger })).visits.length, 1);
});
