import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Session } from '@venterum/contract';
import { MemoryBus } from '../adapters/memory/memory-bus.ts';
import { openStoreAt, temporaryFolder } from '../adapters/sqlite/temporary-store.fixtures.test.ts';
import type { DataStore } from '../ports/store.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

const recipientOf = (store: DataStore, id: string) =>
  store.read(async (tx) => (await tx.invites.get(id))?.recipient);

/** So long later, after one look at what is due. */
const later = async (world: World, milliseconds: number): Promise<void> => {
  world.clock.jump(milliseconds);
  await world.server.services.sweeper.sweep();
};

const nobody = { name: '', role: 'relative', language: 'da' };

/** How an invitation ends, by way of ending its visit. */
const ends: Readonly<
  Record<
    string,
    (
      world: World,
      doctor: Session,
      invite: { id: string; token: string; visitId: string },
    ) => Promise<unknown>
  >
> = {
  expired: async (world) => {
    await later(world, 3_600_000);
  },
  revoked: (world, as, { id }) => world.ask('invites.revoke', { as, id }),
  used: async (world, as, { token, visitId: id }) => {
    await world.redeem(token);
    await world.ask('visits.call', { as, id });
    await world.ask('visits.end', { as, id, body: { outcome: 'completed' } });
  },
  'used without a name': async (world, as, { token, visitId: id }) => {
    const body = { grant: 'invite', token, deviceId: 'device-of-the-guest' } as const;
    await world.ask('sessions.create', { body });
    await world.ask('visits.remove', { as, id, body: {} });
  },
};

for (const kind of storeKinds)
  for (const [how, end] of Object.entries(ends))
    test(`P8: name and number of an invitation are gone a day after its visit, ${how} (${kind})`, async (t) => {
      const world = await openWorld(t, kind);
      const doctor = await world.login('doctor');
      const { invite, token } = await world.invite(doctor);
      const { id, visitId } = invite;
      await end(world, doctor, { id, token, visitId });
      const { store } = world.server.ports;
      assert.equal((await recipientOf(store, id))?.name, 'May Moberg');
      await later(world, 24 * 3_600_000 - 10_000);
      assert.equal((await recipientOf(store, id))?.phone, '+4520123456', 'not before');
      await later(world, 10_000);
      assert.deepEqual(await recipientOf(store, id), nobody);
      const due = await store.read((tx) => tx.visits.due('9999', 5));
      assert.deepEqual(due, [], 'and never looked at again');
    });

test('P8: invitations of visits that an earlier version was done with are forgotten too', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const first = await openWorld(t, 'memory', { openStore: (bus) => openStoreAt(path, bus) });
  const doctor = await first.login('doctor');
  const { invite } = await first.invite(doctor);
  await first.ask('invites.revoke', { as: doctor, id: invite.id });
  const ended = (await first.clinicVisit(doctor, invite.visitId)).endedAt ?? '';
  await first.server.dispose();
  const database = new DatabaseSync(path);
  database.exec('UPDATE visits SET due_at = NULL; DELETE FROM migrations WHERE version > 6');
  database.close();

  const store = openStoreAt(path, new MemoryBus());
  t.after(() => store.close());
  const dayAfter = new Date(Date.parse(ended) + 24 * 3_600_000).toISOString();
  const due = async (at: string) => (await store.read((tx) => tx.visits.due(at, 5))).map(({ id }) => id);
  assert.deepEqual(await due(ended), []);
  assert.deepEqual(await due(dayAfter), [invite.visitId]);
});
