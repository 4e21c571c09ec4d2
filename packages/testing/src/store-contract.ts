import assert from 'node:assert/strict';
import type { DomainEvent } from '@venterum/server-reference';
import { buildVisit, testClinics } from './server-builders.ts';
import { memberCases } from './store-contract-members.ts';
import { recordCases } from './store-contract-records.ts';
import { consent, saveVisits, seed, type StoreCase } from './store-contract-world.ts';

export type { StoreCase, StoreWorld } from './store-contract-world.ts';

const changed: DomainEvent = { kind: 'opening', clinicId: 'clinic-lund' };

const units: readonly StoreCase[] = [
  {
    title: 'keeps everything of a unit, and answers what the unit answered',
    run: async ({ store }) => {
      await seed(store);
      assert.equal(await store.transact(() => Promise.resolve('answer')), 'answer');
      assert.deepEqual(await store.read((tx) => tx.clinics.get('clinic-lund')), testClinics[0]);
    },
  },
  {
    title: 'keeps nothing of a unit that throws, and rejects with what it threw',
    run: async ({ store }) => {
      await seed(store);
      const failure = new Error('no');
      const unit = store.transact(async (tx) => {
        await tx.visits.save(buildVisit(), undefined);
        throw failure;
      });
      await assert.rejects(unit, failure);
      assert.equal(await store.read((tx) => tx.visits.get('visit-1')), undefined);
    },
  },
  {
    title: 'a unit that throws takes none of its neighbours with it',
    run: async ({ store }) => {
      await seed(store);
      const [first, second, third] = await Promise.allSettled([
        saveVisits(store, buildVisit({ id: 'a' })),
        store.transact(() => Promise.reject(new Error('no'))),
        saveVisits(store, buildVisit({ id: 'c' })),
      ]);
      assert.deepEqual([first.status, second.status, third.status], ['fulfilled', 'rejected', 'fulfilled']);
      const kept = await store.read((tx) => tx.visits.active('clinic-lund'));
      assert.deepEqual(
        kept.map(({ id }) => id),
        ['a', 'c'],
      );
    },
  },
  {
    title: 'units run strictly one after another, each seeing what the one before did',
    run: async ({ store }) => {
      await seed(store);
      const add = (): Promise<void> =>
        store.transact(async (tx) => {
          const known = (await tx.consents.get('count')) ?? { ...consent, id: 'count', textVersion: '0' };
          await Promise.resolve();
          await tx.consents.save({ ...known, textVersion: String(Number(known.textVersion) + 1) });
        });
      await Promise.all(Array.from({ length: 200 }, add));
      assert.equal((await store.read((tx) => tx.consents.get('count')))?.textVersion, '200');
    },
  },
  {
    title: 'what a unit changes is seen by itself at once, and by readers only when it is kept',
    run: async ({ store }) => {
      await seed(store);
      await store.transact(async (tx) => {
        await tx.visits.save(buildVisit(), undefined);
        assert.equal((await tx.visits.get('visit-1'))?.id, 'visit-1');
        assert.equal((await tx.visits.active('clinic-lund')).length, 1);
        assert.equal(await store.read((reader) => reader.visits.get('visit-1')), undefined);
      });
      assert.notEqual(await store.read((tx) => tx.visits.get('visit-1')), undefined);
    },
  },
  {
    title: 'publishes and runs what a unit left behind only once it is kept',
    run: async ({ store, published }) => {
      await seed(store);
      let ran = 0;
      await store.transact(async (tx) => {
        tx.emit(changed);
        tx.afterCommit(() => (ran += 1));
        await tx.probe();
        assert.equal(published.length + ran, 0);
      });
      assert.deepEqual([published, ran], [[changed], 1]);
      const failing = store.transact((tx) => {
        tx.emit(changed);
        tx.afterCommit(() => (ran += 1));
        return Promise.reject(new Error('no'));
      });
      await assert.rejects(failing);
      assert.deepEqual([published.length, ran], [1, 1]);
    },
  },
  {
    title: 'waits for the units under way when it is closed, and does nothing after',
    run: async ({ store }) => {
      await seed(store);
      const unit = store.transact(() => Promise.resolve('kept'));
      await store.close();
      assert.equal(await unit, 'kept');
      await assert.rejects(store.transact(() => Promise.resolve()));
      await assert.rejects(store.read(() => Promise.resolve()));
    },
  },
];

/** What every adapter of the store port must do. */
export const storeContract: readonly StoreCase[] = [...units, ...recordCases, ...memberCases];
