import type { Ids } from '../../ports/ids.ts';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const random = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');

/** Ids from WebCrypto, which browsers and Node share. */
export const webIds: Ids = {
  id: () => random(16),
  token: () => random(32),
  jitter: (maximum) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % (maximum + 1),
  hash: async (text) => base64url(await digest(text)),
  hexHash: async (text) => hex(await digest(text)),
};
