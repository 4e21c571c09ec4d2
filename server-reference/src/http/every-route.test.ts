import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf, routes, type Route, type RouteName } from '@venterum/contract';
import { routeSchemas } from '@venterum/contract/schemas';
import { openWorld } from '../server-world.fixtures.test.ts';
import { aboutTenant, openScene, type Asker } from '../services/policy.fixtures.test.ts';

const names = Object.keys(routes) as RouteName[];

/** Somebody whom each route answers, so that what is looked at is not the refusal of a stranger. */
const welcome = (name: RouteName): Exclude<Asker, 'nobody'> => {
  if (name.startsWith('members.')) return 'manager';
  return /^(visits\.(join|leave)|clinics\.own|consents)/.test(name) ? 'employee' : 'doctor';
};

test('A6: no route sets a cookie, granted or refused: a session is a bearer token and nothing else', async (t) => {
  const { world, sessions, things } = await openScene(await openWorld(t));
  const requests = aboutTenant('clinic-lund', things['clinic-lund']);
  for (const name of names) {
    for (const as of [sessions[welcome(name)], sessions.guest, undefined]) {
      const asking = { ...requests[name], ...(as === undefined ? {} : { as }) };
      const { headers, status } = await world.send(name, asking);
      assert.deepEqual(headers.getSetCookie(), [], `${name} ${String(status)}`);
    }
  }
  for (const path of [
    '/v1/events',
    '/healthz',
    '/readyz',
    '/metrics',
    '/docs',
    '/openapi.json',
    '/nothing',
  ]) {
    const headers = { authorization: `Bearer ${sessions.guest.token}`, cookie: 'session=theirs' };
    const response = await world.server.app.request(path, { headers });
    assert.deepEqual(response.headers.getSetCookie(), [], path);
    await response.body?.cancel();
  }
});

test('A6: a token in a cookie, an address or another header signs nobody in', async (t) => {
  const { world, sessions, things } = await openScene(await openWorld(t));
  const { token } = sessions.doctor;
  const requests = aboutTenant('clinic-lund', things['clinic-lund']);
  const guarded = names.filter((name) => name !== 'config.get' && name !== 'sessions.create');
  for (const name of guarded.filter((one) => routes[one].method === 'GET')) {
    const path = pathOf(name, requests[name].id);
    for (const [address, headers] of [
      [path, { cookie: `session=${token}; token=${token}; __Host-session=${token}` }],
      [`${path}?token=${token}&access_token=${token}`, {}],
      [path, { 'x-authorization': `Bearer ${token}` }],
      [path, { authorization: `Basic ${token}` }],
    ] as const) {
      const response = await world.server.app.request(address, { headers });
      assert.equal(response.status, 401, `${name} ${JSON.stringify(headers)}`);
    }
  }
});

test('E8: whatever changes something is refused as a form of another site would send it', async (t) => {
  const { world, sessions, things } = await openScene(await openWorld(t));
  const requests = aboutTenant('clinic-lund', things['clinic-lund']);
  for (const name of names) {
    const { method }: Route = routes[name];
    if (method === 'GET') continue;
    const { id, query = '', body } = requests[name] as { id?: string; query?: string; body?: unknown };
    const path = pathOf(name, id) + query;
    const authorization = `Bearer ${sessions[welcome(name)].token}`;
    const crossSite = { authorization, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const cross = await world.server.app.request(path, { method, headers: crossSite, ...text });
    assert.equal(cross.status, 403, `${name}: Sec-Fetch-Site`);
    if (body === undefined) continue;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { authorization, 'content-type': type };
      const simple = await world.server.app.request(path, { method, headers, ...text });
      assert.equal(simple.status, 415, `${name}: ${type}`);
    }
  }
});

test('E8: reading changes nothing, asked by anybody and however often', async (t) => {
  const { world, sessions, things } = await openScene(await openWorld(t));
  const { store } = world.server.ports;
  const { visitId } = things['clinic-lund'];
  const kept = (): Promise<string> =>
    store.read(async (tx) =>
      JSON.stringify([
        await tx.visits.get(visitId),
        await tx.clinics.get('clinic-lund'),
        await tx.members.ofClinic('clinic-lund', 200),
        await tx.invites.ofClinic('clinic-lund', 100),
      ]),
    );
  const before = await kept();
  const requests = aboutTenant('clinic-lund', things['clinic-lund']);
  for (const name of names.filter((one) => routes[one].method === 'GET')) {
    for (const as of Object.values(sessions)) await world.send(name, { ...requests[name], as });
  }
  assert.equal(await kept(), before);
});

/** Names that would give rights, or that objects treat in a way of their own. */
const dangerous = [
  ...[
    'role',
    'roles',
    'clinicId',
    'clinicIds',
    'priority',
    'state',
    'admitted',
    'joinedBy',
    'principalId',
    'id',
  ],
  ...['kind', 'member', 'session', 'idleSeconds', 'expiresAt', 'isAdmin', 'test'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
];

const knows = (name: RouteName, field: string): boolean => {
  const { body } = routeSchemas[name];
  const shapes = 'options' in body ? body.options : [body];
  return shapes.some((shape) => 'shape' in shape && Object.hasOwn(shape.shape, field));
};

for (const name of names.filter((one) => routes[one].method !== 'GET'))
  test(`B3: ${name} refuses every field it does not know, by name, and does nothing`, async (t) => {
    const { world, sessions, things } = await openScene(await openWorld(t));
    const {
      id,
      query = '',
      body = {},
    } = aboutTenant('clinic-lund', things['clinic-lund'])[name] as {
      readonly id?: string;
      readonly query?: string;
      readonly body?: object;
    };
    const as = sessions[welcome(name)];
    const { method }: Route = routes[name];
    for (const field of dangerous.filter((one) => !knows(name, one))) {
      for (const value of ['"manager"', 'true', '{"admin":true}', '[1]']) {
        const known = JSON.stringify(body).slice(1, -1);
        const response = await world.server.app.request(pathOf(name, id) + query, {
          method,
          headers: { authorization: `Bearer ${as.token}`, 'content-type': 'application/json' },
          body: `{${known === '' ? '' : `${known},`}"${field}":${value}}`,
        });
        const problem = (await response.json()) as { readonly code?: string; readonly fields?: string[] };
        assert.equal(problem.code, 'request-invalid', `${field}: ${value}`);
        // A route without a body refuses the whole of it.
        assert.ok(
          problem.fields?.every((one) => one === `/${field}` || one === ''),
          String(problem.fields),
        );
      }
    }
    assert.equal(Object.hasOwn(Object.prototype, 'admin'), false);
    assert.equal((await world.send('sessions.activity', { as })).status, 200, 'still signed in');
  });

test('B2: C11: no answer to a guest or another joiner holds a number, a reason or a telephone number', async (t) => {
  const { world, sessions, things } = await openScene(await openWorld(t));
  const { visit } = await world.citizenWaits();
  const { token } = await world.invite(sessions.doctor, visit.id);
  const beside = await world.redeem(token, 'another-device-of-a-guest');
  const secrets = /2512489996|251248-9996|\+45\d{8}|Hoste/;
  const clinic = await world.send('visits.list', { as: sessions.doctor, query: '?clinic=clinic-lund' });
  assert.match(clinic.text, secrets, 'the clinic is told');
  for (const as of [sessions.guest, beside, sessions.employee, sessions.otherCitizen]) {
    for (const visitId of [visit.id, things['clinic-lund'].visitId]) {
      const requests = aboutTenant('clinic-lund', { ...things['clinic-lund'], visitId });
      for (const name of names.filter((one) => one !== 'sessions.end' && one !== 'sessions.create')) {
        const { text } = await world.send(name, { ...requests[name], as });
        assert.doesNotMatch(text.replaceAll('+4570000000', ''), secrets, name);
      }
    }
  }
});
