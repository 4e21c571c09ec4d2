import type { PeerIds } from '../../ports/peer-ids.ts';

/** PeerJS accepts letters and digits only at the ends of an id, so hex it is. */
const hexLength = 32;

/** Peer ids as HMAC-SHA-256 of room and participant under a secret key: stable without being kept. */
export const createPeerIds = (secret: Uint8Array<ArrayBuffer>): PeerIds => {
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    of: async (roomId, { id, role }) => {
      const text = new TextEncoder().encode(`${roomId} ${id}`);
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await key, text));
      const hex = Array.from(mac, (one) => one.toString(16).padStart(2, '0')).join('');
      return `${role === 'clinician' ? 'a' : 'b'}${hex.slice(0, hexLength)}`;
    },
  };
};

/** A secret for as long as the process lives. */
export const randomSecret = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));
