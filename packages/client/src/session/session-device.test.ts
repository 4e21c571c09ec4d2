import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { SessionEnd } from '@venterum/contract';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import type { ClientOptions, VenterumClient } from '../client.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { hostToken } from '../credentials/host-token.ts';
import { ProblemError } from '../problem-error.ts';
import { keptDeviceId } from './device-id.ts';
import type { SessionState } from './session-state.ts';

const setUp = async (t: TestContext): Promise<TestWorld> => {
  const world = await createTestWorld();
  t.after(() => world.dispose());
  return world;
};

const code = (wanted: string) => (error: unknown) => error instanceof ProblemError && error.code === wanted;
const exchanges = (world: TestWorld): number => world.network.to('POST', '/v1/sessions').length;
const refuseOnce = (world: TestWorld, ended: SessionEnd): void => {
  const refusal = Response.json({ code: 'session-ended', ended }, { status: 401 });
  world.network.fault(({ path }) => path === '/v1/visits', refusal);
};

interface Login extends Credentials {
  readonly asked: (boolean | undefined)[];
  forgotten: number;
}

/** Somebody at a login window. */
const login = (token: () => string): Login => {
  const credentials: Login = {
    kind: 'login',
    asked: [],
    forgotten: 0,
    grant: ({ deviceId }) => Promise.resolve({ grant: 'oidc', token: token(), deviceId }),
    signIn: (_provider, again) => Promise.resolve(void credentials.asked.push(again)),
    forget: () => Promise.resolve(void (credentials.forgotten += 1)),
  };
  return credentials;
};

const personal = (world: TestWorld, options: Partial<ClientOptions> = {}): VenterumClient =>
  world.client('citizen', { device: 'personal', ...options });

describe('session: on a shared device', () => {
  test('A3: a login is asked for anew when a request finds the session idle', async (t) => {
    const world = await setUp(t);
    const credentials = login(() => 'citizen');
    const client = world.clientWith({ credentials });
    await client.session.ensure();
    refuseOnce(world, 'idle');
    await assert.rejects(client.request('visits.list'), code('session-ended'));
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'idle' });
    assert.deepEqual([exchanges(world), credentials.forgotten], [1, 1]);
  });

  test('A3: a stream that comes back of itself brings no idle session back, and tells why it ended', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    client.events().listen({ event: () => undefined });
    while (client.session.getState().status !== 'active') await world.advance(1);
    world.network.offline = true;
    world.network.cut();
    await world.advance(6 * 60_000);
    world.network.offline = false;
    world.wake();
    while (client.session.getState().status !== 'ended') await world.advance(500);
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'idle' });
    assert.equal(exchanges(world), 1);
  });

  test('A5: what a manager or the next person ended is not renewed, whoever asks and wherever', async (t) => {
    for (const reason of ['revoked', 'taken-over', 'logged-out'] as const) {
      const world = await setUp(t);
      const client = personal(world);
      await client.session.ensure();
      refuseOnce(world, reason);
      await assert.rejects(client.request('visits.list'), code('session-ended'));
      assert.deepEqual(client.session.getState(), { status: 'ended', reason });
    }
  });

  test('A3: whoever was warned and then cut off is out here as well', async (t) => {
    const world = await setUp(t);
    const client = world.client('citizen');
    client.events().listen({ event: () => undefined });
    const warned = (): boolean => Object.hasOwn(client.session.getState(), 'endsAt');
    while (!warned()) await world.advance(1000);
    world.network.offline = true;
    world.network.cut();
    await world.advance(34_000);
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'idle' });
  });

  test('A3: staying takes the warning back, and its end', async (t) => {
    const world = await setUp(t);
    const client = world.client('citizen');
    client.events().listen({ event: () => undefined });
    const warned = (): boolean => Object.hasOwn(client.session.getState(), 'endsAt');
    while (!warned()) await world.advance(1000);
    await client.session.stay();
    assert.ok(!warned());
    await world.advance(40_000);
    assert.equal(client.session.getState().status, 'active');
  });

  test('A4: when the host brings somebody else, everything of the last one goes first', async (t) => {
    const world = await setUp(t);
    let who = 'employee';
    const client = world.clientWith({ credentials: hostToken(() => Promise.resolve(who)) });
    await client.session.ensure();
    const seen: SessionState['status'][] = [];
    client.session.subscribe(({ status }) => seen.push(status));
    who = 'otherEmployee';
    refuseOnce(world, 'idle');
    await client.request('visits.list');
    assert.deepEqual(seen, ['ended', 'active']);
  });

  test('A4: is one device from page to page, whoever is there, and where nothing can be kept a new one each time', (t) => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    t.after(() => {
      if (before === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
      else Object.defineProperty(globalThis, 'localStorage', before);
    });
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
    const id = keptDeviceId();
    assert.match(id, /^[0-9a-f]{32}$/);
    assert.equal(keptDeviceId(), id);
    assert.deepEqual([...kept.keys()], ['venterum.device']);
    const throwing = {
      configurable: true,
      get: () => {
        throw new Error('not allowed');
      },
    };
    Object.defineProperty(globalThis, 'localStorage', throwing);
    assert.notEqual(keptDeviceId(), keptDeviceId());
  });
});

describe('session: on somebody’s own device', () => {
  test('A3: one login a working day: an idle end is renewed by the next tap, without asking anybody', async (t) => {
    const world = await setUp(t);
    const credentials = login(() => 'citizen');
    const client = personal(world, { credentials });
    client.events().listen({ event: () => undefined });
    while (client.session.getState().status !== 'active') await world.advance(1);
    while (client.session.getState().status !== 'none') await world.advance(5000);
    await world.advance(60_000);
    assert.equal(exchanges(world), 1, 'nobody was there');
    await client.request('visits.list');
    assert.equal(client.session.getState().status, 'active');
    assert.deepEqual([exchanges(world), credentials.forgotten, credentials.asked], [2, 0, []]);
    assert.match(world.network.to('POST', '/v1/sessions')[0]?.body ?? '', /"device":"personal"/);
  });
});

describe('session: in place of another', () => {
  test('A2: A14: who signs in again is asked for anew, nothing on screen goes, and the session before is over', async (t) => {
    const world = await setUp(t);
    let at = '';
    const credentials = login(() => `manager${at}`);
    const client = world.clientWith({ credentials });
    await client.session.ensure();
    await world.advance(16 * 60_000);
    const add = () =>
      client.request('members.add', { id: 'clinic-lund', body: { name: 'Vikar', role: 'staff' } });
    await assert.rejects(add(), code('sign-in-again'));
    const seen: SessionState['status'][] = [];
    client.session.subscribe(({ status }) => seen.push(status));
    at = `@${world.clock.now()}`;
    await client.session.signIn('clinic');
    assert.deepEqual([credentials.asked, new Set(seen)], [[true], new Set(['active'])]);
    const { member, code: memberCode } = await add();
    assert.equal(member.status, 'invited');
    const { members } = await client.request('members.list', { id: 'clinic-lund' });
    assert.equal(members.find(({ name }) => name.startsWith('Leder'))?.sessions?.length, 1);
    const newcomer = world.client('newcomer');
    await assert.rejects(newcomer.session.ensure(), code('membership-required'));
    const principal = await newcomer.session.enrol(memberCode);
    assert.deepEqual(principal.kind === 'clinic-staff' && principal.clinicIds, ['clinic-lund']);
  });

  test('giving up changes nothing for who is signed in', async (t) => {
    const world = await setUp(t);
    const credentials = login(() => 'manager');
    const client = world.clientWith({
      credentials: { ...credentials, signIn: () => Promise.reject(new ProblemError('login-cancelled')) },
    });
    await client.session.ensure();
    await assert.rejects(client.session.signIn('clinic'), code('login-cancelled'));
    assert.equal(client.session.getState().status, 'active');
    await client.request('members.list', { id: 'clinic-lund' });
    assert.equal(exchanges(world), 1);
  });
});
