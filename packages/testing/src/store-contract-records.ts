import assert from 'node:assert/strict';
import type { Visit } from '@venterum/contract';
import type { SessionRecord } from '@venterum/server-reference';
import { buildVisit, testCitizens, testClinics } from './server-builders.ts';
import { invite, smsCases } from './store-contract-sms.ts';
import { consent, later, now, saveVisits, seed, type StoreCase } from './store-contract-world.ts';

const session: SessionRecord = {
  id: 'session-1',
  tokenHash: 'hash-1',
  principal: { kind: 'citizen', id: 'principal-1', name: testCitizens.nancy.name },
  cpr: testCitizens.nancy.cpr,
  deviceHash: 'device-1',
  startedAt: now,
  activeAt: now,
  idleSeconds: 120,
  expiresAt: later,
};

const clinics: readonly StoreCase[] = [
  {
    title: 'finds clinics by name and address in any case, by ydernummer, and no more than asked',
    run: async ({ store }) => {
      await seed(store);
      const search = (text: string, limit = 20): Promise<readonly string[]> =>
        store.read(async (tx) => (await tx.clinics.search(text, limit)).map(({ id }) => id));
      assert.deepEqual(await search('LÆGEHUSET'), ['clinic-lund']);
      assert.deepEqual(await search('markvej'), ['clinic-mark']);
      assert.deepEqual(await search('23456'), ['clinic-mark']);
      assert.deepEqual(await search('læge'), ['clinic-lund', 'clinic-mark']);
      assert.deepEqual(await search('læge', 1), ['clinic-lund']);
      assert.deepEqual(await search('100 % _'), []);
    },
  },
  {
    title: 'finds clinics by their provider numbers',
    run: async ({ store }) => {
      await seed(store);
      const found = await store.read((tx) => tx.clinics.withYdernumre(['023456', '999999']));
      assert.deepEqual(found, [testClinics[1]]);
    },
  },
];

const visits: readonly StoreCase[] = [
  {
    title: 'gives a visit back as it was kept, and replaces it whole',
    run: async ({ store }) => {
      await seed(store);
      const claim = { by: 'doctor-1', name: 'Læge Test Lund', role: 'doctor', at: now } as const;
      const visit = buildVisit({ jobTitle: 'SOSU-assistent', roomId: 'room-1', state: 'called', claim });
      await saveVisits(store, visit);
      assert.deepEqual(await store.read((tx) => tx.visits.get('visit-1')), visit);
      assert.deepEqual(await store.read((tx) => tx.visits.byRoom('room-1')), visit);
      const { citizen: _citizen, reason: _reason, claim: _claim, roomId: _roomId, ...rest } = visit;
      await saveVisits(store, { ...rest, state: 'left' });
      assert.deepEqual(await store.read((tx) => tx.visits.get('visit-1')), { ...rest, state: 'left' });
      assert.equal(await store.read((tx) => tx.visits.byRoom('room-1')), undefined);
    },
  },
  {
    title: 'lists active visits of one clinic in the order of the queue, and of one joiner',
    run: async ({ store }) => {
      await seed(store);
      await saveVisits(
        store,
        buildVisit({ id: 'late', arrivedAt: '2026-11-23T08:02:00.000Z' }),
        buildVisit({ id: 'agreed', arrivedAt: '2026-11-23T08:03:00.000Z', agreedAt: now, joinedBy: 'other' }),
        buildVisit({ id: 'early', arrivedAt: '2026-11-23T08:01:00.000Z' }),
        buildVisit({ id: 'foreign', clinicId: 'clinic-mark' }),
        buildVisit({ id: 'over', state: 'left' }),
      );
      const { active, queue, joined } = await store.read(async (tx) => ({
        active: await tx.visits.active('clinic-lund'),
        queue: await tx.visits.queue('clinic-lund'),
        joined: await tx.visits.joinedBy('principal-1'),
      }));
      assert.deepEqual(
        active.map(({ id }) => id),
        ['agreed', 'early', 'late'],
      );
      assert.deepEqual(new Set(queue.map(({ id }) => id)), new Set(['agreed', 'early', 'late']));
      assert.deepEqual(queue.find(({ id }) => id === 'agreed')?.agreedAt, now);
      assert.equal(queue.find(({ id }) => id === 'agreed')?.test, false);
      assert.deepEqual(new Set(joined.map(({ id }) => id)), new Set(['late', 'early', 'foreign']));
    },
  },
  {
    title: 'finds a citizen in one queue and in no other, while the visit lasts',
    run: async ({ store }) => {
      await seed(store);
      await saveVisits(
        store,
        buildVisit(),
        buildVisit({ id: 'b', citizen: testCitizens.may, state: 'ended' }),
      );
      const find = (clinicId: string, cpr: string): Promise<Visit | undefined> =>
        store.read((tx) => tx.visits.ofCitizen(clinicId, cpr));
      assert.equal((await find('clinic-lund', testCitizens.nancy.cpr))?.id, 'visit-1');
      assert.equal(await find('clinic-mark', testCitizens.nancy.cpr), undefined);
      assert.equal(await find('clinic-lund', testCitizens.may.cpr), undefined);
    },
  },
  {
    title: 'tells what is due, who is said to be online, and what a declaration covers',
    run: async ({ store }) => {
      await seed(store);
      await store.transact(async (tx) => {
        await tx.visits.save(buildVisit({ id: 'due', consentId: 'consent-1' }), now);
        await tx.visits.save(buildVisit({ id: 'later', presence: 'away' }), later);
        await tx.visits.save(buildVisit({ id: 'invited', state: 'invited' }), undefined);
      });
      await store.read(async (tx) => {
        assert.deepEqual(
          (await tx.visits.due(now, 10)).map(({ id }) => id),
          ['due'],
        );
        assert.equal((await tx.visits.due(later, 1)).length, 1);
        assert.deepEqual(
          (await tx.visits.present()).map(({ id }) => id),
          ['due'],
        );
        assert.deepEqual(
          (await tx.visits.underConsent('consent-1')).map(({ id }) => id),
          ['due'],
        );
      });
    },
  },
  {
    title: 'tells how long the latest consultations took, newest first, test calls left out',
    run: async ({ store }) => {
      await seed(store);
      const ended = (id: string, minute: string, test = false): Visit =>
        buildVisit({ id, state: 'ended', test, startedAt: now, endedAt: `2026-11-23T08:${minute}:00.000Z` });
      await saveVisits(
        store,
        ended('a', '05'),
        ended('b', '20'),
        ended('c', '30', true),
        buildVisit({ id: 'd' }),
      );
      const rows = await store.read((tx) => tx.visits.finished('clinic-lund', 10));
      assert.deepEqual(
        rows.map(({ minutes }) => minutes),
        [20, 5],
      );
      assert.equal((await store.read((tx) => tx.visits.finished('clinic-lund', 1))).length, 1);
    },
  },
  {
    title: 'finds those over since a moment, however they ended, newest first and no more than asked for',
    run: async ({ store }) => {
      await seed(store);
      const over = (id: string, minute: string, state: Visit['state']): Visit =>
        buildVisit({ id, state, endedAt: `2026-11-23T08:${minute}:00.000Z` });
      await saveVisits(
        store,
        over('early', '04', 'ended'),
        over('first', '05', 'left'),
        over('last', '30', 'removed'),
        over('second', '20', 'expired'),
        { ...over('elsewhere', '25', 'ended'), clinicId: 'clinic-mark' },
        buildVisit({ id: 'waiting' }),
      );
      const since = '2026-11-23T08:05:00.000Z';
      const found = async (limit: number): Promise<readonly string[]> =>
        (await store.read((tx) => tx.visits.over('clinic-lund', since, limit))).map(({ id }) => id);
      assert.deepEqual(await found(9), ['last', 'second', 'first']);
      assert.deepEqual(await found(2), ['last', 'second']);
    },
  },
];

const people: readonly StoreCase[] = [
  {
    title: 'finds sessions by token, device and principal, live ones only, and deletes the old',
    run: async ({ store }) => {
      const ended: SessionRecord = { ...session, id: 'session-2', tokenHash: 'hash-2', ended: 'logged-out' };
      await store.transact(async (tx) => {
        await tx.sessions.save(session);
        await tx.sessions.save(ended);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.sessions.byTokenHash('hash-1'), session);
        assert.deepEqual(await tx.sessions.byTokenHash('hash-2'), ended);
        assert.deepEqual(await tx.sessions.byDevice('device-1'), [session]);
        assert.deepEqual(await tx.sessions.ofPrincipal('principal-1'), [session]);
      });
      await store.transact((tx) => tx.sessions.deleteExpired('2026-11-23T10:00:00.000Z'));
      assert.equal(await store.read((tx) => tx.sessions.byTokenHash('hash-1')), undefined);
    },
  },
  {
    title: 'finds invitations by token, guest, clinic and visit, and tells which are due',
    run: async ({ store }) => {
      await seed(store);
      await saveVisits(store, buildVisit());
      const second = { ...invite, id: 'invite-2', tokenHash: 'token-2', guestId: 'guest-2', sentAt: later };
      await store.transact(async (tx) => {
        await tx.invites.save(invite);
        await tx.invites.save({ ...second, status: 'revoked' });
        await tx.invites.save({
          ...invite,
          id: 'invite-3',
          tokenHash: 'token-3',
          guestId: 'guest-3',
          attemptId: 'attempt-3',
          status: 'ready',
        });
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.invites.get('invite-1'), invite);
        assert.deepEqual(await tx.invites.byTokenHash('token-1'), invite);
        assert.deepEqual(await tx.invites.ofGuest('guest-1'), invite);
        assert.deepEqual(
          (await tx.invites.ofClinic('clinic-lund', 5)).map(({ id }) => id),
          ['invite-2', 'invite-1', 'invite-3'],
        );
        assert.equal((await tx.invites.ofVisit('visit-1')).length, 3);
        assert.deepEqual(await tx.invites.due(later, 5), [invite]);
        assert.deepEqual(await tx.invites.due(now, 5), []);
        assert.deepEqual(await tx.invites.byAttempt('attempt-1'), invite);
        assert.equal(await tx.invites.byAttempt('attempt-9'), undefined);
      });
    },
  },
  {
    title: 'finds invitations by how their code begins, until they are over',
    run: async ({ store }) => {
      await seed(store);
      await saveVisits(store, buildVisit());
      const code = { hash: 'hash', group: 'group', expiresAt: later, wrong: 1 };
      const inGroup = () => store.read((tx) => tx.invites.byCodeGroup('group'));
      await store.transact((tx) => tx.invites.save(invite));
      assert.deepEqual(await inGroup(), []);
      await store.transact((tx) => tx.invites.save({ ...invite, code }));
      assert.deepEqual(await inGroup(), [{ ...invite, code }]);
      await store.transact((tx) => tx.invites.save({ ...invite, code, status: 'used' }));
      assert.deepEqual(await inGroup(), []);
    },
  },
  {
    title: 'keeps consents, and answers for retries until they are old',
    run: async ({ store }) => {
      const record = {
        scope: 'principal-1',
        key: 'key',
        requestHash: 'hash',
        answer: '{"name":"Einer"}',
        at: now,
      };
      await store.transact(async (tx) => {
        await tx.consents.save(consent);
        await tx.idempotency.save(record);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.consents.get('consent-1'), consent);
        assert.deepEqual(await tx.idempotency.get('principal-1', 'key'), record);
        assert.equal(await tx.idempotency.get('principal-2', 'key'), undefined);
      });
      await store.transact((tx) => tx.idempotency.deleteBefore(later));
      assert.equal(await store.read((tx) => tx.idempotency.get('principal-1', 'key')), undefined);
    },
  },
];

/** What every store keeps, and how it is found again. */
export const recordCases: readonly StoreCase[] = [...clinics, ...visits, ...people, ...smsCases];
