import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { OpeningSettings } from './clinic.ts';
import { instantPlus } from './instant.ts';
import { instantOfLocal, localAt, localDateAt } from './local-time.ts';
import { isPlannedOpen, openingAt, type OpeningPlan } from './opening.ts';

const morning = { from: '08:00', to: '12:00' };
const afternoon = { from: '13:00', to: '15:30' };
const workday = [morning, afternoon];

/** Open on workdays; the Wednesday of the clock change's week is a course. */
const plan: OpeningPlan = {
  week: [workday, workday, workday, workday, [morning], [], []],
  exceptions: [
    { date: '2026-11-25', hours: [], message: 'Vi er på kursus i dag.' },
    { date: '2026-11-28', hours: [{ from: '10:00', to: '11:00' }] },
  ],
  closedMessage: 'Vi har åbent for video på hverdage.',
};

const byPlan: OpeningSettings = { open: false, phone: '+4598765432', plan };
const monday = (time: string): string => instantOfLocal('2026-11-23', time);

describe('local time', () => {
  it('is Danish in winter and in summer', () => {
    assert.equal(instantOfLocal('2026-11-23', '08:00'), '2026-11-23T07:00:00.000Z');
    assert.equal(instantOfLocal('2026-07-01', '08:00'), '2026-07-01T06:00:00.000Z');
    assert.equal(instantOfLocal('2026-07-01', '24:00'), '2026-07-01T22:00:00.000Z');
    assert.equal(localAt('2026-07-01T22:30:00.000Z'), '2026-07-02T00:30');
    assert.equal(localAt('2026-11-23T22:30:00.000Z'), '2026-11-23T23:30');
    assert.equal(localDateAt('2026-07-01T22:30:00.000Z'), '2026-07-02');
    assert.equal(localDateAt('2026-11-23T22:30:00.000Z'), '2026-11-23');
  });

  it('I3: skips an hour in March and repeats one in October', () => {
    assert.equal(instantOfLocal('2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(instantOfLocal('2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z');
    assert.equal(instantOfLocal('2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z');
    assert.equal(instantOfLocal('2026-10-25', '01:59'), '2026-10-24T23:59:00.000Z');
    assert.equal(instantOfLocal('2026-10-25', '02:30'), '2026-10-25T01:30:00.000Z');
    assert.equal(instantOfLocal('2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
  });
});

describe('an opening plan', () => {
  it('opens and closes by the minute, and says when it turns', () => {
    const at = (time: string) => openingAt(byPlan, monday(time));
    const closed = { message: 'Vi har åbent for video på hverdage.', phone: '+4598765432' };
    assert.deepEqual(at('07:59'), { open: false, until: monday('08:00'), ...closed });
    assert.deepEqual(at('08:00'), { open: true, until: monday('12:00'), phone: '+4598765432' });
    assert.deepEqual(at('12:00'), { open: false, until: monday('13:00'), ...closed });
    assert.equal(at('15:30').until, instantOfLocal('2026-11-24', '08:00'));
  });

  it('has exceptions with words of their own', () => {
    const course = openingAt(byPlan, instantOfLocal('2026-11-25', '09:00'));
    assert.deepEqual(
      [course.open, course.message, course.until],
      [false, 'Vi er på kursus i dag.', instantOfLocal('2026-11-26', '08:00')],
    );
    assert.equal(openingAt(byPlan, instantOfLocal('2026-11-28', '10:30')).open, true);
    assert.equal(openingAt(byPlan, instantOfLocal('2026-12-05', '10:30')).open, false);
  });

  it('B6: keeps to the clock on the wall when summer time begins and ends', () => {
    for (const [date, utc] of [
      ['2026-03-27', '07:00'],
      ['2026-03-30', '06:00'],
      ['2026-10-23', '06:00'],
      ['2026-10-26', '07:00'],
    ] as const) {
      const opens = `${date}T${utc}:00.000Z`;
      assert.equal(isPlannedOpen(plan, instantPlus(opens, -1)), false, date);
      assert.equal(isPlannedOpen(plan, opens), true, date);
    }
    const night: OpeningPlan = {
      week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
      exceptions: [],
    };
    for (const start of ['2026-03-28T12:00:00.000Z', '2026-10-24T12:00:00.000Z'])
      for (let minutes = 0; minutes < 48 * 60; minutes += 15)
        assert.ok(isPlannedOpen(night, instantPlus(start, minutes * 60_000)));
    assert.deepEqual(openingAt({ open: false, plan: night }, monday('09:00')), { open: true });
  });

  it('turns exactly when it says, and not before', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
      .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`);
    const hours = fc
      .tuple(time, time)
      .filter(([from, to]) => from < to)
      .map(([from, to]) => ({ from, to }));
    const plans: fc.Arbitrary<OpeningPlan> = fc.record({
      week: fc.array(fc.array(hours, { maxLength: 4 }), { minLength: 7, maxLength: 7 }),
      exceptions: fc.constant([{ date: '2026-03-29', hours: [] }]),
    });
    const moment = fc
      .integer({ min: 0, max: 60 * 24 * 14 })
      .map((minutes) => instantPlus('2026-03-22T00:00:00.000Z', minutes * 60_000));
    fc.assert(
      fc.property(plans, moment, (some, now) => {
        const { open, until } = openingAt({ open: false, plan: some }, now);
        if (until === undefined) return;
        assert.ok(until > now);
        assert.equal(isPlannedOpen(some, until), !open);
        assert.equal(isPlannedOpen(some, instantPlus(until, -1)), open);
        const halfway = instantPlus(now, Math.floor((Date.parse(until) - Date.parse(now)) / 2));
        assert.equal(isPlannedOpen(some, halfway), open);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is said by hand', () => {
  it('counts for good without a plan', () => {
    const said: OpeningSettings = { open: true, delayMinutes: 20, saidAt: monday('09:00') };
    assert.deepEqual(openingAt(said, instantPlus(monday('09:00'), 86_400_000)), {
      open: true,
      delayMinutes: 20,
    });
  });

  it('counts until it says, and then the opposite, without what was said', () => {
    const said: OpeningSettings = {
      open: true,
      until: monday('16:00'),
      delayMinutes: 20,
      message: 'Vi er forsinket.',
      phone: '+4598765432',
    };
    assert.equal(openingAt(said, monday('15:59')).until, monday('16:00'));
    assert.deepEqual(openingAt(said, monday('16:00')), { open: false, phone: '+4598765432' });
  });

  it('counts until the plan turns to the opposite, and then the plan', () => {
    const early: OpeningSettings = { open: true, saidAt: monday('07:30'), plan };
    assert.deepEqual(openingAt(early, monday('07:45')), { open: true, until: monday('12:00') });
    assert.equal(openingAt(early, monday('12:00')).open, false);
    const short: OpeningSettings = { open: false, message: 'Akut sygebesøg.', saidAt: monday('11:00'), plan };
    assert.deepEqual(openingAt(short, monday('11:30')), {
      open: false,
      until: monday('13:00'),
      message: 'Akut sygebesøg.',
    });
    assert.equal(openingAt(short, monday('12:30')).open, false);
    assert.equal(openingAt(short, monday('13:00')).open, true);
  });
});
