import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildVisit, FakeClock, testClinics } from '@venterum/testing/server';
import fc from 'fast-check';
import { openStoreAt } from '../adapters/sqlite/temporary-store.fixtures.test.ts';
import { MemoryBus, MemoryStore, Refusal, type DataStore } from '../index.ts';
import { changesAt, clinicians, idsFrom, visitsOn } from './queue-bed.fixtures.test.ts';

// A program of its own, like the queue's model: `<store> <number of races>`.
const [kind, races] = [process.argv[2], Number(process.argv[3] ?? 0)];
const atOnce = 20;
const folder = mkdtempSync(join(tmpdir(), 'venterum-races-'));
const bus = new MemoryBus();
const store: DataStore =
  kind === 'SQLite' ? openStoreAt(join(folder, 'store.sqlite'), bus) : new MemoryStore(bus);
const clock = new FakeClock();
const visits = visitsOn({ clock, ids: idsFrom(), changes: changesAt(clock) });
const [first, second] = clinicians;
assert.ok(first && second);
const score = { races: 0, firstWon: 0 };

await store.transact(async (tx) => {
  for (const clinic of testClinics) await tx.clinics.save(clinic);
});

/** Who wins is the scheduler's to say; that somebody wins alone is not. */
const oneWins = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
  const ids = Array.from({ length: atOnce }, (_, index) => `visit-${score.races}-${index}`);
  await store.transact(async (tx) => {
    for (const id of ids) await tx.visits.save(buildVisit({ id, joinedBy: id }), undefined);
  });
  const call = async (id: string, caller: typeof first): Promise<string> => {
    await scheduler.schedule(Promise.resolve());
    try {
      const { visit } = await store.transact((tx) => visits.call(tx, caller, id));
      return visit.claim?.by ?? 'nobody';
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'claimed-by-other');
      return 'refused';
    }
  };
  const asked = ids.map((id) => Promise.all([call(id, first), call(id, second)]));
  const answers = await scheduler.waitFor(Promise.all(asked));
  for (const [index, pair] of answers.entries()) {
    const winners = pair.filter((answer) => answer !== 'refused');
    const kept = await store.read((tx) => tx.visits.get(ids[index] ?? ''));
    assert.deepEqual(winners, [kept?.claim?.by]);
    if (winners[0] === first.principal.id) score.firstWon += 1;
  }
  score.races += atOnce;
  // Over, so that the queue does not grow.
  await store.transact(async (tx) => {
    for (const id of ids) await tx.visits.save(buildVisit({ id, joinedBy: id, state: 'left' }), undefined);
  });
});

try {
  await fc.assert(oneWins, { numRuns: Math.ceil(races / atOnce), endOnFailure: true });
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(score)}\n`);
