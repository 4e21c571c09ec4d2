import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webIds } from '../web/web-ids.ts';
import { createNodeIds } from './node-ids.ts';

const nodeIds = createNodeIds();

test('A1: ids and tokens are 128 and 256 bits, never the same', () => {
  for (const [make, bytes] of [
    [() => nodeIds.id(), 16],
    [() => nodeIds.token(), 32],
  ] as const) {
    const made = Array.from({ length: 10_000 }, () => make());
    assert.equal(new Set(made).size, made.length);
    assert.ok(made.every((one) => /^[\w-]+$/.test(one) && Buffer.from(one, 'base64url').length === bytes));
  }
  const spread = new Set(Array.from({ length: 1000 }, () => nodeIds.jitter(3)));
  assert.deepEqual([...spread].sort(), [0, 1, 2, 3]);
});

test('digests are those of the browser’s crypto, so a database moves between them', async () => {
  for (const text of ['', 'a', 'Lægehuset Lund', 'x'.repeat(100_000)]) {
    assert.equal(await nodeIds.hash(text), await webIds.hash(text));
    assert.equal(await nodeIds.hexHash(text), await webIds.hexHash(text));
  }
});
