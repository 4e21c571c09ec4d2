import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventReader, openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';
import { Audience } from './audience.ts';

const isContiguous = (reader: EventReader): boolean => {
  const seqs = reader.events.filter(({ id }) => id !== undefined).map(({ event }) => event.seq);
  const fresh = seqs.slice(Math.max(0, reader.types.lastIndexOf('snapshot')));
  return fresh.every((seq, index) => index === 0 || seq === (fresh[index - 1] ?? 0) + 1);
};

for (const kind of storeKinds) {
  test(`events: a snapshot first, then every change in order, for clinic and joiner (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const clinic = await openEvents(world, doctor, { clinic: 'clinic-lund' });
    assert.deepEqual(clinic.types, ['snapshot']);

    const { citizen, visit } = await world.citizenWaits();
    const joiner = await openEvents(world, citizen);
    assert.deepEqual(
      joiner.events[0]?.event.type === 'snapshot' && joiner.events[0].event.visits[0]?.id,
      visit.id,
    );
    await world.ask('visits.call', { as: doctor, id: visit.id });
    await settled(world);
    assert.deepEqual([clinic.state(visit.id), joiner.state(visit.id)], ['called', 'called']);
    await world.ask('visits.end', { as: doctor, id: visit.id, body: { outcome: 'no-show' } });
    await settled(world);
    assert.deepEqual([clinic.state(visit.id), joiner.state(visit.id)], ['ended', 'ended']);
    assert.ok(isContiguous(clinic) && isContiguous(joiner));
    assert.equal(clinic.text.match(/^event: snapshot/gm)?.length, 1);
  });

  test(`events: who moves up in the queue is told so (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { employee, visit: first } = await world.employeeWaits();
    const { citizen, visit: second } = await world.citizenWaits();
    assert.equal(second.position, 2);
    const reader = await openEvents(world, citizen);
    const clinic = await openEvents(world, await world.login('doctor'), { clinic: 'clinic-lund' });
    await world.ask('visits.leave', { as: employee, id: first.id });
    await settled(world);
    const toldToClinic = clinic.events.flatMap(({ event }) =>
      event.type === 'visit' ? [event.visit.id] : [],
    );
    assert.deepEqual(toldToClinic, [first.id], 'a leave is one event to the clinic');
    const last = reader.events.at(-1)?.event;
    assert.ok(last?.type === 'visit' && last.visit.view === 'joiner');
    assert.deepEqual([last.visit.id, last.visit.position], [second.id, 1]);
  });
}

test('events: I6: coming back with the last id gets what was missed, no gap and no repeat', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const before = await openEvents(world, doctor, { clinic: 'clinic-lund' });
  await world.ask('clinics.opening', {
    as: doctor,
    id: 'clinic-lund',
    body: { open: true, delayMinutes: 10 },
  });
  await settled(world);
  await before.leave();
  await world.citizenWaits();
  await world.ask('clinics.opening', { as: doctor, id: 'clinic-lund', body: { open: false } });
  const after = await openEvents(world, doctor, { clinic: 'clinic-lund', lastEventId: before.lastId });
  assert.equal(after.types.includes('snapshot'), false);
  const seqs = [...before.events, ...after.events].map(({ event }) => event.seq);
  assert.deepEqual(
    seqs,
    seqs.map((_seq, index) => index),
    'contiguous across the reconnection',
  );
  assert.deepEqual(new Set(after.types), new Set(['visit', 'opening']));
});

test('events: an unknown or too old id gets a reset and a snapshot', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const clinic = 'clinic-lund';
  const first = await openEvents(world, doctor, { clinic });
  await first.leave();
  for (const lastEventId of ['other-3', 'nonsense', `${first.lastId}9`, '-', '__proto__-1']) {
    const reader = await openEvents(world, doctor, { clinic, lastEventId });
    assert.deepEqual(reader.types, ['reset', 'snapshot'], lastEventId);
    await reader.leave();
  }
  await world.pass(11 * 60_000);
  const late = await openEvents(world, doctor, { clinic, lastEventId: first.lastId });
  assert.deepEqual(late.types, ['reset', 'snapshot'], 'eleven minutes after the last listener left');
});

test('events: the ring keeps so many, and what fell out of it cannot be resumed', () => {
  const audience = new Audience({ key: 'clinic:a', stream: 'str-eam', limit: 3 });
  for (let count = 0; count < 5; count += 1) audience.push({ type: 'reset' });
  assert.equal(audience.since('str-eam-1'), undefined);
  assert.equal(audience.since('str-eam-2')?.length, 3);
  assert.equal(audience.since('str-eam-5')?.length, 0);
  assert.equal(audience.since('str-eam-6'), undefined);
});

test('events: a reader that does not read is dropped, the others are not', () => {
  const audience = new Audience({ key: 'clinic:a', stream: 'stream', limit: 3 });
  const connect = (buffered: number): { closed: boolean } => {
    const state = { closed: false };
    const sink = {
      write: () => buffered,
      close: () => {
        state.closed = true;
      },
      onClose: () => undefined,
    };
    audience.connections.add({ sink, session: undefined as never, phase: 0 });
    return state;
  };
  connect(10);
  connect(2_000_000);
  const slow = audience.push({ type: 'reset' });
  assert.equal(slow.length, 1);
  assert.equal(slow[0]?.sink.write(''), 2_000_000);
});

test('B2: B8: no joiner or guest is ever sent a number, a reason or another’s way to be called', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const employee = await world.login('employee');
  const { id: consentId } = await world.declare(employee);
  const citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };
  const visit = await world.ask('visits.join', {
    as: employee,
    body: { citizen, reason: 'Sår på foden', consentId },
  });
  const joiner = await openEvents(world, employee);
  const called = await world.ask('visits.call', { as: doctor, id: visit.id });
  const { token } = await world.invite(doctor, visit.id);
  const guest = await world.redeem(token);
  const door = await openEvents(world, guest);
  assert.equal(await world.refusal('visits.ticket', { as: guest, id: visit.id }), 'not-admitted');

  const grant = await world.server.ports.tickets.redeem(called.access.ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  await settled(world);
  assert.equal(door.text.includes(called.access.peerId), false, 'B8: nobody’s presence before being let in');
  assert.equal(door.text.includes('Læge Test Lund'), true, 'but who has called');
  assert.equal(door.text.includes('Nancy'), false);
  assert.equal(joiner.text.includes(called.access.peerId), true);

  const { participants } = await world.clinicVisit(doctor, visit.id);
  const relative = participants.find(({ role }) => role === 'relative');
  assert.ok(relative);
  const colleague = await world.login('colleague');
  await world.ask('visits.admit', { as: colleague, id: visit.id, body: { participantId: relative.id } });
  await settled(world);
  assert.equal(door.text.includes(called.access.peerId), true, 'B10: any colleague can let somebody in');
  await world.ask('visits.ticket', { as: guest, id: visit.id });

  for (const { text } of [joiner, door]) {
    for (const secret of ['2512489996', 'Sår på foden', '+4520123456', '20 12 34 56', 'May Moberg']) {
      assert.equal(text.includes(secret), false, secret);
    }
  }
});

test('presence: online with the first stream, away five seconds after the last', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { citizen, visit } = await world.citizenWaits();
  const presence = async (): Promise<string> => (await world.clinicVisit(doctor, visit.id)).presence;
  const first = await openEvents(world, citizen);
  const second = await openEvents(world, citizen);
  await first.leave();
  await world.pass(6000);
  assert.equal(await presence(), 'online');
  await second.leave();
  await world.pass(4000);
  assert.equal(await presence(), 'online', 'a reload is not an absence');
  await world.pass(2000);
  assert.equal(await presence(), 'away');
  await openEvents(world, citizen);
  assert.equal(await presence(), 'online');
});

test('presence: whoever never opened a stream is noticed, and so is whoever did not come back after a restart', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { visit } = await world.citizenWaits();
  await world.pass(14_000);
  assert.equal((await world.clinicVisit(doctor, visit.id)).presence, 'online');
  await world.pass(31_000);
  assert.equal((await world.clinicVisit(doctor, visit.id)).presence, 'away');
});

test('events: pings every 15 s, a time to come back, and headers no proxy may meddle with', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const reader = await openEvents(world, doctor, { clinic: 'clinic-lund' });
  await world.pass(31_000);
  await settled(world);
  assert.equal(reader.text.match(/^: ping$/gm)?.length, 2);
  assert.match(reader.text, /^retry: \d{1,4}$/m);
  assert.equal(reader.response.headers.get('cache-control'), 'no-store, no-transform');
  assert.equal(reader.response.headers.get('x-accel-buffering'), 'no');
  assert.equal(reader.response.headers.get('x-content-type-options'), 'nosniff');
});

test('events: stopping the server ends every stream with a time to come back', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const reader = await openEvents(world, doctor, { clinic: 'clinic-lund' });
  await world.server.dispose();
  await settled(world);
  assert.equal(reader.closed, true);
  assert.match(reader.text, /retry: \d+\n\n$/);
  assert.equal(world.clock.timers, 0);
});
