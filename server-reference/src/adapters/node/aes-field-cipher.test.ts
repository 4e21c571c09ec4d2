import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AesFieldCipher, type MasterKey } from './aes-field-cipher.ts';

const key = (id: string, fill: number): MasterKey => ({ id, bytes: new Uint8Array(32).fill(fill) });
const place = { table: 'visits', column: 'personal', rowId: 'row-1' };

test('F3: what is sealed opens in its place and nowhere else', () => {
  const cipher = new AesFieldCipher([key('k1', 1)]);
  const sealed = cipher.seal('Kaja Hansen', place);
  assert.equal(cipher.open(sealed, place), 'Kaja Hansen');
  for (const elsewhere of [{ table: 'invites' }, { column: 'other' }, { rowId: 'row-2' }]) {
    assert.throws(() => cipher.open(sealed, { ...place, ...elsewhere }));
  }
});

test('F3: any changed byte of a ciphertext is noticed', () => {
  const cipher = new AesFieldCipher([key('k1', 1)]);
  const sealed = cipher.seal('Kaja Hansen', place);
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    assert.throws(() => cipher.open(changed, place), `byte ${String(index)}`);
  }
});

test('F3: a nonce is never used twice', () => {
  const cipher = new AesFieldCipher([key('k1', 1)]);
  const nonces = new Set<string>();
  for (let count = 0; count < 20_000; count += 1) {
    nonces.add(Buffer.from(cipher.seal('x', place)).subarray(6, 18).toString('hex'));
  }
  assert.equal(nonces.size, 20_000);
});

test('an old key opens what it sealed, the new one seals, and the index stays the same', () => {
  const before = new AesFieldCipher([key('old', 1)]);
  const after = new AesFieldCipher([key('new', 2), key('old', 1)]);
  assert.equal(after.open(before.seal('Einer', place), place), 'Einer');
  assert.throws(() => before.open(after.seal('Einer', place), place));
  assert.equal(after.blindIndex('clinic', '0201609995'), before.blindIndex('clinic', '0201609995'));
});

test('F5: without the key, or at another clinic, the same number has another index', () => {
  const cipher = new AesFieldCipher([key('k1', 1)]);
  const other = new AesFieldCipher([key('k1', 2)]);
  const index = cipher.blindIndex('a', '0201609995');
  assert.equal(Buffer.from(index, 'base64url').length, 16);
  assert.notEqual(index, cipher.blindIndex('b', '0201609995'));
  assert.notEqual(index, other.blindIndex('a', '0201609995'));
});
