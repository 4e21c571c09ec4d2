import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readPhone, type PhoneRefusal } from './phone-reading.ts';
import { formatPhone } from './phone.ts';

describe('phone', () => {
  for (const typed of ['20123456', '20 12 34 56', '+45 20 12 34 56', '004520123456', '(20)12-34.56'])
    it(`C7: reads ${typed} as one number and back in groups`, () => {
      const { phone } = readPhone(typed);
      assert.equal(phone, '+4520123456');
      assert.equal(formatPhone('+4520123456'), '20 12 34 56');
    });

  const refused: readonly (readonly [string, PhoneRefusal])[] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['2012345a', 'characters'],
    ['20+123456', 'characters'],
    ['2012345', 'too-short'],
    ['201234567', 'too-long'],
    ['+46701234567', 'foreign'],
    ['0046701234567', 'foreign'],
    ['1234', 'short-code'],
    ['112', 'short-code'],
    ['01234567', 'short-code'],
    ['11234567', 'short-code'],
    ['90123456', 'premium'],
    ['+4590123456', 'premium'],
  ];
  for (const [typed, refusal] of refused)
    it(`C7: refuses "${typed}" as ${refusal}`, () => {
      assert.deepEqual(readPhone(typed), { refusal });
    });

  it('C7: whatever is typed, an accepted number is Danish, eight digits, 2-9 first, not premium', () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^(\+45|0045|)[ 0-9]{6,14}$/));
    fc.assert(
      fc.property(anything, (typed) => {
        const { phone } = readPhone(typed);
        if (phone !== undefined) assert.match(phone, /^\+45(?!90)[2-9]\d{7}$/);
      }),
    );
  });

  it('C7: lets in foreign numbers of the countries that are allowed, and of no others', () => {
    assert.equal(readPhone('+298 201234', ['298']).phone, '+298201234');
    assert.deepEqual(readPhone('+299 201234', ['298']), { refusal: 'foreign' });
    assert.deepEqual(readPhone('+298 201234'), { refusal: 'foreign' });
    assert.equal(readPhone('20 12 34 56', ['298']).phone, '+4520123456');
  });

  it('leaves foreign numbers as they are', () => {
    assert.equal(formatPhone('+46701234567'), '+46701234567');
  });
});
