import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { MasterKey } from './aes-field-cipher.ts';

const keyBytes = 32;
const ownerOnly = 0o600;

const keyOf = (base64: string): MasterKey => {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes) throw new Error('A master key is base64 of 32 bytes.');
  return { id: createHash('sha256').update('id').update(bytes).digest('hex').slice(0, 8), bytes };
};

/** Keys, and whether the first of them has just been made. */
export interface MasterKeys {
  readonly keys: readonly [MasterKey, ...MasterKey[]];
  readonly created: boolean;
}

/** The keys configured, or the one in a file that only its owner can read, made when it is not there. */
export const readMasterKeys = (configured: readonly string[], file: string): MasterKeys => {
  const [first, ...older] = configured.map(keyOf);
  if (first !== undefined) return { keys: [first, ...older], created: false };
  const created = !existsSync(file);
  if (created) writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: ownerOnly, flag: 'wx' });
  return { keys: [keyOf(readFileSync(file, 'utf8').trim())], created };
};
