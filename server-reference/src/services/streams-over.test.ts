import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClinicVisit, Snapshot } from '@venterum/contract';
import { buildVisit } from '@venterum/testing/server';
import { openEvents } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

const snapshotAt = async (world: World, now: string): Promise<Snapshot> => {
  world.clock.jump(Date.parse(now) - Date.parse(world.clock.now()));
  const reader = await openEvents(world, await world.login('doctor'), { clinic: 'clinic-lund' });
  const first = reader.events[0]?.event;
  assert.ok(first?.type === 'snapshot');
  return first;
};

const idsIn = ({ visits }: Snapshot): readonly string[] => visits.map(({ id }) => id);

for (const kind of storeKinds) {
  test(`a clinic’s snapshot tells what ended today, on the Danish calendar, before who is there (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit: waiting } = await world.citizenWaits();
    const over = (id: string, endedAt: string) => buildVisit({ id, state: 'ended', endedAt });
    // In November midnight in Denmark is at 23:00Z.
    const visits = [
      over('after-midnight', '2026-11-23T23:00:00.000Z'),
      over('before-midnight', '2026-11-23T22:59:59.999Z'),
      over('morning', '2026-11-23T07:00:00.000Z'),
      over('day-before', '2026-11-22T22:59:59.999Z'),
      { ...over('elsewhere', '2026-11-23T07:30:00.000Z'), clinicId: 'clinic-mark' },
    ];
    await world.server.ports.store.transact(async (tx) => {
      for (const visit of visits) await tx.visits.save(visit, undefined);
    });
    const evening = await snapshotAt(world, '2026-11-23T22:59:59.999Z');
    assert.deepEqual(idsIn(evening).slice(0, 2), ['morning', 'before-midnight']);
    assert.ok(!idsIn(evening).includes('day-before') && !idsIn(evening).includes('elsewhere'));
    assert.ok(idsIn(await snapshotAt(world, '2026-11-23T08:30:00.000Z')).includes(waiting.id));
    const night = await snapshotAt(world, '2026-11-23T23:00:00.000Z');
    assert.deepEqual(idsIn(night).slice(0, 1), ['after-midnight']);
    assert.ok(!idsIn(night).includes('before-midnight'));
  });

  test(`of who is over a snapshot tells the name, and neither number, place nor words (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit } = await world.employeeWaits('Hoste');
    const doctor = await world.login('doctor');
    const citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };
    await world.server.ports.store.transact(async (tx) => {
      const kept = await tx.visits.get(visit.id);
      assert.ok(kept);
      await tx.visits.save({ ...kept, citizen, jobTitle: 'Sygeplejerske' }, undefined);
    });
    await world.ask('visits.remove', { as: doctor, id: visit.id, body: { message: 'Ring til os' } });
    const { visits } = await snapshotAt(world, world.clock.now());
    const [told] = visits as readonly ClinicVisit[];
    assert.deepEqual([told?.id, told?.state, told?.citizen], [visit.id, 'removed', { name: citizen.name }]);
    assert.doesNotMatch(JSON.stringify(visits), /251248|Hoste|Ring til os|Sygeplejerske/);
  });
}

test('at most fifty that are over are told, the latest', async (t) => {
  const world = await openWorld(t);
  await world.server.ports.store.transact(async (tx) => {
    for (let minute = 0; minute < 60; minute += 1) {
      const endedAt = `2026-11-23T07:${String(minute).padStart(2, '0')}:00.000Z`;
      await tx.visits.save(buildVisit({ id: `v-${String(minute)}`, state: 'ended', endedAt }), undefined);
    }
  });
  const ids = idsIn(await snapshotAt(world, world.clock.now()));
  assert.deepEqual([ids.length, ids[0], ids.at(-1)], [50, 'v-10', 'v-59']);
});
