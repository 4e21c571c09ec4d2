import {
  routes,
  type PublicConfig,
  type Route,
  type RouteName,
  type RouteShapes,
  type Support,
} from '@venterum/contract';
import { systemClock, type Clock } from './clock.ts';
import type { Credentials } from './credentials/credentials.ts';
import { describe, type NotedProblem } from './diagnosis.ts';
import { EventHub } from './events/event-hub.ts';
import { onPageWake } from './events/on-wake.ts';
import type { SharedEvents } from './events/shared-events.ts';
import { instantOf } from './instant-of.ts';
import { silentLogger, type Logger } from './logger.ts';
import { ProblemError } from './problem-error.ts';
import { randomId, systemRandom } from './random-id.ts';
import type { RequestArguments } from './request-options.ts';
import { keptDeviceId } from './session/device-id.ts';
import { sendInSession } from './session/send-in-session.ts';
import { SessionKeeper } from './session/session-keeper.ts';
import type { ClientSession } from './session/session-state.ts';
import { createTransport, type Exchange, type Send, type TransportParts } from './transport/transport.ts';

/** What a client is made from. */
export interface ClientOptions {
  /** Base address of the server, e.g. `https://video.example.dk`. */
  readonly server: string;
  /** Where sessions come from. */
  readonly credentials: Credentials;
  /** Default: the page's own `fetch`, looked up at each call. */
  readonly fetch?: typeof fetch;
  /** Default: the browser's time. */
  readonly clock?: Clock;
  /** From 0 up to 1, for jitter. Default: `Math.random`. */
  readonly random?: () => number;
  /** Default: writes nothing. */
  readonly logger?: Logger;
  /**
   * `shared`: anybody may come to this screen. It is warned of and ended when nobody does anything, the next person at
   * the device ends it everywhere, and who comes after an end says anew who they are. `personal`: nobody else does, so
   * an end is renewed without asking. Default: `shared`.
   */
  readonly device?: 'shared' | 'personal';
  /** Names this browser to the server, 16-64 URL-safe characters. Default: of a shared device and of a guest’s, one that is kept; else new. */
  readonly deviceId?: string;
  /** Calls its argument when the page is back: online, visible or restored. Default: the page's own events. */
  readonly onWake?: (wake: () => void) => () => void;
}

/** Which events: a clinic's, for its members, or one's own visits. */
export interface EventScope {
  readonly clinicId?: string;
}

/** One server, one session, one event stream per scope: what every element on a page shares. */
export interface VenterumClient {
  /** Base address without a slash at the end. */
  readonly server: string;
  readonly session: ClientSession;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whom to ask for help, once {@link config} has answered. */
  readonly support: Support | undefined;
  /**
   * Asks a route and answers what it answers. Rejects with a `ProblemError`, or with the signal's reason.
   * Makes or renews the session as needed.
   */
  request<Name extends RouteName>(
    name: Name,
    ...options: RequestArguments<Name>
  ): Promise<RouteShapes[Name]['answer']>;
  /** What may be known before anybody logs in; asked for once. */
  config(): Promise<PublicConfig>;
  /** The shared event stream of a scope. */
  events(scope?: EventScope): SharedEvents;
  /** A text to copy to the support: versions, server, kind of session, last problem. No personal data. */
  diagnosis(): string;
  /** Closes streams and timers and forgets the session here; the server's ends by itself. */
  dispose(): void;
}

const withoutSlash = (server: string): string => server.replace(/\/+$/, '');

type AnyRequest = Omit<Exchange, 'name' | 'token'> & { readonly background?: boolean };

interface Wiring extends TransportParts {
  readonly logger: Logger;
  readonly onWake: (wake: () => void) => () => void;
}

const wire = (options: ClientOptions): Wiring => ({
  server: withoutSlash(options.server),
  fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  clock: options.clock ?? systemClock,
  random: options.random ?? systemRandom,
  logger: options.logger ?? silentLogger,
  onWake: options.onWake ?? onPageWake,
});

/** Sends and keeps note of the last problem. */
const createNotedSend = (wiring: Wiring, note: (problem: NotedProblem) => void): Send => {
  const send = createTransport(wiring);
  return async (exchange) => {
    try {
      return await send(exchange);
    } catch (error) {
      if (error instanceof ProblemError) {
        const { code, correlationId } = error;
        note({ route: exchange.name, code, correlationId, at: instantOf(wiring.clock) });
        wiring.logger.warn('request refused', { route: exchange.name, code, correlationId });
      }
      throw error;
    }
  };
};

const createConfig = (send: Send): (() => Promise<PublicConfig>) => {
  let asked: Promise<PublicConfig> | undefined;
  return () => {
    asked ??= send({ name: 'config.get' }).then(
      (answer) => answer as PublicConfig,
      (error: unknown) => {
        asked = undefined;
        throw error;
      },
    );
    return asked;
  };
};

const createHubs = (wiring: Wiring, keeper: SessionKeeper) => {
  const hubs = new Map<string, EventHub>();
  return {
    get: ({ clinicId = '' }: EventScope): SharedEvents => {
      const search = clinicId && `?${new URLSearchParams({ clinic: clinicId }).toString()}`;
      const hub =
        hubs.get(clinicId) ??
        new EventHub({ ...wiring, keeper, address: `${wiring.server}/v1/events${search}` });
      hubs.set(clinicId, hub);
      return hub;
    },
    dispose: (): void => {
      for (const hub of hubs.values()) hub.dispose();
      hubs.clear();
    },
  };
};

/** Makes a client. Nothing is sent before something is asked. */
export const createClient = (options: ClientOptions): VenterumClient => {
  const wiring = wire(options);
  let problem: NotedProblem | undefined;
  let support: Support | undefined;
  const send = createNotedSend(wiring, (noted) => {
    problem = noted;
  });
  const askConfig = createConfig(send);
  const config = async (): Promise<PublicConfig> => {
    const answer = await askConfig();
    support = answer.support;
    return answer;
  };
  const { credentials, device = 'shared' } = options;
  const isKept = device === 'shared' || credentials.kind === 'invitation';
  const deviceId = options.deviceId ?? (isKept ? keptDeviceId() : randomId());
  const keeper = new SessionKeeper({ credentials, device, deviceId, config, send, clock: wiring.clock });
  const hubs = createHubs(wiring, keeper);
  return {
    server: wiring.server,
    session: keeper,
    clock: wiring.clock,
    logger: wiring.logger,
    get support() {
      return support;
    },
    request: async (name, ...[given]) => {
      const { background = false, ...rest }: AnyRequest = given ?? {};
      const { creates }: Route = routes[name];
      const key = creates === true ? { idempotencyKey: randomId() } : {};
      return (await sendInSession({ keeper, send }, { name, ...key, ...rest }, background)) as never;
    },
    config,
    events: (scope = {}) => hubs.get(scope),
    diagnosis: () => describe({ server: wiring.server, session: keeper.getState(), problem }),
    dispose: () => {
      hubs.dispose();
      keeper.forget();
    },
  };
};
