import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '@venterum/testing/server';
import type { LogEvent } from '../index.ts';
import { HourlyLimit } from './hourly-limit.ts';
import { Refusal } from './refusal.ts';
import { defaultSmsLimits, SmsLimits, type SmsBatch, type SmsLimitSettings } from './sms-limits.ts';

const minute = 60_000;

const limited = (settings: Partial<SmsLimitSettings> = {}) => {
  const clock = new FakeClock();
  const log: LogEvent[] = [];
  const limits = new SmsLimits({
    clock,
    log: { write: (event) => log.push(event) },
    smsLimits: { ...defaultSmsLimits, ...settings },
  });
  /** Seconds until it would do, or 0 when it did. */
  const take = (batch: Partial<SmsBatch> = {}): number => {
    try {
      limits.take({ sender: 'doctor', clinicId: 'clinic-lund', phones: ['+4520123456'], ...batch });
      return 0;
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'limit-reached');
      return error.details.retryAfter ?? Number.NaN;
    }
  };
  return { clock, log, take };
};

/** Numbers that are alike in nothing. */
const spread = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_one, index) => `+45${String(2000 + from + index)}0000`);

test('C9: five an hour to one number, in any hour there is', () => {
  const { clock, take } = limited();
  for (let count = 0; count < 5; count += 1) {
    assert.equal(take({ sender: `colleague-${String(count)}` }), 0);
    clock.jump(10 * minute);
  }
  assert.equal(take(), 600, 'until the first is an hour old');
  clock.jump(10 * minute - 1);
  assert.equal(take(), 1);
  clock.jump(1);
  assert.equal(take(), 0);
  assert.equal(take(), 600, 'one at a time, not five again');
});

test('C9: so many from a sender, from a clinic, and altogether', () => {
  const bySender = limited({ perSender: 3 });
  assert.equal(bySender.take({ phones: spread(3) }), 0);
  assert.equal(bySender.take({ phones: spread(1, 50) }), 3600);
  assert.equal(bySender.take({ phones: spread(1, 50), sender: 'colleague' }), 0);

  const byClinic = limited({ perClinic: 3 });
  assert.equal(byClinic.take({ phones: spread(3) }), 0);
  assert.equal(byClinic.take({ phones: spread(1, 50), sender: 'colleague' }), 3600);
  assert.equal(byClinic.take({ phones: spread(1, 50), clinicId: 'clinic-mark' }), 0);

  const all = limited({ altogether: 3 });
  assert.equal(all.take({ phones: spread(3) }), 0);
  assert.equal(all.take({ phones: spread(1, 50), sender: 'other', clinicId: 'clinic-mark' }), 3600);
});

test('C9: a batch is counted whole or not at all', () => {
  const { take } = limited({ perSender: 4 });
  assert.equal(take({ phones: spread(3) }), 0);
  assert.ok(take({ phones: spread(2, 50) }) > 0);
  assert.equal(take({ phones: spread(1, 50) }), 0);
  assert.ok(limited({ perNumber: 1 }).take({ phones: ['+4520123456', '+4520123456'] }) > 0, 'the same twice');
});

test('C9: message after message to a block of numbers is stopped, and told to whoever operates the server', () => {
  const { clock, log, take } = limited();
  const block = (last: number): string[] => [`+452012${String(last).padStart(4, '0')}`];
  for (let last = 0; last < 20; last += 1)
    assert.equal(take({ phones: block(last), sender: `s-${String(last)}` }), 0);
  assert.equal(take({ phones: block(0) }), 0, 'a number that has had one is no new one');
  assert.deepEqual(log, []);
  assert.equal(take({ phones: block(20), clinicId: 'clinic-mark' }), 3600);
  assert.deepEqual(log, [{ event: 'sms-pumping', clinicId: 'clinic-mark', prefix: '+452012' }]);
  assert.equal(take({ phones: spread(1) }), 0, 'others are not in the way');
  clock.jump(60 * minute);
  assert.equal(take({ phones: block(20) }), 0);
});

test('C9: what has to be remembered has a limit too', () => {
  const limit = new HourlyLimit(1, 3);
  for (const key of ['a', 'b', 'c', 'd']) limit.take(key, 0);
  assert.equal(limit.ask('a', 1).allowed, true, 'heard of longest ago');
  assert.equal(limit.ask('d', 1).allowed, false);
});
