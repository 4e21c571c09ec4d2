import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { FakeClock } from '@venterum/testing/server';
import { openEvents } from '../../event-reader.fixtures.test.ts';
import { openWorld, World } from '../../server-world.fixtures.test.ts';
import { createSteadyClock } from './steady-clock.ts';

const hour = 3_600_000;

/** A machine whose clock can be set, and the clock made from it. */
const machine = () => {
  const clock = new FakeClock();
  const set = { by: 0 };
  const steady = createSteadyClock({
    wall: () => Date.parse(clock.now()) + set.by,
    elapsed: () => Date.parse(clock.now()),
    after: (milliseconds, task) => clock.after(milliseconds, task),
    every: (milliseconds, task) => clock.every(milliseconds, task),
  });
  return { clock, set, steady };
};

const open = async (t: TestContext) => {
  const { clock, set, steady } = machine();
  const { server, log } = await openWorld(t, 'memory', { clock: steady });
  return { world: new World(server, { clock, log }), set, steady };
};

for (const by of [hour, -hour])
  test(`time: set by ${by > 0 ? 'plus' : 'minus'} an hour nobody expires or is logged off, the order and the wait stay`, async (t) => {
    const { world, set, steady } = await open(t);
    const first = await world.citizenWaits();
    await openEvents(world, first.citizen);
    const doctor = await world.login('doctor');
    await openEvents(world, doctor, { clinic: 'clinic-lund' });
    await world.pass(60_000);
    set.by = by;
    const second = await world.employeeWaits();
    await openEvents(world, second.employee);
    await world.pass(60_000);
    const [one, other] = await Promise.all([
      world.ask('visits.get', { as: first.citizen, id: first.visit.id }),
      world.ask('visits.get', { as: second.employee, id: second.visit.id }),
    ]);
    assert.ok(one.view === 'joiner' && other.view === 'joiner');
    assert.deepEqual([one.state, one.position, one.presence], ['waiting', 1, 'online']);
    assert.deepEqual([other.state, other.position, other.presence], ['waiting', 2, 'online']);
    const waited = Date.parse(steady.now()) - Date.parse(first.visit.arrivedAt);
    assert.ok(Math.abs(waited - 120_000) < 2000, `${String(waited)} ms`);
    await world.ask('sessions.activity', { as: first.citizen });
    await world.ask('visits.call', { as: doctor, id: first.visit.id });
    set.by = 0;
    await world.pass(50_000);
    assert.equal((await world.clinicVisit(doctor, first.visit.id)).state, 'called');
    await world.pass(11_000);
    assert.equal((await world.clinicVisit(doctor, first.visit.id)).state, 'waiting');
  });

test('time: goes on from the machine’s, never back, and catches up unnoticed', async () => {
  const { clock, set, steady } = machine();
  const before = steady.now();
  assert.equal(before, clock.now());
  set.by = -hour;
  for (let minute = 0; minute < 10; minute += 1) {
    const last = steady.now();
    await clock.advance(60_000);
    const passed = Date.parse(steady.now()) - Date.parse(last);
    assert.ok(passed > 59_000 && passed < 61_000, `${String(passed)} ms`);
  }
  await clock.advance(101 * hour);
  assert.equal(Date.parse(steady.now()), Date.parse(clock.now()) - hour);
});
