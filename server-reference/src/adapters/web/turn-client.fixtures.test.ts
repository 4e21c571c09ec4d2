import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';

/** Attribute types (RFC 8489, RFC 8656, RFC 6156). */
const attribute = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  peerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  family: 0x0017,
  transport: 0x0019,
} as const;

const method = { allocate: 0x0003, createPermission: 0x0008 } as const;
const COOKIE = 0x2112a442;
const UDP = 17;

/** Transports by their protocol numbers. */
export const TCP = 6;

type Attributes = readonly (readonly [type: number, value: Buffer])[];

const words = (address: string): number[] => {
  const [head = '', tail] = address.split('::');
  const read = (part: string): number[] =>
    part === ''
      ? []
      : part.split(':').flatMap((group) => {
          if (!group.includes('.')) return [Number.parseInt(group, 16)];
          const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
          return [a * 256 + b, c * 256 + d];
        });
  const [left, right] = [read(head), read(tail ?? '')];
  return tail === undefined
    ? left
    : [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
};

const bytesOf = (address: string): Buffer =>
  isIPv4(address)
    ? Buffer.from(address.split('.').map(Number))
    : Buffer.from(words(address).flatMap((word) => [word >> 8, word & 255]));

const numbers = (...bytes: number[]): Buffer => Buffer.from(bytes);

const encode = ([type, value]: Attributes[number]): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

const header = (type: number, length: number, transaction: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(length, 2);
  head.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([head, transaction]);
};

const decode = (message: Buffer): Map<number, Buffer> => {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
};

interface SentRequest {
  readonly type: number;
  readonly attributes: Attributes;
  readonly transaction: Buffer;
}

type TurnRequest = Omit<SentRequest, 'transaction'> & Partial<SentRequest> & { readonly isSigned?: boolean };

interface TurnAnswer {
  readonly outcome: TurnOutcome;
  readonly attributes: Map<number, Buffer>;
}

/** What a request came to: 0, or the error code of RFC 8656. */
export type TurnOutcome = number;

/** As much of a TURN client as it takes to see what a server allows. Every request ends, with an answer or an error. */
export class TurnClient {
  readonly #socket: Socket = createSocket('udp4');
  readonly #port: number;
  readonly #credentials: { readonly username: string; readonly credential: string };
  #realm = Buffer.alloc(0);
  #nonce = Buffer.alloc(0);

  constructor(port: number, credentials: { readonly username: string; readonly credential: string }) {
    this.#port = port;
    this.#credentials = credentials;
  }

  /** Asks for a relay; the first answer only gives what to sign. */
  async allocate({ family = 4, transport = UDP } = {}): Promise<TurnOutcome> {
    const attributes: Attributes = [
      [attribute.transport, numbers(transport, 0, 0, 0)],
      ...(family === 6 ? ([[attribute.family, numbers(2, 0, 0, 0)]] as const) : []),
    ];
    const unsigned = await this.#send({ type: method.allocate, attributes });
    if (unsigned.outcome !== 401) return unsigned.outcome;
    this.#realm = Buffer.from(unsigned.attributes.get(attribute.realm) ?? '');
    this.#nonce = Buffer.from(unsigned.attributes.get(attribute.nonce) ?? '');
    return (await this.#send({ type: method.allocate, attributes, isSigned: true })).outcome;
  }

  /** Asks that the relay may speak with an address; nothing is sent there. */
  async permit(address: string): Promise<TurnOutcome> {
    const transaction = randomBytes(12);
    const cookie = Buffer.alloc(4);
    cookie.writeUInt32BE(COOKIE);
    const key = Buffer.concat([cookie, transaction]);
    const peer = bytesOf(address).map((byte, index) => byte ^ (key[index] ?? 0));
    const value = Buffer.concat([numbers(0, isIPv4(address) ? 1 : 2, 0x12, 0x34), peer]);
    const attributes: Attributes = [[attribute.peerAddress, value]];
    const answer = await this.#send({
      type: method.createPermission,
      attributes,
      isSigned: true,
      transaction,
    });
    return answer.outcome;
  }

  /** Ends; a relay that it had is forgotten by the server in its own time. */
  close(): void {
    this.#socket.close();
  }

  async #send({
    isSigned = false,
    transaction = randomBytes(12),
    ...request
  }: TurnRequest): Promise<TurnAnswer> {
    const message = isSigned
      ? this.#signed({ ...request, transaction })
      : this.#plain({ ...request, transaction });
    const arrived = once(this.#socket, 'message', { signal: AbortSignal.timeout(1000) });
    this.#socket.send(message, this.#port, '127.0.0.1');
    const [answer] = (await arrived) as [Buffer];
    const attributes = decode(answer);
    const code = attributes.get(attribute.errorCode);
    return { outcome: code === undefined ? 0 : (code[2] ?? 0) * 100 + (code[3] ?? 0), attributes };
  }

  #plain({ type, attributes, transaction }: SentRequest): Buffer {
    const body = Buffer.concat(attributes.map(encode));
    return Buffer.concat([header(type, body.length, transaction), body]);
  }

  #signed({ type, attributes, transaction }: SentRequest): Buffer {
    const { username, credential } = this.#credentials;
    const body = Buffer.concat(
      [
        ...attributes,
        [attribute.username, Buffer.from(username)] as const,
        [attribute.realm, this.#realm] as const,
        [attribute.nonce, this.#nonce] as const,
      ].map(encode),
    );
    const key = createHash('md5').update(`${username}:${this.#realm.toString()}:${credential}`).digest();
    // The length counts the signature that follows (RFC 8489 § 14.5).
    const unsigned = Buffer.concat([header(type, body.length + 24, transaction), body]);
    return Buffer.concat([
      unsigned,
      encode([attribute.integrity, createHmac('sha1', key).update(unsigned).digest()]),
    ]);
  }
}
