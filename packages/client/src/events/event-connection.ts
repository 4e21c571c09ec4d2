import { instantOf } from '../instant-of.ts';
import type { Instant, SequencedEvent, SessionEnd } from '@venterum/contract';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import { endOf } from '../session/send-in-session.ts';
import { readProblem } from '../transport/answer.ts';
import { createSequence } from './sequence.ts';
import { createSseParser } from './sse-parser.ts';

/** What a connection needs. */
export interface ConnectionParts {
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly onWake: (wake: () => void) => () => void;
  /** A token, or a refusal: then nothing is tried until somebody starts it again. */
  readonly token: () => Promise<string>;
  readonly replace: (used: string, reason: SessionEnd) => Promise<string>;
  /** `token`: the one this stream was opened with. */
  readonly onEvent: (event: SequencedEvent, token: string) => void;
  readonly onOffline: (since: Instant | undefined) => void;
  /** It gave up: there is no session. */
  readonly onStopped: () => void;
}

/** No headers for so long, and it is tried again. */
const OPEN_TIMEOUT = 15_000;
/** No byte for so long (the server pings every 15 s), and the connection is dead. */
const SILENCE_TIMEOUT = 35_000;
/** A page that wakes up does not wait for the watchdog. */
const SILENCE_AT_WAKE = 20_000;
/** A loss shorter than this is nobody's concern. */
const NOTICE_AFTER = 1000;
/** A connection that lasted so long was a good one: the next attempt is a quick one again. */
const STEADY_AFTER = 5000;
/** Longest pause before the first, second and every later attempt; the real one is random. */
const PAUSES = [500, 5000] as const;
const LONGEST_PAUSE = 10_000;

const giveUpCodes: readonly string[] = [
  'unauthenticated',
  'session-ended',
  'login-refused',
  'login-cancelled',
];

/** One event stream that comes back by itself, where it left off. */
export class EventConnection {
  readonly #parts: ConnectionParts;
  readonly #sequence = createSequence();
  #attempt: AbortController | undefined;
  #token = '';
  #failures = 0;
  #lostAt: Instant | undefined;
  #isNoticed = false;
  #lastByteAt = 0;
  #connectedAt: number | undefined;
  #cancelRetry: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;
  #cancelNotice: (() => void) | undefined;
  #stopWaking: (() => void) | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** Connects and stays connected. */
  start(): void {
    this.#stopWaking ??= this.#parts.onWake(() => {
      this.#wake();
    });
    this.#connect();
  }

  /** Ends it; nothing is heard afterwards. */
  stop(): void {
    this.#stopWaking?.();
    this.#stopWaking = undefined;
    this.#cancelNotice?.();
    this.#drop();
  }

  #drop(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#cancelWatch?.();
    const attempt = this.#attempt;
    this.#attempt = undefined;
    attempt?.abort();
  }

  #connect(): void {
    this.#drop();
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#watch(OPEN_TIMEOUT);
    this.#read(attempt).then(
      () => {
        if (this.#attempt === attempt) this.#lost();
      },
      (error: unknown) => {
        if (this.#attempt === attempt) this.#failed(error);
      },
    );
  }

  async #read(attempt: AbortController): Promise<void> {
    const body = await this.#open(attempt.signal);
    if (this.#attempt !== attempt) return;
    this.#connected();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    const parse = createSseParser(({ id, data }) => {
      if (this.#attempt === attempt) this.#message(id, data);
    });
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.#attempt !== attempt) return;
      this.#watch(SILENCE_TIMEOUT);
      parse(decoder.decode(value, { stream: true }));
    }
  }

  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { token, replace } = this.#parts;
    const first = await token();
    let response = await this.#fetch(first, signal);
    if (response.status === 401)
      response = await this.#fetch(await replace(first, endOf(await readProblem(response))), signal);
    if (!response.ok) throw await readProblem(response);
    if (response.body === null) throw new ProblemError('offline');
    return response.body;
  }

  #fetch(token: string, signal: AbortSignal): Promise<Response> {
    signal.throwIfAborted();
    this.#token = token;
    const lastId = this.#sequence.lastId();
    return this.#parts.fetch(this.#parts.address, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${token}`,
        ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      },
      signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  }

  #connected(): void {
    this.#watch(SILENCE_TIMEOUT);
    this.#connectedAt = this.#parts.clock.now();
    this.#cancelNotice?.();
    this.#cancelNotice = undefined;
    this.#lostAt = undefined;
    if (!this.#isNoticed) return;
    this.#isNoticed = false;
    this.#parts.onOffline(undefined);
  }

  #message(id: string, data: string): void {
    const event = this.#sequence.take(id, data);
    if (event === 'gap') {
      this.#parts.logger.warn('events missing, starting afresh');
      this.#lost();
    } else if (event !== 'known') {
      this.#parts.onEvent(event, this.#token);
    }
  }

  #failed(error: unknown): void {
    const { code } = error instanceof ProblemError ? toFailure(error) : { code: 'offline' };
    this.#parts.logger.warn('event stream failed', { code });
    if (giveUpCodes.includes(code)) {
      this.stop();
      this.#parts.onStopped();
    } else this.#lost();
  }

  #lost(): void {
    const { clock, random, onOffline } = this.#parts;
    this.#drop();
    const lasted = this.#connectedAt === undefined ? 0 : clock.now() - this.#connectedAt;
    this.#connectedAt = undefined;
    if (lasted >= STEADY_AFTER) this.#failures = 0;
    this.#lostAt ??= instantOf(clock);
    const since = this.#lostAt;
    this.#cancelNotice ??= clock.after(NOTICE_AFTER, () => {
      this.#isNoticed = true;
      onOffline(since);
    });
    const pause = random() * (PAUSES[this.#failures] ?? LONGEST_PAUSE);
    this.#failures += 1;
    this.#cancelRetry = clock.after(pause, () => {
      this.#connect();
    });
  }

  #watch(milliseconds: number): void {
    this.#cancelWatch?.();
    this.#lastByteAt = this.#parts.clock.now();
    this.#cancelWatch = this.#parts.clock.after(milliseconds, () => {
      this.#lost();
    });
  }

  #wake(): void {
    const silence = this.#parts.clock.now() - this.#lastByteAt;
    if (this.#cancelRetry !== undefined || silence > SILENCE_AT_WAKE) this.#connect();
  }
}
