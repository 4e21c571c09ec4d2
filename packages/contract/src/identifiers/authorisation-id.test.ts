import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAuthorisationId } from './authorisation-id.ts';

describe('authorisation id', () => {
  for (const [given, expected] of [
    ['02HJ9', '02HJ9'],
    [' 02hj9 ', '02HJ9'],
    ['02HJ', undefined],
    ['02HJ99', undefined],
    ['02-J9', undefined],
    ['', undefined],
  ] as const)
    it(`"${given}" is ${expected ?? 'none'}`, () => {
      assert.equal(parseAuthorisationId(given), expected);
    });
});
