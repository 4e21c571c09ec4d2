import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareTurns } from './queue.ts';

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

  it('I3: forgets an agreed time that was missed by more than an hour', () => {
    const missed = { id: 'missed', agreedAt: at('08:59'), arrivedAt: at('10:00') };
    const justKept = { id: 'just-kept', agreedAt: at('09:00'), arrivedAt: at('10:00') };
    const walkIn = { id: 'walk-in', arrivedAt: at('09:30') };
    const sorted = [missed, walkIn, justKept].sort(compareTurns).map(({ id }) => id);
    assert.deepEqual(sorted, ['just-kept', 'walk-in', 'missed']);
  });

  it('I3: lets no citizen go before others by a time they say was agreed before they came', () => {
    const says = {
      id: 'says',
      agreedAt: at('09:01'),
      arrivedAt: at('10:00'),
      origin: 'citizen-app',
    } as const;
    const waits = { id: 'waits', arrivedAt: at('09:10') };
    const order = (...people: readonly Parameters<typeof compareTurns>[0][]): readonly string[] =>
      [...people].sort(compareTurns).map(({ id }) => id);
    assert.deepEqual(order(says, waits), ['waits', 'says']);
    assert.deepEqual(order(waits, { ...says, origin: 'sms' }), ['says', 'waits'], 'the clinic says so');
    assert.deepEqual(order(waits, { ...says, origin: 'care-app' }), ['says', 'waits'], 'an employee says so');
    const ahead = { ...says, agreedAt: at('10:05') };
    const walkIn = { id: 'walk-in', arrivedAt: at('10:04') };
    assert.deepEqual(order({ id: 'later', arrivedAt: at('10:06') }, ahead, walkIn), [
      'walk-in',
      'says',
      'later',
    ]);
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
