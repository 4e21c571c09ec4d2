import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';
import { Audience } from './audience.ts';

const citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };

for (const kind of storeKinds) {
  test(`B11: whoever comes back to a stream is told nothing that was withdrawn meanwhile (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const employee = await world.login('employee');
    const list = await openEvents(world, doctor, { clinic: 'clinic-lund' });
    const joiner = await openEvents(world, employee);
    const lastIds = { clinic: list.lastId, joiner: joiner.lastId };
    await Promise.all([list.leave(), joiner.leave()]);
    const { id: consentId } = await world.declare(employee);
    const visit = await world.ask('visits.join', {
      as: employee,
      body: { citizen, reason: 'Sår på foden', consentId },
    });
    await world.ask('visits.call', { as: doctor, id: visit.id });
    const { ticket } = await world.ask('visits.ticket', { as: employee, id: visit.id });
    const grant = await world.server.ports.tickets.redeem(ticket);
    assert.ok(grant);
    await world.server.services.rooms.connected(grant);
    await settled(world);
    await world.ask('consents.withdraw', { as: employee, id: consentId });
    await settled(world);
    const back = await openEvents(world, doctor, { clinic: 'clinic-lund', lastEventId: lastIds.clinic });
    const joinerBack = await openEvents(world, employee, { lastEventId: lastIds.joiner });
    for (const reader of [back, joinerBack]) {
      assert.ok(reader.events.length > 1 && !reader.types.includes('snapshot'), 'it was resumed');
      assert.equal(reader.state(visit.id), 'in-consultation');
      for (const secret of [citizen.name, citizen.cpr, 'Sår på foden'])
        assert.equal(reader.text.includes(secret), false, secret);
      const seqs = reader.events.map(({ event }) => event.seq);
      assert.deepEqual(
        seqs,
        seqs.map((_seq, index) => (seqs[0] ?? 0) + index),
        'no gap where an earlier view was',
      );
    }
  });
}

test('events: a view goes with the last of its places in the ring', () => {
  const audience = new Audience({ key: 'clinic:a', stream: 'stream', limit: 2 });
  const view = (id: string, message: string): void => {
    audience.push({ type: 'visit', visit: { id, message } as never });
  };
  view('one', 'first');
  view('one', 'second');
  assert.equal(
    audience
      .since('stream-0')
      ?.join('')
      .match(/second/g)?.length,
    2,
  );
  view('two', 'third');
  view('two', 'fourth');
  assert.equal(audience.since('stream-2')?.join('').includes('second'), false);
  view('one', 'fifth');
  assert.deepEqual(
    audience.since('stream-3')?.map((text) => /"message":"(\w+)"/.exec(text)?.[1]),
    ['fourth', 'fifth'],
  );
});

test('P6: the range to wait by goes on with the clock while a consultation runs', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { employee, visit: first } = await world.employeeWaits();
  await openEvents(world, employee);
  await world.ask('visits.call', { as: doctor, id: first.id });
  const { ticket } = await world.ask('visits.ticket', { as: employee, id: first.id });
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  const { citizen: waiting, visit } = await world.citizenWaits();
  assert.ok((visit.waitEstimate?.fromMinutes ?? 0) > 0);
  const reader = await openEvents(world, waiting);
  const heard = reader.events.length;
  await world.pass(9 * 60_000);
  await settled(world);
  const told = reader.events
    .slice(heard)
    .flatMap(({ event }) => (event.type === 'visit' && event.visit.view === 'joiner' ? [event.visit] : []));
  assert.equal(told.at(-1)?.waitEstimate?.fromMinutes, 0);
  assert.ok(told.length <= 4, 'and is told again only when it is another');
});
