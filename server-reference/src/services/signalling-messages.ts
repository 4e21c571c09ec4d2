import type { ClientSignalType } from '@venterum/contract';
import { readFrame } from './signalling-json.ts';
import { isIceCandidate, isSessionDescription } from './signalling-sdp.ts';

/** What a client said, checked. Who said it is the server's knowledge: a `src` of the client's is dropped. */
export interface ClientMessage {
  readonly type: ClientSignalType;
  readonly dst?: string;
  readonly payload?: Fields;
}

type Fields = Readonly<Record<string, unknown>>;
/** The value when it is sound; `undefined` when it is not. A reader never throws. */
type Read<T> = (value: unknown) => T | undefined;

const MAX_METADATA = 4_096;
const MAX_MEDIA_LINES = 255;
const PEER_ID = /^[A-Za-z0-9_-]{1,64}$/;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text =
  (isSound: (value: string) => boolean): Read<string> =>
  (value) =>
    typeof value === 'string' && isSound(value) ? value : undefined;

const words = (length: number): Read<string> =>
  text((value) => value.length <= length && /^[\x20-\x7e]*$/.test(value));

const oneOf = (...values: readonly string[]): Read<string> => text((value) => values.includes(value));

const mediaLine: Read<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_MEDIA_LINES
    ? value
    : undefined;

const flag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const metadata: Read<unknown> = (value) => (JSON.stringify(value).length <= MAX_METADATA ? value : undefined);

/**
 * Reads an object field by field. Fields that are not named are left out of what is passed on, so nothing travels
 * that was not looked at; optional ones may be missing or `null`, but not wrong.
 */
const object =
  (required: Readonly<Record<string, Read<unknown>>>, optional: typeof required = {}): Read<Fields> =>
  (value) => {
    if (!isFields(value)) return undefined;
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries({ ...required, ...optional })) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if ((given === undefined || given === null) && Object.hasOwn(optional, name)) continue;
      found[name] = read(given);
      if (found[name] === undefined) return undefined;
    }
    return found;
  };

const connection = { type: oneOf('data', 'media'), connectionId: words(64) };
const description = (type: string): Read<Fields> =>
  object({ type: oneOf(type), sdp: text(isSessionDescription) });

const payloads: ReadonlyMap<unknown, Read<Fields>> = new Map([
  [
    'OFFER',
    object(
      { sdp: description('offer'), ...connection },
      { metadata, label: words(64), reliable: flag, serialization: words(32) },
    ),
  ],
  ['ANSWER', object({ sdp: description('answer'), ...connection })],
  [
    'CANDIDATE',
    object({
      candidate: object(
        { candidate: text(isIceCandidate) },
        { sdpMid: words(64), sdpMLineIndex: mediaLine, usernameFragment: words(256) },
      ),
      ...connection,
    }),
  ],
]);

const peerId: Read<string> = text((value) => PEER_ID.test(value));

const leave = (dst: unknown): ClientMessage | undefined => {
  if (dst === undefined) return { type: 'LEAVE' };
  const to = peerId(dst);
  return to === undefined ? undefined : { type: 'LEAVE', dst: to };
};

/** Reads one text frame; `undefined` when it is anything but a message clients may send. */
export const readClientMessage = (frame: string): ClientMessage | undefined => {
  const said = readFrame(frame);
  if (!isFields(said)) return undefined;
  const { type } = said;
  if (type === 'HEARTBEAT') return { type };
  if (type === 'LEAVE') return leave(said['dst']);
  const dst = peerId(said['dst']);
  const payload = payloads.get(type)?.(said['payload']);
  if (dst === undefined || payload === undefined) return undefined;
  return { type: type as ClientSignalType, dst, payload };
};

/** The first frame of every socket. */
export const openFrame = JSON.stringify({ type: 'OPEN' });

/** The one answer to everything that cannot be delivered, whatever the reason. */
export const expireFrame = (missing: string, sender: string): string =>
  JSON.stringify({ type: 'EXPIRE', src: missing, dst: sender });

/** What the receiver gets. */
export const relayedFrame = (sent: ClientMessage, src: string): string =>
  JSON.stringify({ type: sent.type, src, dst: sent.dst, payload: sent.payload });
