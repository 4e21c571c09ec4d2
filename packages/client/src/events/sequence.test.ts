import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSequence } from './sequence.ts';

const snapshot = (seq: number): string => JSON.stringify({ type: 'snapshot', visits: [], invites: [], seq });
const visit = (seq: number): string => JSON.stringify({ type: 'visit', visit: { id: 'v' }, seq });

describe('createSequence', () => {
  test('accepts a snapshot and what follows it without a hole', () => {
    const sequence = createSequence();
    assert.equal(sequence.lastId(), undefined);
    assert.notEqual(sequence.take('a-4', snapshot(4)), 'gap');
    assert.notEqual(sequence.take('a-5', visit(5)), 'gap');
    assert.equal(sequence.lastId(), 'a-5');
  });

  test('hears nothing twice', () => {
    const sequence = createSequence();
    sequence.take('a-4', snapshot(4));
    assert.equal(sequence.take('a-4', visit(4)), 'known');
    assert.equal(sequence.lastId(), 'a-4');
  });

  for (const [what, id, data] of [
    ['a missing event', 'a-6', visit(6)],
    ['another stream', 'b-5', visit(5)],
    ['something unreadable', 'a-5', '{"type":'],
  ] as const) {
    test(`starts afresh after ${what}`, () => {
      const sequence = createSequence();
      sequence.take('a-4', snapshot(4));
      assert.equal(sequence.take(id, data), 'gap');
      assert.equal(sequence.lastId(), undefined);
    });
  }

  test('lets a warning to this reader alone pass without a place in the stream', () => {
    const sequence = createSequence();
    sequence.take('a-4', snapshot(4));
    const warning = { type: 'session-ending', endsAt: '2026-11-23T09:00:00.000Z', seq: 4 };
    assert.deepEqual(sequence.take('a-4', JSON.stringify(warning)), warning);
    assert.notEqual(sequence.take('a-5', visit(5)), 'gap');
  });
});
