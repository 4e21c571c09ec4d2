import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClinicSummary, ClinicVisit, JoinerVisit } from '@venterum/contract';
import { knownAfter, KnownQueue } from './known-queue.ts';

const clinic: ClinicSummary = {
  id: 'c',
  ydernummer: '012345',
  name: 'Lægehuset',
  address: 'Vej 1',
  open: true,
};
const fields = {
  kind: 'consultation',
  origin: 'sms',
  test: false,
  state: 'waiting',
  arrivedAt: '2026-11-22T13:30:00.000Z',
  presence: 'online',
  participants: [],
} as const;
const one: ClinicVisit = { ...fields, view: 'clinic', id: 'one', clinicId: 'c', consented: false };
const own: JoinerVisit = { ...fields, view: 'joiner', id: 'own', clinic, me: 'p' };

const begun = (): KnownQueue =>
  new KnownQueue({ type: 'snapshot', seq: 1, clinic, visits: [one, own], invites: [] });

describe('what a stream has told so far', () => {
  test('is nothing before a snapshot and after a reset', () => {
    assert.equal(knownAfter(undefined, { type: 'visit', seq: 1, visit: one }), undefined);
    const known = knownAfter(undefined, begun().snapshot());
    assert.deepEqual(known?.snapshot(), begun().snapshot());
    assert.equal(knownAfter(known, { type: 'reset', seq: 2 }), undefined);
  });

  test('holds each visit once, as it was last, until it is over', () => {
    const away = { ...one, presence: 'away' } as const;
    const known = begun();
    known.hear({ type: 'visit', seq: 2, visit: away });
    assert.deepEqual(known.snapshot().visits, [away, own]);
    known.hear({ type: 'visit', seq: 3, visit: { ...own, state: 'left' } });
    assert.deepEqual(known.snapshot(), { type: 'snapshot', seq: 3, clinic, visits: [away], invites: [] });
    const over = { ...one, state: 'ended' } as const;
    known.hear({ type: 'visit', seq: 4, visit: over });
    assert.deepEqual(known.snapshot().visits, [over], 'the clinic’s list tells who is over');
  });

  test('holds how the clinic stands, for its members and for who waits there', () => {
    const opening = { open: false, message: 'Akut besøg.' };
    const known = begun();
    known.hear({ type: 'opening', seq: 2, clinicId: 'c', opening });
    const after = known.snapshot();
    assert.equal(after.clinic?.message, 'Akut besøg.');
    const visit = after.visits.find(({ id }) => id === 'own');
    assert.equal(visit?.view === 'joiner' && visit.clinic.open, false);
    known.hear({ type: 'opening', seq: 3, clinicId: 'another', opening: { open: true } });
    assert.equal(known.snapshot().clinic?.open, false);
  });
});
