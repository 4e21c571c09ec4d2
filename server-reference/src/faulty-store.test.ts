import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import type { Session } from '@venterum/contract';
import { AesFieldCipher } from './adapters/node/aes-field-cipher.ts';
import { SqliteStore } from './adapters/sqlite/sqlite-store.ts';
import { temporaryFolder, temporaryStore, testKey } from './adapters/sqlite/temporary-store.fixtures.test.ts';
import { openEvents, settled } from './event-reader.fixtures.test.ts';
import { StoreUnavailableError, type Bus, type DataStore } from './index.ts';
import { openWorld, type World } from './server-world.fixtures.test.ts';

type Mood = 'well' | 'refuses' | 'loses' | 'reads nothing';

/** A store that, when told, refuses units of work, or does the work and then cannot keep it. */
class FaultyStore implements DataStore {
  mood: Mood = 'well';
  readonly #store: DataStore;

  constructor(store: DataStore) {
    this.#store = store;
  }

  transact: DataStore['transact'] = async (work) => {
    if (this.mood === 'refuses' || this.mood === 'reads nothing') throw new StoreUnavailableError('full');
    return this.#store.transact(async (tx) => {
      const answer = await work(tx);
      if (this.mood === 'loses') throw new StoreUnavailableError('full');
      return answer;
    });
  };

  read: DataStore['read'] = async (work) => {
    if (this.mood === 'reads nothing') throw new StoreUnavailableError('failing');
    return this.#store.read(work);
  };

  close(): Promise<void> {
    return this.#store.close();
  }
}

const openFaulty = async (t: TestContext): Promise<{ world: World; store: FaultyStore }> => {
  let store: FaultyStore | undefined;
  const openStore = (bus: Bus): DataStore => (store = new FaultyStore(temporaryStore(t, bus)));
  const world = await openWorld(t, 'memory', { openStore });
  assert.ok(store);
  return { world, store };
};

const waitingAt = async (world: World, as: Session): Promise<number> =>
  (await world.ask('visits.list', { as })).visits.length;

for (const mood of ['refuses', 'loses'] as const)
  test(`F11: a store that ${mood} answers 503 with when to try again, acknowledges nothing, and comes back by itself`, async (t) => {
    const { world, store } = await openFaulty(t);
    const doctor = await world.login('doctor');
    const citizen = await world.login('citizen');
    const stream = await openEvents(world, doctor, { clinic: 'clinic-lund' });
    const told = stream.events.length;
    const join = { as: citizen, body: {}, headers: { 'idempotency-key': 'one-tap' } } as const;
    store.mood = mood;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { status, problem, headers } = await world.send('visits.join', join);
      assert.deepEqual([status, problem.code, headers.get('retry-after')], [503, 'unavailable', '5']);
    }
    const body = { grant: 'oidc', token: 'otherCitizen' } as const;
    assert.equal(await world.refusal('sessions.create', { body }), 'unavailable', 'nobody is let in');
    const recipients = [
      { name: 'May Moberg', phone: '+4520123456', role: 'relative', language: 'da' },
    ] as const;
    const invite = { clinicId: 'clinic-lund', recipients } as const;
    assert.equal(await world.refusal('invites.send', { as: doctor, body: invite }), 'unavailable');
    assert.equal((await world.server.app.request('/readyz')).status, 503);
    assert.equal((await world.server.app.request('/healthz')).status, 200);
    await world.server.services.streams.settled();
    assert.equal(stream.events.length, told, 'nothing was pushed');
    assert.equal(world.server.outbox.messages().length, 0, 'nothing was sent');
    assert.equal(await waitingAt(world, doctor), 0);
    const faults = world.log.filter(({ event }) => event === 'fault');
    assert.ok(
      faults.some((fault) => fault.event === 'fault' && fault.error === 'StoreUnavailableError: full'),
    );

    store.mood = 'well';
    const visit = await world.ask('visits.join', join);
    assert.equal((await world.ask('visits.join', join)).id, visit.id);
    assert.equal(await waitingAt(world, doctor), 1);
    await settled(world);
    assert.equal(stream.state(visit.id), 'waiting');
  });

test('F11: while nothing can be read, a session opens nothing', async (t) => {
  const { world, store } = await openFaulty(t);
  const doctor = await world.login('doctor');
  store.mood = 'reads nothing';
  for (const name of ['visits.list', 'sessions.activity'] as const)
    assert.equal(await world.refusal(name, { as: doctor }), 'unavailable');
  const headers = { authorization: `Bearer ${doctor.token}` };
  assert.equal((await world.server.app.request('/v1/events?clinic=clinic-lund', { headers })).status, 503);
  store.mood = 'well';
  assert.equal(await waitingAt(world, doctor), 0);
});

const openOnFile = async (t: TestContext): Promise<{ world: World; path: string }> => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const world = await openWorld(t, 'memory', {
    openStore: (bus) => {
      const cipher = new AesFieldCipher([testKey]);
      const now = (): string => '2026-11-23T08:00:00.000Z';
      const store = new SqliteStore({ path, bus, cipher, now, busyMilliseconds: 1 });
      t.after(() => store.close());
      return store;
    },
  });
  return { world, path };
};

test('F11: a database that another process has locked answers 503 until it is free', async (t) => {
  const { world, path } = await openOnFile(t);
  const citizen = await world.login('citizen');
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  assert.equal(await world.refusal('visits.join', { as: citizen, body: {} }), 'unavailable');
  other.exec('ROLLBACK');
  other.close();
  assert.equal((await world.ask('visits.join', { as: citizen, body: {} })).state, 'waiting');
});
