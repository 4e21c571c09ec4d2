import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cprKind, normaliseCpr, parseCpr } from './cpr-check.ts';
import { formatCpr } from './cpr.ts';

/** MedCom's official test persons, 2024-07-02 (hl7dk/dk-core, CC0). None satisfies modulus 11. */
const officialTestPersons = `
2512489996 0211223989 2509479989 0107729995 1502779995 2911829996 1509819996 0505059996 0505109990 0505159995
0505209996 0505239996 0201609995 0201609996 0504909995 0504909989 0201919990 0201919996 0201919995 0108589995
0108629996 0104909995 0104909989 1502799995 1502829995 0506889996 3103979995 3101229995 1310169995 1310169996
1306249995 1306249996 0212159995 1007059995 1110109996 3001749995 2103009996 2311143995`
  .trim()
  .split(/\s+/);

describe('CPR', () => {
  it('accepts all 38 official test persons, none of which satisfies modulus 11', () => {
    assert.equal(officialTestPersons.length, 38);
    for (const cpr of officialTestPersons) assert.equal(cprKind(cpr), 'cpr', cpr);
  });

  it('reads hyphen, white space and lower case as the same number', () => {
    for (const typed of ['251248-9996', ' 2512489996 ', '25 12 48 9996'])
      assert.equal(parseCpr(typed), '2512489996');
    assert.equal(normaliseCpr('020329-1wq3'), '0203291WQ3');
  });

  const table: readonly (readonly [string, ReturnType<typeof cprKind>, string])[] = [
    ['0203291WQ3', 'x-ecpr', 'national replacement, 1900s'],
    ['2902007WQ3', 'x-ecpr', 'national replacement: 29 February 2000 exists'],
    ['2902001WQ3', undefined, 'national replacement: 29 February 1900 does not'],
    ['0203295WQ3', 'd-ecpr', 'regional replacement'],
    ['0203298WQ3', undefined, 'no replacement has an 8 there'],
    ['020329AWQ3', undefined, 'the seventh is a digit'],
    ['2902000000', undefined, '1900 was no leap year'],
    ['2902004000', 'cpr', '2000 was'], // cpr-guard-ok
    ['3002509989', undefined, '30 February'],
    ['3113509989', undefined, 'month 13'],
    ['0000009989', undefined, 'day and month zero'],
    ['6101509989', 'cpr', 'administrative number: day plus 60'], // cpr-guard-ok
    ['9201509989', undefined, 'day 32 plus 60'],
    ['251248999', undefined, 'nine digits'],
    ['25124899960', undefined, 'eleven digits'],
    ['', undefined, 'nothing'],
    ['2512489９96', undefined, 'a full-width digit'],
  ];
  for (const [typed, expected, why] of table)
    it(`${why}: ${typed === '' ? '(empty)' : typed} is ${expected ?? 'none'}`, () => {
      // cpr-guard-ok
      assert.equal(cprKind(typed), expected);
      assert.equal(parseCpr(typed) === undefined, expected === undefined);
    });

  it('takes the century from the seventh digit and the year', () => {
    // 29 February decides: it exists in 1896 and 2096 but the ranges allow only one of them.
    assert.equal(cprKind('2902965000'), 'cpr', 'digit 5, year 96: 1896'); // cpr-guard-ok
    assert.equal(cprKind('2902005000'), 'cpr', 'digit 5, year 00: 2000'); // cpr-guard-ok
    assert.equal(cprKind('2902004000'), 'cpr', 'digit 4, year 00: 2000'); // cpr-guard-ok
    assert.equal(cprKind('2902374000'), undefined, 'digit 4, year 37: 1937');
  });

  it('shows the last four only when asked', () => {
    assert.equal(formatCpr('2512489996'), '251248-••••');
    assert.equal(formatCpr('2512489996', { revealed: true }), '251248-9996');
  });

  it('never throws, and what it accepts it accepts again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const cpr = parseCpr(typed);
        if (cpr !== undefined) assert.equal(parseCpr(cpr), cpr);
      }),
    );
  });
});
