import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { hostToken } from '../credentials/host-token.ts';
import { invitation } from '../credentials/invitation.ts';
import { ProblemError } from '../problem-error.ts';

const setUp = async (t: TestContext): Promise<TestWorld> => {
  const world = await createTestWorld();
  t.after(() => world.dispose());
  return world;
};

const code = (wanted: string) => (error: unknown) => error instanceof ProblemError && error.code === wanted;
const refusal = (): Response => Response.json({ code: 'session-ended' }, { status: 401 });
const exchanges = (world: TestWorld): number => world.network.to('POST', '/v1/sessions').length;

describe('session: made when needed', () => {
  test('nothing is sent before something is asked', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    assert.deepEqual(client.session.getState(), { status: 'none' });
    assert.equal(world.network.requests.length, 0);
  });

  test('ten requests at once make one session', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    await Promise.all(Array.from({ length: 10 }, () => client.request('visits.list')));
    assert.equal(exchanges(world), 1);
    const state = client.session.getState();
    assert.ok(state.status === 'active');
    assert.equal(state.principal.kind, 'municipal-employee');
    assert.ok(!('token' in state));
  });

  test('the configuration needs none and is asked for once', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    assert.deepEqual([client.support], [undefined]);
    await Promise.all([client.config(), client.config()]);
    assert.equal(world.network.requests.length, 1);
    assert.equal(client.support?.name, 'Support');
    assert.equal(exchanges(world), 0);
  });

  test('a configuration that could not be had is asked for again', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    world.network.fault(
      ({ path }) => path === '/v1/config',
      Response.json({ code: 'internal' }, { status: 500 }),
    );
    await assert.rejects(client.config(), code('internal'));
    await client.config();
  });

  test('what the host throws is a refused login', async (t) => {
    const world = await setUp(t);
    const client = world.clientWith({ credentials: hostToken(() => Promise.reject(new Error('host'))) });
    await assert.rejects(client.session.ensure(), code('login-refused'));
    assert.deepEqual(client.session.getState(), { status: 'failed', failure: { code: 'login-refused' } });
  });
});

describe('session: renewed when it ended', () => {
  test('A3: requests refused together renew once, and all get their answer', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    await client.session.ensure();
    world.network.fault(({ path }) => path === '/v1/visits', refusal(), 5);
    await Promise.all(Array.from({ length: 5 }, () => client.request('visits.list')));
    assert.equal(exchanges(world), 2);
    assert.equal(world.network.to('GET', '/v1/visits').length, 10);
  });

  test('refused again it gives up, and is asked for anew only by somebody', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    world.network.fault(({ path }) => path === '/v1/visits', refusal(), 2);
    await assert.rejects(client.request('visits.list'), code('session-ended'));
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'expired' });
    await assert.rejects(client.request('visits.list'), code('session-ended'));
    assert.equal(exchanges(world), 2);
    await client.session.renew();
    await client.request('visits.list');
    assert.equal(exchanges(world), 3);
  });

  test('A3: what nobody asked for brings no session back', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    await client.session.ensure();
    world.network.fault(({ path }) => path.startsWith('/v1/clinics'), refusal());
    const polling = client.request('clinics.get', { id: 'clinic-lund', background: true });
    await assert.rejects(polling, code('session-ended'));
    assert.equal(exchanges(world), 1);
  });

  test('a guest’s is not renewed: the link is for one device and one tap', async (t) => {
    const world = await setUp(t);
    const body = {
      clinicId: 'clinic-lund',
      recipients: [{ name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' }],
    } as const;
    await world.client('doctor').request('invites.send', { body });
    const token = await world.lastToken();
    const client = world.clientWith({ credentials: invitation(token) });
    await assert.rejects(client.session.ensure(), code('unauthenticated'));
    assert.deepEqual(client.session.getState(), { status: 'signed-out' });
    const before = exchanges(world);
    await client.session.redeem(' Kaja ');
    assert.equal(exchanges(world), before + 1);
    world.network.fault(({ path }) => path === '/v1/visits', refusal());
    await assert.rejects(client.request('visits.list'), code('session-ended'));
    assert.equal(exchanges(world), before + 1);
  });
});

describe('session: ended', () => {
  test('A4: signing out ends it on the server, even when the answer is lost', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    await client.session.ensure();
    const [{ headers } = { headers: new Headers() }] = [await client.request('visits.list')].map(
      () => world.network.requests.at(-1) ?? { headers: new Headers() },
    );
    world.network.fault(({ method }) => method === 'DELETE', 'lose-request');
    const out = client.session.signOut();
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'logged-out' });
    await world.advanceUntil(out);
    const authorization = headers.get('authorization') ?? '';
    const request = new Request('https://video.example.dk/v1/visits', { headers: { authorization } });
    assert.equal((await world.server.app.fetch(request)).status, 401);
  });

  test('A4: a session that arrives after signing out is ended at once', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    const asked = client.session.ensure();
    await client.config();
    await client.session.signOut();
    await assert.rejects(asked);
    while (world.network.to('DELETE', '/v1/sessions').length === 0) await world.advance(1);
    assert.equal(client.session.getState().status, 'ended');
  });

  test('an invitation is forgotten on signing out', async () => {
    const credentials = invitation('token-of-an-invitation');
    credentials.redeem?.('Kaja');
    const context = { deviceId: 'device', providers: [] };
    assert.ok(await credentials.grant(context));
    await credentials.forget();
    assert.equal(await credentials.grant(context), undefined);
  });

  test('A3: a login that idled is asked for anew', async (t) => {
    const world = await setUp(t);
    let forgotten = 0;
    const client = world.clientWith({
      credentials: {
        kind: 'login',
        grant: ({ deviceId }) => Promise.resolve({ grant: 'oidc', token: 'citizen', deviceId }),
        forget: () => Promise.resolve(void (forgotten += 1)),
      },
    });
    client.events().listen({ event: () => undefined });
    while (client.session.getState().status !== 'ended') await world.advance(5000);
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'idle' });
    assert.equal(forgotten, 1);
  });
});
