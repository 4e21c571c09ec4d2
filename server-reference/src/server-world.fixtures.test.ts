import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  pathOf,
  routes,
  type ClinicVisit,
  type Consent,
  type Invite,
  type InviteStatus,
  type JoinerVisit,
  type Problem,
  type RouteName,
  type RouteShapes,
  type Session,
} from '@venterum/contract';
import { routeSchemas } from '@venterum/contract/schemas';
import {
  FakeClock,
  testClinics,
  testDirectory,
  testVerifier,
  type TestLogin,
} from '@venterum/testing/server';
import { temporaryStore } from './adapters/sqlite/temporary-store.fixtures.test.ts';
import { createMemoryServer, type LogEvent, type MemoryServer, type MemoryServerOptions } from './index.ts';

/** Both embedded stores; what holds on one must hold on the other. */
export const storeKinds = ['memory', 'SQLite'] as const;

/** Which store a test runs on. */
export type StoreKind = (typeof storeKinds)[number];

/** An answer, read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly problem: Problem;
}

/** What a request carries besides its route. */
export interface Asking<N extends RouteName> {
  readonly as?: Session;
  readonly id?: string;
  readonly query?: string;
  readonly body?: RouteShapes[N]['body'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server to ask, with time in the test's hands. */
export class World {
  readonly clock = new FakeClock();
  readonly log: LogEvent[] = [];
  readonly server: MemoryServer;

  constructor(server: MemoryServer, parts: { clock: FakeClock; log: LogEvent[] }) {
    this.server = server;
    this.clock = parts.clock;
    this.log = parts.log;
  }

  /** Sends a request and reads the answer, whatever it is. */
  async send<N extends RouteName>(name: N, asking: Asking<N> = {}): Promise<Answered> {
    const { as, id, query, body, headers } = asking;
    const response = await this.server.app.request(pathOf(name, id) + (query ?? ''), {
      method: routes[name].method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
    const problem = (isProblem ? JSON.parse(text) : { code: undefined }) as Problem;
    return { status: response.status, headers: response.headers, text, problem };
  }

  /** Sends a request that must succeed, and checks the answer against its strict schema. */
  async ask<N extends RouteName>(name: N, asking: Asking<N> = {}): Promise<RouteShapes[N]['answer']> {
    const { status, text } = await this.send(name, asking);
    assert.ok(status < 300, `${name}: ${String(status)} ${text}`);
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return routeSchemas[name].answer.parse(answer);
  }

  /** The code a request is refused with. */
  async refusal<N extends RouteName>(name: N, asking: Asking<N> = {}): Promise<string | undefined> {
    const { problem, status } = await this.send(name, asking);
    return status < 300 ? `answered ${String(status)}` : problem.code;
  }

  login(login: TestLogin, deviceId?: string): Promise<Session> {
    const device = deviceId === undefined ? {} : { deviceId };
    return this.ask('sessions.create', { body: { grant: 'oidc', token: login, ...device } });
  }

  declare(as: Session): Promise<Consent> {
    return this.ask('consents.record', {
      as,
      body: { purpose: 'declaration', textVersion: '2026-11', language: 'da' },
    });
  }

  /** A citizen in the queue of the first clinic. */
  async citizenWaits(): Promise<{ readonly citizen: Session; readonly visit: JoinerVisit }> {
    const citizen = await this.login('citizen');
    this.clock.jump(1);
    return { citizen, visit: await this.ask('visits.join', { as: citizen, body: {} }) };
  }

  /** An employee in the queue of the first clinic for somebody without a number. */
  async employeeWaits(
    reason = 'Hoste',
  ): Promise<{ readonly employee: Session; readonly visit: JoinerVisit }> {
    const employee = await this.login('employee');
    const { id: consentId } = await this.declare(employee);
    const body = { clinicId: 'clinic-lund', reason, consentId };
    this.clock.jump(1);
    return { employee, visit: await this.ask('visits.join', { as: employee, body }) };
  }

  /** Invites one relative; answers the invitation and the token of its link. */
  async invite(as: Session, visitId?: string): Promise<{ readonly invite: Invite; readonly token: string }> {
    const { invites } = await this.ask('invites.send', {
      as,
      body: {
        clinicId: 'clinic-lund',
        recipients: [{ name: 'May Moberg', phone: '+4520123456', role: 'relative', language: 'da' }],
        ...(visitId === undefined ? {} : { visitId }),
      },
    });
    const [invite] = invites;
    assert.ok(invite);
    return { invite, token: await this.tokenTo('20 12 34 56') };
  }

  /** How far an invitation is, as the clinic sees it. */
  async inviteStatus(as: Session, id: string): Promise<InviteStatus | undefined> {
    const { invites } = await this.ask('invites.list', { as, query: '?clinic=clinic-lund' });
    return invites.find((one) => one.id === id)?.status;
  }

  /** The token of the link in the last message to a number, once it is sent. */
  async tokenTo(number: string): Promise<string> {
    await this.server.services.outbox.settled();
    const last = this.server.outbox
      .messages()
      .filter(({ to }) => to === number)
      .at(-1);
    return /#(\S+)$/.exec(last?.text ?? '')?.[1] ?? '';
  }

  redeem(token: string, deviceId = 'device-of-the-guest', name = 'May'): Promise<Session> {
    return this.ask('sessions.create', { body: { grant: 'invite', token, deviceId, name } });
  }

  async clinicVisit(as: Session, id: string): Promise<ClinicVisit> {
    const view = await this.ask('visits.get', { as, id });
    assert.equal(view.view, 'clinic');
    return view;
  }

  /** Moves time, and waits for what that sets off. */
  async pass(milliseconds: number): Promise<void> {
    await this.clock.advance(milliseconds, () => this.settled());
  }

  /** Waits for sweeps, units of work, streams and messages under way. */
  async settled(): Promise<void> {
    const { services } = this.server;
    await services.sweeper.settled();
    await this.#told();
    if (!services.outbox.isRunning) return;
    await services.outbox.settled();
    await this.#told();
  }

  async #told(): Promise<void> {
    const { services, ports } = this.server;
    for (let twice = 0; twice < 2; twice += 1) {
      await ports.store.transact(() => Promise.resolve());
      await services.streams.settled();
    }
  }
}

/** A server on one of the stores, gone when the test is over. */
export const openWorld = async (
  t: TestContext,
  kind: StoreKind = 'memory',
  options: Partial<MemoryServerOptions> = {},
): Promise<World> => {
  const clock = new FakeClock();
  const log: LogEvent[] = [];
  const server = await createMemoryServer({
    clinics: testClinics,
    directory: testDirectory,
    verifier: testVerifier,
    clock,
    log: { write: (event) => log.push(event) },
    ...(kind === 'SQLite' ? { openStore: (bus) => temporaryStore(t, bus) } : {}),
    ...options,
  });
  t.after(() => server.dispose());
  return new World(server, { clock, log });
};
