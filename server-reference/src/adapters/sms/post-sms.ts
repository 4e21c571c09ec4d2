import type { SmsAnswer } from '../../ports/sms-gateway.ts';

/** How a gateway is reached. */
export interface SmsHttp {
  readonly fetch: typeof fetch;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
}

/** One message for a gateway over HTTPS. */
export interface SmsPost {
  readonly address: string;
  readonly authorization: string;
  readonly body: unknown;
  /** What it means that the authorization is not taken. @defaultValue The message is refused. */
  readonly unauthorized?: () => SmsAnswer;
}

const longestAnswer = 64 * 1024;

/** Nobody was there to take it. */
const unreached: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

const causeOf = (error: unknown): unknown => {
  const { cause } = (error ?? {}) as { cause?: { code?: unknown } };
  return cause?.code;
};

const secondsIn = (header: string | null): { readonly seconds?: number } => {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { seconds } : {};
};

const jsonIn = (text: string): unknown => {
  try {
    return text.length > longestAnswer ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The body as JSON; `undefined` when it is none. */
export type ReadTaken = (json: unknown) => SmsAnswer;

const answerTo = async (
  response: Response,
  { unauthorized }: SmsPost,
  taken: ReadTaken,
): Promise<SmsAnswer> => {
  const { status } = response;
  if (status >= 200 && status < 300) return taken(jsonIn(await response.text()));
  await response.body?.cancel();
  if (status === 401 && unauthorized !== undefined) return unauthorized();
  if (status === 429 || status === 503)
    return { outcome: 'later', ...secondsIn(response.headers.get('retry-after')) };
  // Of any other trouble on its side nobody knows whether it came before the message was taken.
  return status >= 500 ? { outcome: 'unsure' } : { outcome: 'refused', failure: 'gateway' };
};

/** Hands a message over once. Never rejects: what is not known is `unsure`. */
export const postSms = async (http: SmsHttp, post: SmsPost, taken: ReadTaken): Promise<SmsAnswer> => {
  try {
    const response = await http.fetch(post.address, {
      method: 'POST',
      redirect: 'error',
      headers: {
        authorization: post.authorization,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(post.body),
      signal: AbortSignal.timeout(http.timeout),
    });
    return await answerTo(response, post, taken);
  } catch (error) {
    return unreached.has(causeOf(error)) ? { outcome: 'later' } : { outcome: 'unsure' };
  }
};

/** RFC 7617. */
export const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;
