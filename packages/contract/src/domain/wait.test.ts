import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantPlus } from './instant.ts';
import { placesIn, type QueueFacts, type WaitEstimate } from './wait.ts';

const now = '2026-11-23T09:00:00.000Z';
const minutes = (count: number): string => instantPlus(now, count * 60_000);

const queueOf = (count: number): QueueFacts['waiting'] =>
  Array.from({ length: count }, (_, index) => ({
    id: `v${index}`,
    arrivedAt: minutes(index - count),
    test: false,
  }));

const facts = (changes: Partial<QueueFacts> = {}): QueueFacts => ({
  now,
  opening: { open: true },
  waiting: queueOf(3),
  running: [],
  finished: [],
  ...changes,
});

const last = (given: QueueFacts): WaitEstimate => {
  const estimate = [...placesIn(given).values()].at(-1)?.waitEstimate;
  assert.ok(estimate);
  return estimate;
};

const finished = (duration: number, by = 'lund', ago = 1): QueueFacts['finished'] =>
  Array.from({ length: 10 }, (_, index) => ({
    minutes: duration,
    endedAt: minutes(-ago - index * (duration + 2)),
    claimedBy: by,
  }));

describe('the wait estimate', () => {
  it('is a range in whole steps of five minutes', () => {
    const some = fc.record({
      count: fc.integer({ min: 1, max: 30 }),
      durations: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
      running: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 }),
      delayMinutes: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(some, ({ count, durations, running, delayMinutes }) => {
        const places = placesIn(
          facts({
            waiting: queueOf(count),
            opening: { open: true, delayMinutes },
            finished: durations.map((duration, index) => ({ minutes: duration, endedAt: minutes(-index) })),
            running: running.map((since, index) => ({ claimedBy: `c${index}`, startedAt: minutes(-since) })),
          }),
        );
        assert.deepEqual(
          [...places.values()].map(({ position }) => position),
          Array.from({ length: count }, (_, index) => index + 1),
        );
        for (const { waitEstimate } of places.values()) {
          assert.ok(waitEstimate);
          const { fromMinutes, toMinutes } = waitEstimate;
          assert.ok(fromMinutes >= 0 && fromMinutes < toMinutes);
          assert.equal(fromMinutes % 5, 0);
          assert.equal(toMinutes % 5, 0);
          assert.ok(toMinutes >= delayMinutes);
        }
      }),
    );
  });

  it('grows with the people ahead, and shrinks with clinicians', () => {
    const alone = last(facts({ waiting: queueOf(6), finished: finished(11) }));
    const shared = last(facts({ waiting: queueOf(6), finished: [...finished(11), ...finished(11, 'holm')] }));
    assert.ok(shared.toMinutes < alone.toMinutes);
    assert.deepEqual(last(facts({ waiting: queueOf(1) })), { fromMinutes: 0, toMinutes: 5 });
  });

  it('learns from the clinic’s own durations', () => {
    assert.ok(
      last(facts({ finished: finished(25) })).fromMinutes > last(facts({ finished: finished(5) })).toMinutes,
    );
  });

  it('counts what is left of a consultation under way, and that it takes a little yet however long it has taken', () => {
    const one = (since: number): WaitEstimate =>
      last(facts({ waiting: queueOf(1), running: [{ claimedBy: 'lund', startedAt: minutes(-since) }] }));
    assert.ok(one(0).fromMinutes > one(11).fromMinutes);
    assert.deepEqual(one(11), one(60));
    assert.deepEqual(last(facts({ waiting: queueOf(1), running: [{ claimedBy: 'lund' }] })), one(0));
  });

  it('counts no clinician who ended a consultation long ago', () => {
    const two = [...finished(11), ...finished(11, 'holm', 16)];
    assert.deepEqual(last(facts({ finished: two })), last(facts({ finished: finished(11) })));
  });

  it('P6: is not before the agreed time', () => {
    const early = { id: 'early', agreedAt: minutes(30), arrivedAt: minutes(-1), test: false };
    assert.ok(last(facts({ waiting: [early] })).fromMinutes >= 20);
  });

  it('is not told while the clinic is closed', () => {
    const places = placesIn(facts({ opening: { open: false } }));
    assert.deepEqual([...places.values()], [{ position: 1 }, { position: 2 }, { position: 3 }]);
  });

  it('is not longer for a test call ahead', () => {
    const [first, ...others] = queueOf(3);
    assert.ok(first);
    const tested = placesIn(facts({ waiting: [{ ...first, test: true }, ...others] }));
    const without = placesIn(facts({ waiting: others }));
    for (const { id } of others) assert.deepEqual(tested.get(id), without.get(id));
    assert.equal(tested.get(first.id)?.position, 1);
  });
});
