import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemSchema } from '@venterum/contract/schemas';
import { routes, type RouteName } from '@venterum/contract';
import { openWorld } from '../server-world.fixtures.test.ts';

const host = 'https://host.example.dk';

test('404, 405, 413 and 415 are problems with a code', async (t) => {
  const world = await openWorld(t);
  const { citizen } = await world.citizenWaits();
  const send = async (
    path: string,
    { headers, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    world.server.app.request(path, {
      ...init,
      headers: { authorization: `Bearer ${citizen.token}`, 'content-type': 'application/json', ...headers },
    });
  const code = async (response: Response): Promise<unknown> =>
    problemSchema.parse(await response.json()).code;

  assert.equal(await code(await send('/v1/nothing')), 'route-not-found');
  const wrong = await send('/v1/visits', { method: 'PUT' });
  assert.equal(wrong.headers.get('allow'), 'POST, GET');
  assert.equal(await code(wrong), 'method-not-allowed');
  const large = `{"reason":"${'æ'.repeat(33 * 1024)}"}`;
  assert.equal(
    await code(await send('/v1/visits', { method: 'POST', body: large })),
    'body-too-large',
    'bytes, not characters',
  );
  assert.equal(
    await code(await send('/v1/visits', { method: 'POST', body: large, headers: { 'content-length': '2' } })),
    'body-too-large',
    'whatever its length is said to be',
  );
  const headers = { 'content-length': '70000' };
  assert.equal(
    await code(await send('/v1/visits', { method: 'POST', body: '{}', headers })),
    'body-too-large',
  );
  const text = { 'content-type': 'text/plain' };
  assert.equal(
    await code(await send('/v1/visits', { method: 'POST', body: '{}', headers: text })),
    'media-type',
  );
  assert.equal(await code(await send('/v1/visits', { method: 'POST', body: '{' })), 'request-invalid');
});

test('B3: unknown fields and the names objects treat in their own way are refused, by pointer', async (t) => {
  const world = await openWorld(t);
  const citizen = await world.login('citizen');
  const post = async (body: string): Promise<unknown> => {
    const response = await world.server.app.request('/v1/visits', {
      method: 'POST',
      headers: { authorization: `Bearer ${citizen.token}`, 'content-type': 'application/json' },
      body,
    });
    return (problemSchema.parse(await response.json()).fields ?? [])[0];
  };
  for (const name of ['role', 'priority', 'state', 'joinedBy', '__proto__', 'constructor', 'prototype']) {
    assert.equal(await post(`{"${name}":{"admin":true}}`), `/${name}`);
  }
  assert.equal(await post('{"inTheRoom":[{"role":"relative","admitted":true}]}'), '/inTheRoom/0/admitted');
  assert.equal(await post('{"inTheRoom":[{"role":"clinician"}]}'), '/inTheRoom/0/role');
  assert.equal(await post('{"a/b~c":1}'), '/a~1b~0c');
  const { problem } = await world.send('clinics.search', { as: citizen, query: '?search=lund&role=doctor' });
  assert.deepEqual([problem.code, problem.fields], ['request-invalid', ['/role']]);
});

test('a wrong CPR number and a wrong telephone number have codes of their own', async (t) => {
  const world = await openWorld(t);
  const employee = await world.login('employee');
  assert.equal(
    await world.refusal('clinics.own', { as: employee, body: { cpr: '9999999999' } }),
    'cpr-invalid',
  );
  const doctor = await world.login('doctor');
  const body = { clinicId: 'clinic-lund' } as const;
  const recipient = { name: 'Kaja Hansen', role: 'relative', language: 'da' } as const;
  for (const phone of ['20123456', '+4590123456', '+46701234567']) {
    const recipients = [{ ...recipient, phone }];
    const { problem } = await world.send('invites.send', { as: doctor, body: { ...body, recipients } });
    assert.deepEqual(
      [problem.code, problem.fields],
      ['phone-invalid', ['/recipients/0/phone']],
      `C7: ${phone}`,
    );
  }
});

test('F9: a name that turns the direction of writing is refused by its pointer, whoever sends it', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const name = 'May \u202egrebom';
  const recipients = [{ name, phone: '+4520123456', role: 'relative', language: 'da' }] as const;
  const body = { clinicId: 'clinic-lund', recipients } as const;
  const { problem } = await world.send('invites.send', { as: doctor, body });
  assert.deepEqual([problem.code, problem.fields], ['request-invalid', ['/recipients/0/name']]);
  const { token } = await world.invite(doctor);
  const guest = await world.send('sessions.create', {
    body: { grant: 'invite', token, deviceId: 'device-of-the-guest', name },
  });
  assert.deepEqual([guest.problem.code, guest.problem.fields], ['request-invalid', ['/name']]);
});

test('E7: only listed origins get CORS headers; null and unlisted ones cannot change anything', async (t) => {
  const world = await openWorld(t, 'memory', { settings: { allowedOrigins: [host] } });
  const send = (method: string, origin: string, headers = {}): Promise<Response> =>
    Promise.resolve(world.server.app.request('/v1/visits', { method, headers: { origin, ...headers } }));

  const preflight = await send('OPTIONS', host, { 'access-control-request-method': 'POST' });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), host);
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
  assert.equal(preflight.headers.get('access-control-allow-credentials'), null);

  for (const origin of ['null', 'https://evil.example', `${host}.evil.example`, 'http://host.example.dk']) {
    for (const method of ['OPTIONS', 'POST', 'GET']) {
      const response = await send(method, origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null, origin);
      assert.equal(response.headers.get('vary'), 'Origin');
      if (method !== 'GET') assert.equal(response.status, 403, `${method} ${origin}`);
    }
  }
});

test('E8: a cross-site request without an origin changes nothing', async (t) => {
  const world = await openWorld(t);
  const headers = { 'sec-fetch-site': 'cross-site' };
  const body = { grant: 'oidc', token: 'citizen' } as const;
  assert.equal(await world.refusal('sessions.create', { body, headers }), 'forbidden');
  assert.equal(await world.refusal('sessions.create', { body }), 'answered 201');
});

test('E12: every answer carries the security headers, whatever it is', async (t) => {
  const world = await openWorld(t);
  const paths = Object.values(routes).map(({ path }) => path.replace('{id}', 'x'));
  for (const path of [
    ...paths,
    '/v1/events',
    '/nothing',
    '/healthz',
    '/readyz',
    '/metrics',
    '/docs',
    '/openapi.json',
  ]) {
    const { headers } = await world.server.app.request(path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=63072000/, path);
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(\)/, path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path);
  }
  const docs = await world.server.app.request('/docs');
  assert.equal(docs.headers.get('cross-origin-opener-policy'), 'same-origin-allow-popups');
});

test('F10: F12: what fails inside is answered with a code and an id, and nothing of what happened', async (t) => {
  const directory = {
    ownClinic: () => Promise.reject(new TypeError('SELECT cpr FROM secret WHERE x = 2512489996')),
  };
  const world = await openWorld(t, 'memory', { directory });
  const citizen = await world.login('citizen');
  const { status, text, problem } = await world.send('visits.join', { as: citizen, body: {} });
  assert.deepEqual([status, problem.code], [500, 'internal']);
  assert.doesNotMatch(text, /SELECT|secret|TypeError|\.ts|2512489996/);
  const fault = world.log.find(({ event }) => event === 'fault');
  assert.ok(fault?.event === 'fault');
  assert.deepEqual([fault.error, fault.correlationId], ['TypeError', problem.correlationId]);
  assert.doesNotMatch(JSON.stringify(world.log), /SELECT|secret|2512489996/);
  assert.equal((await world.server.app.request('/healthz')).status, 200, 'and goes on');
});

test('B12: a retry with the same key gets the same answer, with another body a refusal', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const citizen = await world.login('citizen');
  const headers = { 'idempotency-key': 'one-tap' };
  const first = await world.ask('visits.join', { as: citizen, body: {}, headers });
  assert.deepEqual(await world.ask('visits.join', { as: citizen, body: {}, headers }), first);
  const [second, third] = await Promise.all(
    [0, 1].map(() => world.ask('visits.join', { as: citizen, body: {}, headers })),
  );
  assert.deepEqual([second?.id, third?.id], [first.id, first.id]);
  const other = { as: citizen, body: { reason: 'Andet' }, headers };
  assert.equal(await world.refusal('visits.join', other), 'idempotency-mismatch');
  assert.equal(await world.refusal('visits.join', { as: citizen, body: {} }), 'already-waiting');
  const doctor = await world.login('doctor');
  const call = await world.ask('visits.call', { as: doctor, id: first.id, headers });
  assert.deepEqual(
    await world.ask('visits.call', { as: doctor, id: first.id, headers }),
    call,
    'keys are the caller’s own',
  );
});

test('B12: a call whose answer was lost is not answered any more by a room that is gone', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const { visit } = await world.citizenWaits();
  const [doctor, colleague] = [await world.login('doctor'), await world.login('colleague')];
  const asking = { as: doctor, id: visit.id, headers: { 'idempotency-key': 'start' } };
  const lost = await world.ask('visits.call', asking);
  await world.pass(62_000);
  const called = await world.ask('visits.call', asking);
  assert.notEqual(called.access.roomId, lost.access.roomId);
  assert.deepEqual(called.visit, await world.clinicVisit(doctor, visit.id));
  assert.deepEqual(await world.ask('visits.call', asking), called, 'the second is kept like the first');
  await world.ask('visits.handover', { as: doctor, id: visit.id, body: { to: colleague.principal.id } });
  assert.equal(await world.refusal('visits.call', asking), 'claimed-by-other');
  await world.ask('visits.end', { as: colleague, id: visit.id, body: { outcome: 'completed' } });
  assert.equal(await world.refusal('visits.call', asking), 'visit-state');
});

test('B12: at the same moment, the same key does the thing once', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const employee = await world.login('employee');
  const { id: consentId } = await world.declare(employee);
  const body = { clinicId: 'clinic-lund', reason: 'Hoste', consentId };
  const headers = { 'idempotency-key': 'tap' };
  const visits = await Promise.all(
    Array.from({ length: 20 }, () => world.ask('visits.join', { as: employee, body, headers })),
  );
  assert.equal(new Set(visits.map(({ id }) => id)).size, 1);
});

test('B12: a session asked for again with the same key is a fresh one, with another body a refusal, and no token is kept', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const headers = { 'idempotency-key': 'one-login' };
  const grant = { grant: 'oidc', token: 'citizen', deviceId: 'one-device-of-nancys' } as const;
  const first = await world.ask('sessions.create', { body: grant, headers });
  const again = await world.ask('sessions.create', { body: grant, headers });
  assert.notEqual(again.token, first.token);
  assert.equal(again.principal.id, first.principal.id);
  for (const body of [
    { ...grant, token: 'otherCitizen' },
    { ...grant, deviceId: 'another-device-of-hers' },
  ])
    assert.equal(await world.refusal('sessions.create', { body, headers }), 'idempotency-mismatch');
  assert.equal((await world.send('visits.list', { as: again })).status, 200, 'the session goes on');
  const kept = await world.server.ports.store.read((tx) => tx.idempotency.get('anyone', 'one-login'));
  assert.equal(kept?.answer, '');

  const refused = { body: { grant: 'oidc', token: 'nobody' }, headers: { 'idempotency-key': 'k' } } as const;
  assert.equal(await world.refusal('sessions.create', refused), 'login-refused');
  const { store } = world.server.ports;
  assert.equal(await store.read((tx) => tx.idempotency.get('anyone', 'k')), undefined);
});

test('the API describes itself: every route, with who may use it', async (t) => {
  const world = await openWorld(t);
  const document = (await (await world.server.app.request('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: Record<string, unknown> };
  };
  const described = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.deepEqual(
    new Set(described),
    new Set<string>([...(Object.keys(routes) as RouteName[]), 'events', 'smsReports', 'smsReportsByGet']),
  );
  const refs = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name ?? '',
  );
  for (const name of refs) assert.ok(name in document.components.schemas, name);
  assert.ok(refs.length > 20);
  const page = await (await world.server.app.request('/docs')).text();
  for (const name of Object.keys(routes)) assert.match(page, new RegExp(`id="${name}"`));
  assert.doesNotMatch(page, /<script|style="|https?:/);
});
