import assert from 'node:assert/strict';
import { test } from 'node:test';
import { septetsOf } from './sms-septets.ts';

test('C5: Danish letters cost one septet, as all 127 of the default alphabet do', () => {
  assert.equal(septetsOf('æøåÆØÅéÉäöüßñ'), 13);
  assert.equal(septetsOf('Lægen: tryk på linket'), 21);
  assert.equal(septetsOf('https://g.example.dk/#A-_9'), 26);
});

test('C5: brackets, braces, bar, backslash, caret, tilde and euro cost two', () => {
  for (const character of '{}[]^~|\\€\f') assert.equal(septetsOf(`a${character}`), 3, character);
});

test('C5: whatever else there is makes it no GSM text', () => {
  for (const character of ['`', 'á', 'ê', 'ç', '’', '–', '…', '\t', '\u00a0', '\u001b', 'ł', '中', '😀'])
    assert.equal(septetsOf(`a${character}b`), undefined, character);
});
