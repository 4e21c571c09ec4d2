import { pathOf, routes, type Route, type RouteName } from '@venterum/contract';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem-error.ts';
import { readAnswer, readProblem } from './answer.ts';

/** One request on its way. */
export interface Exchange {
  readonly name: RouteName;
  readonly id?: string | undefined;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly token?: string;
}

/** What the transport needs. */
export interface TransportParts {
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Sends one request, again where that is safe. Rejects with a `ProblemError` or the signal's reason. */
export type Send = (exchange: Exchange) => Promise<unknown>;

const TIMEOUT = 15_000;
const ATTEMPTS = 3;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

const isRepeatable = ({ name, idempotencyKey }: Exchange): boolean => {
  const { method, creates }: Route = routes[name];
  return method === 'GET' || method === 'DELETE' || (creates === true && idempotencyKey !== undefined);
};

const headersOf = ({ token, idempotencyKey, body }: Exchange): Record<string, string> => ({
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
});

const addressOf = (server: string, { name, id, query = {} }: Exchange): string => {
  const known = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = new URLSearchParams(known).toString();
  return server + pathOf(name, id) + (search && `?${search}`);
};

const initOf = (exchange: Exchange, signal: AbortSignal): RequestInit => ({
  method: routes[exchange.name].method,
  headers: headersOf(exchange),
  ...(exchange.body === undefined ? {} : { body: JSON.stringify(exchange.body) }),
  signal,
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  // The end of a session outlives the page.
  ...(exchange.name === 'sessions.end' ? { keepalive: true } : {}),
});

/** Milliseconds before the next attempt, or `undefined` when there is none. */
const pauseAfter = (error: unknown, attempt: number, repeatable: boolean): number | undefined => {
  if (!(error instanceof ProblemError) || attempt + 1 >= ATTEMPTS) return undefined;
  const asked = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
  if (error.code === 'unavailable' && asked !== undefined) return asked <= LONGEST_PAUSE ? asked : undefined;
  const lost = error.code === 'offline' || error.code === 'unavailable';
  return lost && repeatable ? FIRST_PAUSE * 2 ** attempt : undefined;
};

const sendOnce = async (parts: TransportParts, exchange: Exchange): Promise<unknown> => {
  const { signal } = exchange;
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const cancelTimeout = parts.clock.after(TIMEOUT, abort);
  signal?.addEventListener('abort', abort);
  try {
    signal?.throwIfAborted();
    const response = await parts.fetch(
      addressOf(parts.server, exchange),
      initOf(exchange, controller.signal),
    );
    return response.ok ? await readAnswer(response) : await Promise.reject(await readProblem(response));
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof ProblemError ? error : new ProblemError('offline', { cause: error });
  } finally {
    cancelTimeout();
    signal?.removeEventListener('abort', abort);
  }
};

const sleep = (clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(milliseconds, done);
    signal?.addEventListener('abort', done);
  });

/**
 * Makes the transport. A request is repeated only where that cannot do it twice: reading, ending the session, creating
 * under an idempotency key, and whenever the server says that it did nothing and when to come back.
 */
export const createTransport =
  (parts: TransportParts): Send =>
  async (exchange) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await sendOnce(parts, exchange);
      } catch (error) {
        const pause = pauseAfter(error, attempt, isRepeatable(exchange));
        if (pause === undefined) throw error;
        await sleep(parts.clock, pause + parts.random() * FIRST_PAUSE, exchange.signal);
      }
    }
  };
