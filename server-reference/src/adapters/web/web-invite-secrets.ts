import type { Ids } from '../../ports/ids.ts';
import type { InviteSecrets } from '../../ports/invite-secrets.ts';

const tokenCharacters = 22;
const digestCharacters = 43;
const codes = 1_000_000;

type Sign = (text: string) => Promise<Uint8Array>;

const signer = (secret: Uint8Array<ArrayBuffer>): Sign => {
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)));
};

const base64url = (bytes: Uint8Array, characters: number): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, characters);

/** The first six bytes are even enough: 2^48 is a whole many millions and a bit, and the bit is one part in 10^8. */
const sixDigits = (mac: Uint8Array): string =>
  String(mac.slice(0, 6).reduce((number, byte) => number * 256 + byte, 0) % codes).padStart(6, '0');

/** Secrets of invitations as HMAC-SHA-256, newest key first: the first makes, the others still recognise. */
export const createInviteSecrets = (
  keys: readonly [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]],
  ids: Pick<Ids, 'hash'>,
): InviteSecrets => {
  const [first, ...older] = keys;
  const sign = signer(first);
  const signers = [sign, ...older.map(signer)];
  const tokenBy = async (by: Sign, attemptId: string): Promise<string> =>
    base64url(await by(`link ${attemptId}`), tokenCharacters);
  return {
    token: (attemptId) => tokenBy(sign, attemptId),
    tokenOf: async ({ attemptId, tokenHash }) => {
      for (const by of signers) {
        const token = await tokenBy(by, attemptId);
        if ((await ids.hash(token)) === tokenHash) return token;
      }
      return undefined;
    },
    code: async (seed) => sixDigits(await sign(`code ${seed}`)),
    digest: async (digits) => base64url(await sign(`digits ${digits}`), digestCharacters),
  };
};
