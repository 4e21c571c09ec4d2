import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { buildVisit, storeContract, testCitizens, testClinics } from '@venterum/testing/server';
import type { DomainEvent } from '../../ports/domain-event.ts';
import { StoreUnavailableError } from '../../ports/store.ts';
import { MemoryBus } from '../memory/memory-bus.ts';
import { portError } from './sqlite-trouble.ts';
import { openStoreAt, temporaryFolder, temporaryStore } from './temporary-store.fixtures.test.ts';

for (const { title, run } of storeContract) {
  test(`SQLite store: ${title}`, async (t) => {
    const bus = new MemoryBus();
    const published: DomainEvent[] = [];
    bus.subscribe((events) => published.push(...events));
    await run({ store: temporaryStore(t, bus), published });
  });
}

test('SQLite store: units of one turn of the event loop share one commit', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const store = openStoreAt(path, new MemoryBus());
  const commits = (): number => {
    const database = new DatabaseSync(path, { readOnly: true });
    const row = database.prepare('SELECT at FROM probe').get();
    database.close();
    return Number(row?.['at']);
  };
  const seen: number[] = [];
  await Promise.all(
    Array.from({ length: 50 }, () =>
      store.transact(async (tx) => {
        await tx.probe();
        seen.push(commits());
      }),
    ),
  );
  assert.deepEqual(new Set(seen), new Set([0]), 'nothing was committed while the fifty ran');
  assert.equal(commits(), 50);
  await store.close();
});

test('SQLite store: as long as each turn brings more, a few turns share one commit', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const store = openStoreAt(path, new MemoryBus());
  t.after(() => store.close());
  const reader = new DatabaseSync(path, { readOnly: true });
  t.after(() => {
    reader.close();
  });
  const committed = (): unknown => reader.prepare('SELECT at FROM probe').get()?.['at'];
  const seen: unknown[] = [];
  const unit = (): Promise<void> =>
    store.transact(async (tx) => {
      await tx.probe();
      seen.push(committed());
    });
  const later = (turns: number): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => {
        resolve(Promise.all([unit(), ...(turns > 1 ? [later(turns - 1)] : [])]).then(() => undefined));
      });
    });
  await Promise.all([later(3), unit()]);
  assert.deepEqual(seen, [0, 0, 0, 0]);
  assert.equal(committed(), 4);
  await later(30);
  assert.ok(new Set(seen).size > 3, 'and not for ever');
});

test('SQLite store: F11: when SQLite gives a transaction up, as on a full disk, no unit in it is acknowledged or kept', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const store = openStoreAt(path, new MemoryBus());
  t.after(() => store.close());
  await store.transact(async (tx) => {
    for (const clinic of testClinics) await tx.clinics.save(clinic);
  });
  const other = new DatabaseSync(path);
  other.exec("CREATE TRIGGER full AFTER INSERT ON visits BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
  const both = (): Promise<PromiseSettledResult<void>[]> =>
    Promise.allSettled([
      store.transact((tx) => tx.probe()),
      store.transact((tx) => tx.visits.save(buildVisit({ id: 'a' }), undefined)),
    ]);
  for (const outcome of await both())
    assert.ok(outcome.status === 'rejected' && outcome.reason instanceof StoreUnavailableError);
  const probes = other.prepare('SELECT at FROM probe');
  assert.equal(probes.get()?.['at'], 0);
  other.exec('DROP TRIGGER full');
  for (const outcome of await both()) assert.equal(outcome.status, 'fulfilled');
  assert.equal(probes.get()?.['at'], 1);
  other.close();
});

test('SQLite store: F11: trouble of the database is told apart from a mistake', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA max_page_count = 4; CREATE TABLE a (b BLOB UNIQUE)');
  const errorOf = (sql: string): unknown => {
    try {
      database.exec(sql);
    } catch (error) {
      return portError(error);
    }
    return undefined;
  };
  const full = errorOf('INSERT INTO a VALUES (zeroblob(100000))');
  assert.ok(full instanceof StoreUnavailableError && full.trouble === 'full');
  assert.equal(errorOf('INSERT INTO a VALUES (1)'), undefined);
  assert.ok(!(errorOf('INSERT INTO a VALUES (1)') instanceof StoreUnavailableError), 'a constraint');
  assert.ok(!(errorOf('SELECT * FROM nowhere') instanceof StoreUnavailableError), 'a wrong statement');
  database.close();
});

test('SQLite store: F1: no name, number, reason or answer is in clear in any file, even of a process that was killed', async (t) => {
  const folder = temporaryFolder(t);
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      join(import.meta.dirname, 'killed-writer.fixtures.test.ts'),
      join(folder, 'store.sqlite'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    // In the middle of writing, when several have been acknowledged.
    if (printed.split('\n').length > 20) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  assert.ok(files.length >= 2, 'database and log');
  assert.ok(
    files.some((file) => file.includes('Lægehuset Lund')),
    'what is not personal can be found',
  );
  const canaries = [
    testCitizens.nancy.cpr,
    'Nancy',
    'Sår på',
    '+4520123456',
    'May Moberg',
    'SOSU',
    'Læge Test',
    'Beklager',
  ];
  for (const canary of canaries) {
    for (const file of files) assert.equal(file.includes(canary), false, canary);
  }

  const store = openStoreAt(join(folder, 'store.sqlite'), new MemoryBus());
  const acknowledged = printed.split('\n').slice(0, -1);
  assert.ok(acknowledged.length >= 20);
  for (const id of acknowledged) {
    const visit = await store.read((tx) => tx.visits.get(id));
    assert.equal(visit?.citizen?.name, testCitizens.nancy.name, `acknowledged and kept: ${id}`);
  }
  await store.close();
});

test('SQLite store: F3: a ciphertext moved to another row does not open', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const store = openStoreAt(path, new MemoryBus());
  await store.transact(async (tx) => {
    for (const clinic of testClinics) await tx.clinics.save(clinic);
    await tx.visits.save(buildVisit({ id: 'a' }), undefined);
    await tx.visits.save(buildVisit({ id: 'b', citizen: testCitizens.may }), undefined);
  });
  await store.close();
  const database = new DatabaseSync(path);
  database.exec("UPDATE visits SET personal = (SELECT personal FROM visits WHERE id = 'b') WHERE id = 'a'");
  database.close();
  const again = openStoreAt(path, new MemoryBus());
  await assert.rejects(again.read((tx) => tx.visits.get('a')));
  assert.equal((await again.read((tx) => tx.visits.get('b')))?.citizen?.name, testCitizens.may.name);
  await again.close();
});

test('SQLite store: F5: the same citizen at two clinics has two indexes', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const store = openStoreAt(path, new MemoryBus());
  await store.transact(async (tx) => {
    for (const clinic of testClinics) await tx.clinics.save(clinic);
    await tx.visits.save(buildVisit({ id: 'a' }), undefined);
    await tx.visits.save(buildVisit({ id: 'b', clinicId: 'clinic-mark' }), undefined);
    await tx.visits.save(buildVisit({ id: 'c' }), undefined);
  });
  await store.close();
  const database = new DatabaseSync(path);
  const [a, b, c] = database
    .prepare('SELECT citizen_ix FROM visits ORDER BY id')
    .all()
    .map((row) => row['citizen_ix']);
  database.close();
  assert.equal(a, c);
  assert.notEqual(a, b);
});

test('SQLite store: a database of a later version is left alone', (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
  database.exec("INSERT INTO migrations VALUES (99, '2026-11-23T08:00:00.000Z')");
  database.close();
  assert.throws(() => openStoreAt(path, new MemoryBus()), /later version/);
});
