import type { RoomId } from '@venterum/contract';

/** Both ends' keys by fingerprint. */
export type Fingerprints = readonly [own: string, theirs: string];

const WORDS = 3;

const normal = (fingerprint: string): string => fingerprint.trim().toLowerCase();

/**
 * Three Danish words that both ends come to when nobody sits between them: from SHA-256 of the sorted fingerprints and the room
 * (ZRTP's short authentication string, RFC 6189 § 4.5.2, read aloud). 24 bits: for voices to compare, not for machines.
 */
export const safetyWords = async (fingerprints: Fingerprints, room: RoomId): Promise<readonly string[]> => {
  const { words } = await import('./safety-word-list.ts');
  const text = [...[...fingerprints].map(normal).sort(), room].join('\n');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest.subarray(0, WORDS)].map((byte) => words[byte] ?? '');
};
