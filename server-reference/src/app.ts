import { Hono } from 'hono';
import { routes, type ProblemCode, type PublicConfig, type RouteName } from '@venterum/contract';
import { clientAddress } from './http/client-address.ts';
import { complete } from './http/complete.ts';
import type { AppContext, AppEnv } from './http/context.ts';
import { secureHeaders } from './http/headers.ts';
import { judgeOrigin } from './http/origins.ts';
import { problemHeaders, problemOf } from './http/problem.ts';
import { registerRoute, type Handler, type Handlers, type RegisterParts } from './http/register.ts';
import type { OpenSink } from './ports/event-sink.ts';
import { StoreUnavailableError } from './ports/store.ts';
import { clinicRoutes } from './routes/clinics.ts';
import { consentRoutes } from './routes/consents.ts';
import { registerEvents } from './routes/events.ts';
import { inviteRoutes } from './routes/invites.ts';
import { memberRoutes } from './routes/members.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { registerSmsReports } from './routes/sms-reports.ts';
import { registerSystem } from './routes/system.ts';
import { visitRoutes } from './routes/visits.ts';
import {
  createServices,
  logFault,
  type ServicePorts,
  type Services,
  type ServiceSettings,
} from './services/index.ts';
import { Refusal, type RefusalDetails } from './services/refusal.ts';

/** Everything the app stands on. */
export interface AppPorts extends ServicePorts {
  readonly openSink: OpenSink;
}

/** What the app is told. */
export interface AppSettings extends ServiceSettings {
  readonly publicConfig: PublicConfig;
  /** Origins of pages that may call, exactly as browsers write them. */
  readonly allowedOrigins: readonly string[];
  /** How many proxies of one's own stand before the server, each adding to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

/** The server without a socket. */
export interface ReferenceApp {
  readonly app: Hono<AppEnv>;
  /** Answers one request; usable as a page's `fetch`, or as a handler of a mock. */
  fetch(request: Request): Promise<Response>;
  readonly services: Services;
  /** Stops timers and ends streams. The store is the giver's to close. */
  dispose(): Promise<void>;
}

const refuse = (
  c: AppContext,
  code: ProblemCode,
  more: { readonly details?: RefusalDetails; readonly headers?: Readonly<Record<string, string>> } = {},
): Response => {
  const problem = problemOf(code, c.get('correlationId'), more.details);
  c.set('code', code);
  const headers = { ...problemHeaders(problem), ...more.headers };
  return complete(c, { status: problem.status, text: JSON.stringify(problem), headers });
};

/** Around every request: an id, the origin's verdict, headers, and one line in the log. */
const around = (app: Hono<AppEnv>, ports: AppPorts, settings: AppSettings): void => {
  const { allowedOrigins, trustedProxies } = settings;
  app.use(async (c, next) => {
    const startedAt = performance.now();
    c.set('correlationId', ports.ids.id());
    c.set('label', 'none');
    c.set('address', clientAddress(c, trustedProxies));
    const verdict = judgeOrigin(c.req.raw, allowedOrigins);
    const headers = { ...secureHeaders, ...verdict.headers };
    c.set('headers', headers);
    c.set('complete', false);
    if (c.req.method === 'OPTIONS')
      c.res = verdict.allowed ? complete(c, { status: 204 }) : refuse(c, 'forbidden');
    else if (!verdict.allowed && c.req.method !== 'GET') c.res = refuse(c, 'forbidden');
    else await next();
    if (!c.get('complete')) withHeaders(c.res, headers);
    note(c, ports, performance.now() - startedAt);
  });
};

const withHeaders = (response: Response, headers: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
};

const note = (c: AppContext, { log, metrics }: AppPorts, milliseconds: number): void => {
  const route = c.get('label');
  const { status } = c.res;
  const code = c.get('code');
  const kind = c.get('kind');
  log.write({
    event: 'request',
    route,
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    correlationId: c.get('correlationId'),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
  });
  metrics.request({ route, status, seconds: milliseconds / 1000 });
};

/** Seconds: as long as another process may keep the database locked. */
const retryAfter = 5;

const onError =
  (ports: AppPorts) =>
  (error: unknown, c: AppContext): Response => {
    if (error instanceof Refusal) return refuse(c, error.code, { details: error.details });
    logFault(ports.log, c.get('label'), c.get('correlationId'))(error);
    if (error instanceof StoreUnavailableError) return refuse(c, 'unavailable', { details: { retryAfter } });
    return refuse(c, 'internal');
  };

const registerAll = (app: Hono<AppEnv>, handlers: Handlers, parts: RegisterParts): void => {
  for (const name of Object.keys(routes) as RouteName[]) {
    registerRoute<RouteName>(app, { name, handler: handlers[name] as Handler<RouteName> }, parts);
  }
};

/** What is asked with another method than those that exist, or not there at all. */
const registerRest = (app: Hono<AppEnv>): void => {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method !== 'ALL') methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, allowed] of methods) {
    app.all(path, (c) => {
      const headers = { Allow: [...allowed].join(', ') };
      return refuse(c, 'method-not-allowed', { headers });
    });
  }
  app.notFound((c) => refuse(c, 'route-not-found'));
};

/**
 * Makes the app out of ports: it knows neither process nor environment, so the same one runs behind a socket,
 * in a test, and in a page. `extend` adds routes of an adapter's own.
 */
export const createApp = (
  ports: AppPorts,
  settings: AppSettings,
  extend: (app: Hono<AppEnv>) => void = () => undefined,
): ReferenceApp => {
  const services = createServices(ports, settings);
  const app = new Hono<AppEnv>();
  around(app, ports, settings);
  app.onError(onError(ports));
  const handlers: Handlers = {
    'config.get': () => Promise.resolve(settings.publicConfig),
    ...sessionRoutes(services),
    ...clinicRoutes(services),
    ...memberRoutes(services.members),
    ...visitRoutes(services),
    ...inviteRoutes(services.invites, services.inviteAccess),
    ...consentRoutes(services.consents),
  };
  registerAll(app, handlers, { ...ports, ...services });
  registerEvents(app, { ...ports, ...services });
  registerSmsReports(app, { ...ports, ...services });
  registerSystem(app, ports);
  extend(app);
  registerRest(app);
  services.sweeper.start();
  return {
    app,
    fetch: async (request) => app.fetch(request),
    services,
    dispose: async () => {
      services.streams.dispose();
      services.presence.dispose();
      await services.sweeper.stop();
      await services.outbox.stop();
    },
  };
};
