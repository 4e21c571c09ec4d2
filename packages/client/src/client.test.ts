import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test, type TestContext } from 'node:test';
import { createTestWorld, settle, type TestWorld } from '@venterum/testing';
import type { RequestArguments } from './request-options.ts';
import { version } from './version.ts';

const setUp = async (t: TestContext): Promise<TestWorld> => {
  const world = await createTestWorld();
  t.after(() => world.dispose());
  return world;
};

describe('createClient', () => {
  test('takes a server’s address with or without a slash', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee', { server: 'https://video.example.dk//' });
    assert.equal(client.server, 'https://video.example.dk');
    await client.config();
  });

  test('a key per creation, unless one is given', async (t) => {
    const world = await setUp(t);
    const client = world.client('citizen');
    await client.request('visits.join', { body: {} });
    await client.request('visits.join', { body: {}, idempotencyKey: 'mine' }).catch(() => undefined);
    await client.request('visits.list');
    const keys = world.network.requests
      .filter(({ path }) => path === '/v1/visits')
      .map(({ headers }) => headers.get('idempotency-key'));
    assert.match(keys[0] ?? '', /^[0-9a-f]{32}$/);
    assert.deepEqual(keys.slice(1), ['mine', null]);
  });

  test('P12: the diagnosis names versions, server, session and the last problem', async (t) => {
    const world = await setUp(t);
    const client = world.client('employee');
    await client.request('visits.get', { id: 'unknown' }).catch(() => undefined);
    const text = client.diagnosis();
    assert.match(text, new RegExp(`^Venterum ${version}\nServer: video.example.dk\n`));
    assert.match(text, /Session: active, municipal-employee\n/);
    assert.match(text, /Last problem: visit-not-found, visits\.get, [\w-]+, 2026-/);
  });

  test('A12: neither log nor diagnosis nor error holds a token or anything personal', async (t) => {
    const world = await setUp(t);
    const lines: unknown[] = [];
    const log = (...line: unknown[]): void => {
      lines.push(line);
    };
    const client = world.client('citizen', { logger: { debug: log, warn: log } });
    client.events().listen({ event: () => undefined });
    await client.request('visits.join', { body: { reason: 'Hemmelig grund' } });
    world.network.fault(() => true, Response.json({ code: 'session-ended' }, { status: 401 }), 6);
    const error: unknown = await client
      .request('visits.join', { body: { reason: 'Hemmelig grund' } })
      .catch(String);
    world.network.cut();
    await world.advance(30_000);
    const bearers = world.network.requests.map(({ headers }) =>
      (headers.get('authorization') ?? '').slice(7),
    );
    const text = JSON.stringify([lines, error, client.diagnosis(), client.session.getState()]);
    assert.ok(lines.length > 0);
    for (const secret of [...bearers.filter(Boolean), 'Hemmelig', 'Bearer'])
      assert.ok(!text.includes(secret), secret);
  });

  test('disposed, nothing goes on', async (t) => {
    const world = await setUp(t);
    const client = world.client('doctor');
    client.events({ clinicId: 'clinic-lund' }).listen({ event: () => undefined });
    await client.session.ensure();
    client.dispose();
    await settle();
    const { length } = world.network.requests;
    await world.advance(60_000);
    assert.equal(world.network.requests.length, length);
  });

  test('can be imported where there is no page', async () => {
    const entries = await Promise.all([import('./index.ts'), import('./oidc.ts')]);
    assert.ok(entries.every((entry) => Object.keys(entry).length > 0));
  });

  test('says the version of its package', async () => {
    const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    assert.equal(version, (JSON.parse(text) as { version: string }).version);
  });
});

type Accepts<Arguments, Given> = Given extends Arguments ? true : false;

test('requests are typed by their route', () => {
  const withoutOptions: readonly true[] = [
    true satisfies Accepts<RequestArguments<'visits.list'>, []>,
    true satisfies Accepts<RequestArguments<'config.get'>, []>,
  ];
  const needingOptions: readonly false[] = [
    false satisfies Accepts<RequestArguments<'visits.get'>, []>,
    false satisfies Accepts<RequestArguments<'visits.join'>, []>,
  ];
  assert.equal(withoutOptions.length, needingOptions.length);
  // @ts-expect-error: a route with an id in its path needs one
  const missing: RequestArguments<'visits.end'> = [{ body: { outcome: 'completed' } }];
  // @ts-expect-error: a route without a body takes none
  const needless: RequestArguments<'visits.call'> = [{ id: 'v', body: {} }];
  assert.ok(missing.length + needless.length);
});
