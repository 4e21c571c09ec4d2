import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '../adapters/sqlite/temporary-store.fixtures.test.ts';
import { killSenders } from './sms-outbox-kills.fixtures.test.ts';

const kills = 6;

for (const honours of [true, false]) {
  const promise = honours
    ? 'none is lost, none doubled'
    : 'none is doubled, and one that may be lost is unknown';
  test(
    `I8: a sender killed between “stored” and “sent”, again and again: ${promise}`,
    { timeout: 120_000 },
    async (t) => {
      const toll = await killSenders(temporaryFolder(t), { kills, honours });
      assert.ok(toll.acknowledged >= kills, 'there was something to lose');
      assert.deepEqual([toll.doubled, toll.lost], [[], []]);
      if (honours) assert.equal(toll.unknown, 0);
    },
  );
}
