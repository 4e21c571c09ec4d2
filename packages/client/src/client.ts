import type { PublicConfig, RouteName, RouteShapes, Support, routes } from '@venterum/contract';
import type { Clock } from './clock.ts';
import type { Credentials } from './credentials/credentials.ts';
import type { SharedEvents } from './events/shared-events.ts';
import type { Logger } from './logger.ts';
import type { ClientSession } from './session/session-state.ts';

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
  /** Names this browser to the server, 16-64 URL-safe characters. Default: new with every client. */
  readonly deviceId?: string;
  /** Calls its argument when the page is back: online, visible or restored. Default: the page's own events. */
  readonly onWake?: (wake: () => void) => () => void;
}

/** Which events: a clinic's, for its members, or one's own visits. */
export interface EventScope {
  readonly clinicId?: string;
}

type IdOption<Name extends RouteName> = (typeof routes)[Name]['path'] extends `${string}{id}${string}`
  ? { readonly id: string }
  : { readonly id?: undefined };

type Option<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : { readonly [K in Key]: Value };

/** What goes with a request to a route. */
export type RequestOptions<Name extends RouteName> = IdOption<Name> &
  Option<'query', RouteShapes[Name]['query']> &
  Option<'body', RouteShapes[Name]['body']> & {
    /** For routes that create: one per intention, the same on every retry. Default: one per call. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
    /** Nobody asked for it: it does not renew a session that has ended. */
    readonly background?: boolean;
  };

/** The options, which may be left out where nothing in them is required. */
export type RequestArguments<Name extends RouteName> =
  Record<never, never> extends RequestOptions<Name>
    ? [options?: RequestOptions<Name>]
    : [options: RequestOptions<Name>];

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

/** Makes a client. Nothing is sent before something is asked. */
export const createClient = (_options: ClientOptions): VenterumClient => {
  throw new Error('not yet');
};
