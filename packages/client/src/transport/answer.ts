import { problemStatus, type ProblemCode, type SessionEnd } from '@venterum/contract';
import { ProblemError } from '../problem-error.ts';

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problemStatus, code);

const sessionEnds: readonly unknown[] = ['logged-out', 'idle', 'expired', 'taken-over', 'revoked'];
const isSessionEnd = (value: unknown): value is SessionEnd => sessionEnds.includes(value);

/** A proxy's refusal carries no code of ours. */
const codeFor = (status: number): ProblemCode =>
  status >= 502 && status <= 504 ? 'unavailable' : status === 429 ? 'limit-reached' : 'internal';

const seconds = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 ? number : undefined;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const parse = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    // The parser's message quotes what it read, and that may be a session.
    return undefined;
  }
};

/** The refusal in a response that is not ok. */
export const readProblem = async (response: Response): Promise<ProblemError> => {
  const body = await parse(response);
  const code = own(body, 'code');
  const fields = own(body, 'fields');
  const ended = own(body, 'ended');
  return new ProblemError(isProblemCode(code) ? code : codeFor(response.status), {
    correlationId: text(own(body, 'correlationId')),
    fields: Array.isArray(fields) ? fields.map(String) : undefined,
    visitId: text(own(body, 'visitId')),
    phone: text(own(body, 'phone')),
    retryAfter: seconds(own(body, 'retryAfter') ?? response.headers.get('retry-after')),
    ended: isSessionEnd(ended) ? ended : undefined,
  });
};

/** The JSON of a good answer; `offline` when it is cut short or somebody else answered (a hotel's login page). */
export const readAnswer = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const body = await parse(response);
  if (body === undefined) throw new ProblemError('offline');
  return body;
};
