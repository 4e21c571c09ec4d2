import { limits } from '../services/limits.ts';
import { Refusal } from '../services/refusal.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Counts what arrives, whatever the request says about its length. */
const readCounted = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not every browser iterates over a stream, and in a browser too this server runs.
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > limits.bodyBytes) {
      await reader.cancel();
      throw new Refusal('body-too-large');
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal('request-invalid', { fields: [''] });
  }
};

/** A body of a length that was told is read at once, which spares a stream; the HTTP parser reads no more than that. */
const readTold = async (request: Request, told: number): Promise<Uint8Array> => {
  if (told > limits.bodyBytes) throw new Refusal('body-too-large');
  return readWhole(request);
};

const readWhole = async (request: Request): Promise<Uint8Array> => {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > limits.bodyBytes) throw new Refusal('body-too-large');
  return bytes;
};

/** Firefox has no stream of what a request carries; there the page itself is who asks. */
const hasStream = 'body' in Request.prototype;

const bytesOf = async (request: Request): Promise<Uint8Array | undefined> => {
  const told = request.headers.get('content-length');
  if (told !== null) return readTold(request, Number(told));
  if (!hasStream) return readWhole(request);
  return request.body === null ? undefined : readCounted(request.body);
};

/** The body as text of any kind, at most 64 KiB; empty when there is none. Refuses `body-too-large`. */
export const readText = async (request: Request): Promise<string> => {
  if (request.method === 'GET') return '';
  const bytes = await bytesOf(request);
  return bytes === undefined ? '' : decoded(bytes);
};

/** A body of JSON as text, at most 64 KiB; empty when there is none. Refuses `body-too-large`, `media-type`. */
export const readBody = async (request: Request): Promise<string> => {
  const text = await readText(request);
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (text !== '' && mediaType !== 'application/json') throw new Refusal('media-type');
  return text;
};

/** The JSON in a body; `undefined` for an empty one. */
export const parseJson = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('request-invalid', { fields: [''] });
  }
};
