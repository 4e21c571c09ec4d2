import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantPlus } from '@venterum/contract';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

for (const kind of storeKinds) {
  test(`I3: the queue: a citizen who says a time was agreed an hour ago goes before nobody who waits (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit } = await world.employeeWaits();
    world.clock.jump(50 * 60_000);
    const agreedAt = instantPlus(world.clock.now(), -59 * 60_000);
    const citizen = await world.login('citizen');
    const late = await world.ask('visits.join', { as: citizen, body: { agreedAt } });
    assert.deepEqual([late.position, late.agreedAt], [2, agreedAt]);
    const doctor = await world.login('doctor');
    const { visits } = await world.ask('visits.list', { as: doctor });
    assert.deepEqual(
      visits.map(({ id }) => id),
      [visit.id, late.id],
    );
  });

  test(`time: a place taken five hours ahead of the agreed time is kept for four after it (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { employee: as } = await world.employeeWaits();
    const { id: consentId } = await world.declare(as);
    const agreedAt = instantPlus(world.clock.now(), 5 * 3_600_000);
    const body = { clinicId: 'clinic-lund', reason: 'Aftalt', consentId, agreedAt };
    const { id } = await world.ask('visits.join', { as, body });
    const { sweeper } = world.server.services;
    const state = async () => (await world.server.ports.store.read((tx) => tx.visits.get(id)))?.state;
    world.clock.jump(9 * 3_600_000 - 1);
    await sweeper.sweep();
    assert.equal(await state(), 'waiting');
    world.clock.jump(1);
    await sweeper.sweep();
    assert.equal(await state(), 'expired');
  });
}
