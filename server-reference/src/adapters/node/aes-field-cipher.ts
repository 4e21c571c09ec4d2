import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { CipherPlace, FieldCipher } from '../../ports/field-cipher.ts';

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;
const indexBytes = 16;

/** One master key; the first given seals, all open. */
export interface MasterKey {
  /** Names the key in every ciphertext, 1-20 letters, digits or hyphens. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** A key of its own for each purpose, by HKDF-SHA256. */
export const deriveKey = (master: MasterKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master.bytes, 'venterum', purpose, 32));

const aad = ({ table, column, rowId }: CipherPlace, keyId: string): Buffer =>
  Buffer.from([table, column, rowId, keyId].join('|'));

/**
 * AES-256-GCM with a fresh 96-bit nonce per field. A ciphertext is `v1|<key id>|` then nonce, text and tag,
 * and bound to its place: moved to another row, column or table it does not open.
 */
export class AesFieldCipher implements FieldCipher {
  readonly #sealing: string;
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #indexMaster: MasterKey;
  readonly #indexKeys = new Map<string, Buffer>();

  constructor(keys: readonly [MasterKey, ...MasterKey[]]) {
    this.#sealing = keys[0].id;
    this.#keys = new Map(keys.map((key) => [key.id, createSecretKey(deriveKey(key, 'field'))]));
    // The index cannot rotate with the keys: equality must hold across the old rows and the new.
    this.#indexMaster = keys.at(-1) ?? keys[0];
  }

  seal(plain: string, place: CipherPlace): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#sealing), nonce);
    cipher.setAAD(aad(place, this.#sealing));
    const header = Buffer.from(`${version}|${this.#sealing}|`);
    return Buffer.concat([header, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  open(sealed: Uint8Array, place: CipherPlace): string {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const [, keyId] = /^v1\|([A-Za-z0-9-]{1,20})\|/.exec(bytes.toString('latin1', 0, 24)) ?? [];
    if (keyId === undefined) throw new Error('Not a ciphertext of this server.');
    const start = version.length + keyId.length + 2;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#key(keyId),
      bytes.subarray(start, start + nonceBytes),
    );
    decipher.setAAD(aad(place, keyId));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const text = decipher.update(bytes.subarray(start + nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  blindIndex(clinicId: string, text: string): string {
    const known = this.#indexKeys.get(clinicId);
    const key = known ?? deriveKey(this.#indexMaster, `index|${clinicId}`);
    if (known === undefined) this.#indexKeys.set(clinicId, key);
    return createHmac('sha256', key).update(text).digest().subarray(0, indexBytes).toString('base64url');
  }

  #key(id: string): KeyObject {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error('The key that sealed this is not configured.');
    return key;
  }
}
