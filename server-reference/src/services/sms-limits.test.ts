import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeClock } from '@venterum/testing/server';
import { openStoreAt, temporaryFolder } from '../adapters/sqlite/temporary-store.fixtures.test.ts';
import type { LogEvent } from '../index.ts';
import type { DataStore } from '../ports/store.ts';
import { openWorld } from '../server-world.fixtures.test.ts';
import { MemoryBus } from '../adapters/memory/memory-bus.ts';
import { MemoryStore } from '../adapters/memory/memory-store.ts';
import { Refusal } from './refusal.ts';
import { defaultSmsLimits, SmsLimits, type SmsBatch, type SmsLimitSettings } from './sms-limits.ts';

const minute = 60_000;

const limited = (
  settings: Partial<SmsLimitSettings> = {},
  parts: { readonly clock?: FakeClock; readonly store?: DataStore } = {},
) => {
  const { clock = new FakeClock(), store = new MemoryStore(new MemoryBus()) } = parts;
  const log: LogEvent[] = [];
  const limits = new SmsLimits({
    clock,
    log: { write: (event) => log.push(event) },
    smsLimits: { ...defaultSmsLimits, ...settings },
  });
  /** Seconds until it would do, or 0 when it did. */
  const take = async (batch: Partial<SmsBatch> = {}): Promise<number> => {
    const whole = { sender: 'doctor', clinicId: 'clinic-lund', phones: ['+4520123456'], ...batch };
    try {
      await store.transact((tx) => limits.take(tx, whole));
      return 0;
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'limit-reached');
      return error.details.retryAfter ?? Number.NaN;
    }
  };
  return { clock, log, limits, take };
};

/** Numbers that are alike in nothing. */
const spread = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_one, index) => `+45${String(2000 + from + index)}0000`);

test('C9: five an hour to one number, in any hour there is', async () => {
  const { clock, take } = limited();
  for (let count = 0; count < 5; count += 1) {
    assert.equal(await take({ sender: `colleague-${String(count)}` }), 0);
    clock.jump(10 * minute);
  }
  assert.equal(await take(), 600, 'until the first is an hour old');
  clock.jump(10 * minute - 1);
  assert.equal(await take(), 1);
  clock.jump(1);
  assert.equal(await take(), 0);
  assert.equal(await take(), 600, 'one at a time, not five again');
});

test('C9: so many from a sender, from a clinic, and altogether', async () => {
  const bySender = limited({ perSender: 3 });
  assert.equal(await bySender.take({ phones: spread(3) }), 0);
  assert.equal(await bySender.take({ phones: spread(1, 50) }), 3600);
  assert.equal(await bySender.take({ phones: spread(1, 50), sender: 'colleague' }), 0);

  const byClinic = limited({ perClinic: 3 });
  assert.equal(await byClinic.take({ phones: spread(3) }), 0);
  assert.equal(await byClinic.take({ phones: spread(1, 50), sender: 'colleague' }), 3600);
  assert.equal(await byClinic.take({ phones: spread(1, 50), clinicId: 'clinic-mark' }), 0);

  const all = limited({ altogether: 3 });
  assert.equal(await all.take({ phones: spread(3) }), 0);
  assert.equal(await all.take({ phones: spread(1, 50), sender: 'other', clinicId: 'clinic-mark' }), 3600);
});

test('C9: a batch is counted whole or not at all', async () => {
  const { take } = limited({ perSender: 4 });
  assert.equal(await take({ phones: spread(3) }), 0);
  assert.ok((await take({ phones: spread(2, 50) })) > 0);
  assert.equal(await take({ phones: spread(1, 50) }), 0);
  assert.ok(
    (await limited({ perNumber: 1 }).take({ phones: ['+4520123456', '+4520123456'] })) > 0,
    'the same twice',
  );
});

test('C9: message after message to a block of numbers is stopped, and told to whoever operates the server', async () => {
  const { clock, log, take } = limited();
  const block = (last: number): string[] => [`+452012${String(last).padStart(4, '0')}`];
  for (let last = 0; last < 20; last += 1)
    assert.equal(await take({ phones: block(last), sender: `s-${String(last)}` }), 0);
  assert.equal(await take({ phones: block(0) }), 0, 'a number that has had one is no new one');
  assert.deepEqual(log, []);
  assert.equal(await take({ phones: block(20), clinicId: 'clinic-mark' }), 3600);
  assert.deepEqual(log, [{ event: 'sms-pumping', clinicId: 'clinic-mark', prefix: '+452012' }]);
  assert.equal(await take({ phones: spread(1) }), 0, 'others are not in the way');
  clock.jump(60 * minute);
  assert.equal(await take({ phones: block(20) }), 0);
});

test('C9: a restart makes nobody free to begin anew, and no number can be read where they are counted', async (t) => {
  const path = join(temporaryFolder(t), 'store.sqlite');
  const clock = new FakeClock();
  const settings = { perNumber: 2, perPrefix: 2 };
  const begin = () => {
    const store = openStoreAt(path, new MemoryBus());
    return { store, ...limited(settings, { clock, store }) };
  };
  const before = begin();
  for (const phones of [['+4520123456'], ['+4520123456', '+4520123457']])
    assert.equal(await before.take({ phones }), 0);
  clock.jump(10 * minute);
  await before.store.close();

  const after = begin();
  t.after(() => after.store.close());
  assert.equal(await after.take(), 3000, 'the number');
  assert.equal(await after.take({ phones: ['+4520123458'], clinicId: 'clinic-mark' }), 3000, 'the block');
  assert.deepEqual(after.log, [{ event: 'sms-pumping', clinicId: 'clinic-mark', prefix: '+452012' }]);
  assert.equal(await after.take({ phones: spread(1) }), 0, 'another number is as free as before');
  clock.jump(50 * minute);
  assert.equal(await after.take(), 0);

  await after.store.close();
  const kept = readFileSync(path, 'latin1');
  assert.match(kept, /sms_counts/);
  for (const clear of ['20123456', '452012', 'number ', 'clinic-mark', 'doctor'])
    assert.equal(kept.includes(clear), false, clear);
});

test('C9: what was sent an hour ago is not kept', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  await world.invite(doctor);
  const { store } = world.server.ports;
  const counted = () => store.read((tx) => tx.smsCounts.newest('all', '2000-01-01T00:00:00.000Z', 0));
  assert.notEqual(await counted(), undefined);
  world.clock.jump(60 * minute);
  await world.pass(10 * minute);
  assert.equal(await counted(), undefined);
});

test('C9: messages of a unit that came to nothing do not count', async () => {
  const store = new MemoryStore(new MemoryBus());
  const { take, limits } = limited({ perNumber: 1 }, { store });
  const failing = store.transact(async (tx) => {
    await limits.take(tx, { sender: 'doctor', clinicId: 'clinic-lund', phones: ['+4520123456'] });
    throw new Error('full');
  });
  await assert.rejects(failing);
  assert.equal(await take(), 0);
});
