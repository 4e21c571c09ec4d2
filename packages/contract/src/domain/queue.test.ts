import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareTurns, estimateWait } from './queue.ts';

const at = (time: string): string => `2026-11-23T${time}:00.000Z`;

describe('the order of the queue', () => {
  it('I3: is agreed time, or arrival for those without', () => {
    const walkIn = { id: 'walk-in', arrivedAt: at('09:55') };
    const earlyForTen = { id: 'early', agreedAt: at('10:00'), arrivedAt: at('09:40') };
    const lateForTen = { id: 'late', agreedAt: at('10:00'), arrivedAt: at('10:10') };
    const walkInAfter = { id: 'walk-in-after', arrivedAt: at('10:05') };
    const sorted = [walkInAfter, lateForTen, walkIn, earlyForTen].sort(compareTurns).map(({ id }) => id);
    assert.deepEqual(sorted, ['walk-in', 'early', 'late', 'walk-in-after']);
  });

  it('I3: is total, so no two servers disagree', () => {
    const minute = fc.integer({ min: 0, max: 3 }).map((value) => at(`10:0${value}`));
    const person = fc.record(
      { id: fc.uuid(), agreedAt: minute, arrivedAt: minute },
      { requiredKeys: ['id', 'arrivedAt'] },
    );
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (people) => {
        const once = [...people].sort(compareTurns);
        const again = [...people].reverse().sort(compareTurns);
        assert.deepEqual(again, once);
      }),
    );
  });
});

describe('the wait estimate', () => {
  it('is a range in whole steps of five minutes that contains the expectation', () => {
    fc.assert(
      fc.property(
        fc.record({
          ahead: fc.nat(30),
          recentMinutes: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
          clinicians: fc.nat(5),
          delayMinutes: fc.nat(60),
        }),
        (facts) => {
          const { fromMinutes, toMinutes } = estimateWait(facts);
          assert.ok(fromMinutes >= 0 && fromMinutes < toMinutes);
          assert.equal(fromMinutes % 5, 0);
          assert.equal(toMinutes % 5, 0);
          assert.ok(toMinutes >= facts.delayMinutes);
        },
      ),
    );
  });

  it('grows with the people ahead, and shrinks with clinicians', () => {
    const alone = estimateWait({ ahead: 4, recentMinutes: [], clinicians: 1 });
    const shared = estimateWait({ ahead: 4, recentMinutes: [], clinicians: 2 });
    const next = estimateWait({ ahead: 0, recentMinutes: [], clinicians: 1 });
    assert.ok(shared.toMinutes < alone.toMinutes);
    assert.deepEqual(next, { fromMinutes: 0, toMinutes: 10 });
  });

  it('learns from the clinic’s own durations', () => {
    const slow = estimateWait({ ahead: 2, recentMinutes: [25, 25, 25, 25], clinicians: 1 });
    const quick = estimateWait({ ahead: 2, recentMinutes: [5, 5, 5, 5], clinicians: 1 });
    assert.ok(slow.fromMinutes > quick.fromMinutes);
  });
});
