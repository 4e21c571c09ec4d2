import type { IceServer } from '@venterum/contract';
import type { ServerClock } from '../../ports/clock.ts';
import type { Ice } from '../../ports/ice.ts';

/** How the way through firewalls is configured. */
export interface IceOptions {
  readonly clock: ServerClock;
  readonly servers: readonly IceServer[];
  readonly policy: 'all' | 'relay';
  /** A TURN server with a shared secret (coturn's `use-auth-secret`). */
  readonly turn?: { readonly urls: readonly string[]; readonly secret: string };
}

/**
 * TURN cannot be told that a room has closed, so what opens it ends soon by itself (D13): a relay that is in use goes on, and whoever
 * is still let in gets new credentials.
 */
const credentialSeconds = 15 * 60;

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Fixed servers, and TURN credentials that last a quarter of an hour and name nobody (draft-uberti-behave-turn-rest). */
export const createIce = ({ clock, servers, policy, turn }: IceOptions): Ice => {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key =
    turn === undefined
      ? undefined
      : crypto.subtle.importKey('raw', encoder.encode(turn.secret), algorithm, false, ['sign']);
  return {
    access: async (participantId) => {
      if (turn === undefined || key === undefined) return { iceServers: servers, icePolicy: policy };
      const until = Math.floor(Date.parse(clock.now()) / 1000) + credentialSeconds;
      const username = `${String(until)}:${participantId}`;
      const credential = base64(await crypto.subtle.sign('HMAC', await key, encoder.encode(username)));
      return {
        iceServers: [...servers, { urls: turn.urls, username, credential }],
        icePolicy: policy,
        iceSeconds: credentialSeconds,
      };
    },
  };
};
