import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InMemoryWebStorage } from 'oidc-client-ts';
import { createMarks, leftMark, readLeftMark } from './oidc-marks.ts';

describe('login marks', () => {
  test('A9: a mark is taken once', () => {
    const marks = createMarks(new InMemoryWebStorage());
    marks.leave('answer', 'https://host.example.dk/login?code=c');
    assert.ok(marks.has('answer'));
    assert.equal(marks.take('answer'), 'https://host.example.dk/login?code=c');
    assert.equal(marks.take('answer'), undefined);
    assert.ok(!marks.has('answer'));
  });

  test('A4: a page left two minutes ago is left for good', () => {
    const left = leftMark('municipal login', 1000);
    assert.equal(readLeftMark(left, 1000 + 119_999), 'municipal login');
    assert.equal(readLeftMark(left, 1000 + 120_000), undefined);
  });

  for (const mark of [undefined, '', 'nonsense', 'x municipal']) {
    test(`nobody was here: ${String(mark)}`, () => {
      assert.equal(readLeftMark(mark, 0), undefined);
    });
  }
});
