import assert from 'node:assert/strict';
import type { InviteRecord, OutgoingSms } from '@venterum/server-reference';
import { buildVisit, testCitizens } from './server-builders.ts';
import { later, now, saveVisits, seed, type StoreCase } from './store-contract-world.ts';

/** An invitation to keep. */
export const invite: InviteRecord = {
  id: 'invite-1',
  clinicId: 'clinic-lund',
  visitId: 'visit-1',
  participantId: 'participant-1',
  recipient: { name: testCitizens.may.name, phone: '+4520123456', role: 'relative', language: 'da' },
  status: 'queued',
  sentAt: now,
  expiresAt: later,
  tokenHash: 'token-1',
  guestId: 'guest-1',
  attemptId: 'attempt-1',
};

/** What every store keeps of messages, and of how many there were. */
export const smsCases: readonly StoreCase[] = [
  {
    title: 'keeps messages until they are out, and finds those that are due and those that are going',
    run: async ({ store }) => {
      await seed(store);
      await saveVisits(store, buildVisit());
      const due: OutgoingSms = {
        attemptId: 'attempt-1',
        inviteId: 'invite-1',
        state: 'waiting',
        dueAt: now,
        tries: 0,
      };
      const going: OutgoingSms = { ...due, attemptId: 'attempt-2', state: 'sending', tries: 1 };
      await store.transact(async (tx) => {
        await tx.invites.save(invite);
        await tx.sms.save({ ...due, attemptId: 'attempt-3', dueAt: later });
        await tx.sms.save(due);
        await tx.sms.save(going);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.sms.get('attempt-2'), going);
        assert.deepEqual(await tx.sms.due(now, 5), [due]);
        assert.deepEqual(
          (await tx.sms.due(later, 5)).map(({ attemptId }) => attemptId),
          ['attempt-1', 'attempt-3'],
        );
        assert.equal((await tx.sms.due(later, 1)).length, 1);
        assert.deepEqual(await tx.sms.sending(), [going]);
      });
      await store.transact(async (tx) => {
        await tx.sms.save({ ...due, state: 'sending', tries: 1 });
        await tx.sms.delete('attempt-2');
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.sms.due(now, 5), []);
        assert.deepEqual(await tx.sms.sending(), [{ ...due, state: 'sending', tries: 1 }]);
        assert.equal(await tx.sms.get('attempt-2'), undefined);
      });
    },
  },
  {
    title: 'C9: counts messages by key, tells when the newest but so many was, and forgets the old',
    run: async ({ store }) => {
      const [first, second, third] = [1, 2, 3].map((minute) => `2026-11-23T08:0${String(minute)}:00.000Z`);
      assert.ok(first !== undefined && second !== undefined && third !== undefined);
      const newest = (key: string, after: string, but = 0): Promise<string | undefined> =>
        store.read((tx) => tx.smsCounts.newest(key, after, but));
      await store.transact(async (tx) => {
        for (const at of [first, second, second]) await tx.smsCounts.add('number 1', at);
        assert.equal(await tx.smsCounts.newest('number 1', first, 1), second, 'what this unit has counted');
        await tx.smsCounts.add('number 1', third);
        await tx.smsCounts.add('number 2', first);
      });
      assert.equal(await newest('number 1', first), third);
      assert.equal(await newest('number 1', first, 1), second);
      assert.equal(await newest('number 1', first, 2), second);
      assert.equal(await newest('number 1', first, 3), undefined, 'not after');
      assert.equal(await newest('number 1', '', 4), undefined, 'no more than there are');
      assert.equal(await newest('number 2', ''), first);
      assert.equal(await newest('number 3', ''), undefined);
      await store.transact((tx) => tx.smsCounts.deleteUntil(second));
      assert.equal(await newest('number 1', ''), third);
      assert.equal(await newest('number 1', '', 1), undefined);
      assert.equal(await newest('number 2', ''), undefined);
    },
  },
];
