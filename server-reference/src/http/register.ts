import type { Hono } from 'hono';
import { routes, type Route, type RouteName, type RouteShapes } from '@venterum/contract';
import { routeSchemas } from '@venterum/contract/schemas';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReadTransaction, DataStore, Transaction } from '../ports/store.ts';
import type { Caller } from '../services/caller.ts';
import type { Holds, Idempotency } from '../services/idempotency.ts';
import { checkPolicy, policies, type Policy } from '../services/policy.ts';
import { found, Refusal } from '../services/refusal.ts';
import type { Sessions } from '../services/sessions.ts';
import { complete } from './complete.ts';
import type { AppContext, AppEnv } from './context.ts';
import { parseJson, readBody } from './read-body.ts';
import { validate } from './validate.ts';

/** A request that has been let in and understood. */
export interface RouteRequest<N extends RouteName> {
  /** Who asks; not on routes for anyone. */
  readonly caller: Caller;
  /** The `{id}` of the path. */
  readonly id: string;
  /** Where the request comes from, as the network tells. */
  readonly address: string;
  readonly query: RouteShapes[N]['query'];
  readonly body: RouteShapes[N]['body'];
  /** Of the request; the same when it is asked again. */
  readonly key: string | undefined;
  /** One unit of work; on routes that create something, done once per Idempotency-Key, as long as its answer holds. */
  readonly write: <T>(work: (tx: Transaction) => Promise<T>, holds?: Holds<T>) => Promise<T>;
  readonly read: <T>(work: (tx: ReadTransaction) => Promise<T>) => Promise<T>;
}

/** Calls services and answers. */
export type Handler<N extends RouteName> = (request: RouteRequest<N>) => Promise<RouteShapes[N]['answer']>;

/** One handler for every route; a route without one does not compile. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };

/** What the registration needs. */
export interface RegisterParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly store: DataStore;
  readonly sessions: Sessions;
  readonly idempotency: Idempotency;
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,128})$/;
const keyShape = /^[A-Za-z0-9_-]{1,128}$/;

/** Who asks, when the policy wants to know. Refuses `session-ended` and what {@link checkPolicy} does. */
export const admit = async (
  c: AppContext,
  policy: Policy,
  { sessions, clock }: Pick<RegisterParts, 'sessions' | 'clock'>,
): Promise<Caller | undefined> => {
  if (policy === 'anyone') return undefined;
  const [, token] = bearer.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw new Refusal('unauthenticated');
  const caller = await sessions.authenticate(token);
  c.set('kind', caller.principal.kind);
  checkPolicy(policy, caller, { id: c.req.param('id') ?? '', clock });
  return caller;
};

const queryOf = (c: AppContext, name: RouteName): unknown => {
  const query = c.req.query();
  return noQuery.has(name) && Object.keys(query).length === 0 ? undefined : query;
};

const without = (part: 'query' | 'body'): ReadonlySet<string> =>
  new Set(
    Object.entries(routeSchemas).flatMap(([name, schemas]) =>
      schemas[part].safeParse(undefined).success ? [name] : [],
    ),
  );

const noQuery = without('query');
const noBody = without('body');

const emptyObject = /^\s*\{\s*\}\s*$/;

/** An empty object is as good as no body where none is wanted. */
const bodyOf = (name: RouteName, text: string): unknown =>
  parseJson(noBody.has(name) && emptyObject.test(text) ? '' : text);

const keyOf = (c: AppContext): string | undefined => {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !keyShape.test(key)) throw new Refusal('request-invalid', { fields: [] });
  return key;
};

const writer = async (
  parts: RegisterParts,
  asked: {
    readonly name: RouteName;
    readonly id: string;
    readonly text: string;
    readonly caller: Caller | undefined;
  },
  key: string | undefined,
): Promise<RouteRequest<RouteName>['write']> => {
  const { name, id, text, caller } = asked;
  const route: Route = routes[name];
  if (key === undefined || route.creates !== true) return (work) => parts.store.transact(work);
  const requestHash = await parts.ids.hash(JSON.stringify([name, id, text]));
  // Where nobody is logged in yet, the answer is what logs in: it is made again, and kept nowhere.
  if (caller === undefined)
    return (work) => parts.idempotency.afresh({ scope: 'anyone', key, requestHash }, work);
  return (work, holds) =>
    parts.idempotency.once({ scope: caller.principal.id, key, requestHash }, work, holds);
};

const understood = async <N extends RouteName>(
  c: AppContext,
  name: N,
  parts: RegisterParts,
): Promise<RouteRequest<N>> => {
  const caller = await admit(c, policies[name], parts);
  if (caller !== undefined) await parts.sessions.use(caller.session);
  const key = keyOf(c);
  const text = await readBody(c.req.raw);
  const id = c.req.param('id') ?? '';
  return {
    get caller() {
      return found(caller, 'unauthenticated');
    },
    id,
    key,
    address: c.get('address'),
    // The agreement test of the contract ties each schema to the type of its route.
    query: validate(routeSchemas[name].query, queryOf(c, name)) as RouteShapes[N]['query'],
    body: validate(routeSchemas[name].body, bodyOf(name, text)) as RouteShapes[N]['body'],
    write: await writer(parts, { name, id, text, caller }, key),
    read: (work) => parts.store.read(work),
  };
};

const json = { 'Content-Type': 'application/json' };

const statusOf = (name: RouteName, answer: unknown): 200 | 201 | 204 => {
  if (answer === undefined) return 204;
  const route: Route = routes[name];
  return route.creates === true ? 201 : 200;
};

/** Puts one route of the contract into the app: policy, schemas, idempotency and answer, the same for all. */
export const registerRoute = <N extends RouteName>(
  app: Hono<AppEnv>,
  { name, handler }: { readonly name: N; readonly handler: Handler<N> },
  parts: RegisterParts,
): void => {
  const { method, path } = routes[name];
  app.on(method, path.replace('{id}', ':id'), async (c) => {
    c.set('label', name);
    const answer = await handler(await understood(c, name, parts));
    const status = statusOf(name, answer);
    return complete(c, {
      status,
      ...(status === 204 ? {} : { text: JSON.stringify(answer), headers: json }),
    });
  });
};
