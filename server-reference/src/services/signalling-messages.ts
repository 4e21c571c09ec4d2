import type { ClientSignalType } from '@venterum/contract';
import { z } from 'zod';
import { readFrame } from './signalling-json.ts';
import { isIceCandidate, isSessionDescription } from './signalling-sdp.ts';

const MAX_METADATA = 4_096;

const word = (length: number): z.ZodString =>
  z
    .string()
    .max(length)
    .regex(/^[\x20-\x7e]*$/);
const peerId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const connection = {
  type: z.enum(['data', 'media']),
  connectionId: word(64).min(1),
};

const description = (type: 'offer' | 'answer'): z.ZodObject =>
  z.object({ type: z.literal(type), sdp: z.string().refine(isSessionDescription) });

const offer = z.object({
  ...connection,
  sdp: description('offer'),
  metadata: z
    .json()
    .refine((value) => JSON.stringify(value).length <= MAX_METADATA)
    .optional(),
  label: word(64).optional(),
  reliable: z.boolean().optional(),
  serialization: word(32).optional(),
});

const answer = z.object({ ...connection, sdp: description('answer') });

const candidate = z.object({
  ...connection,
  candidate: z.object({
    candidate: z.string().refine(isIceCandidate),
    sdpMid: word(64).nullish(),
    sdpMLineIndex: z.int().min(0).max(255).nullish(),
    usernameFragment: word(256).nullish(),
  }),
});

/** Fields that are not listed are left out of what is passed on, so nothing travels that was not looked at. */
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('HEARTBEAT') }),
  z.object({ type: z.literal('LEAVE'), dst: peerId.optional() }),
  z.object({ type: z.literal('OFFER'), dst: peerId, payload: offer }),
  z.object({ type: z.literal('ANSWER'), dst: peerId, payload: answer }),
  z.object({ type: z.literal('CANDIDATE'), dst: peerId, payload: candidate }),
]);

/** What a client said, checked. Who said it is the server's knowledge: a `src` of the client's is dropped. */
export interface ClientMessage {
  readonly type: ClientSignalType;
  readonly dst?: string | undefined;
  readonly payload?: object | undefined;
}

/** Reads one text frame; `undefined` when it is anything but a message clients may send. */
export const readClientMessage = (text: string): ClientMessage | undefined =>
  message.safeParse(readFrame(text)).data;

/** The first frame of every socket. */
export const openFrame = JSON.stringify({ type: 'OPEN' });

/** The one answer to everything that cannot be delivered, whatever the reason. */
export const expireFrame = (missing: string, sender: string): string =>
  JSON.stringify({ type: 'EXPIRE', src: missing, dst: sender });

/** What the receiver gets. */
export const relayedFrame = (sent: ClientMessage, src: string): string =>
  JSON.stringify({ type: sent.type, src, dst: sent.dst, payload: sent.payload });
