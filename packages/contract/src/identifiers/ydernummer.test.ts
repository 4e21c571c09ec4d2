import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseYdernummer } from './ydernummer.ts';

describe('ydernummer', () => {
  for (const [typed, expected] of [
    ['12345', '012345'],
    ['012345', '012345'],
    ['12 34 56', '123456'],
    ['1', '000001'],
    ['0', undefined],
    ['000000', undefined],
    ['1234567', undefined],
    ['12a', undefined],
    ['', undefined],
  ] as const)
    it(`"${typed}" is ${expected ?? 'none'}`, () => {
      assert.equal(parseYdernummer(typed), expected);
    });
});
