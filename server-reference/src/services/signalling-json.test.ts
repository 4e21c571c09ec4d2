import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { nestsDeeper, readFrame } from './signalling-json.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

suite('frames', () => {
  test('D6: depth is counted as the parser would nest, for any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), fc.integer({ min: 0, max: 10 }), (text, limit) => {
        assert.equal(nestsDeeper(text, limit), depthOf(JSON.parse(text)) > limit);
      }),
      { numRuns: 2_000 },
    );
  });

  test('D6: brackets in strings do not nest', () => {
    assert.deepEqual(readFrame(JSON.stringify({ x: '[{"\\'.repeat(20) })), { x: '[{"\\'.repeat(20) });
  });

  test('D6: a million brackets do not reach the parser', () => {
    assert.equal(readFrame('['.repeat(1_000_000)), undefined);
  });

  test('D16: keys that reach a prototype are refused wherever they are', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', '\\u005f\\u005fproto__'])
      assert.equal(readFrame(`{"a":[{"${key}":1}]}`), undefined);
  });

  test('D6: any text is answered, none throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readFrame(text);
      }),
    );
  });
});
