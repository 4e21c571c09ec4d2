// One contract for every gateway, held against a server that speaks the documented format, with faults.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { SmsGateway } from '../../ports/sms-gateway.ts';
import { openWorld, type World } from '../../server-world.fixtures.test.ts';
import { gatewayKinds, secret, type GatewayKind, type SentReport } from './gateway-kinds.fixtures.test.ts';
import {
  answers,
  openGatewayServer,
  slowly,
  type Answer,
  type GatewayServer,
} from './gateway-server.fixtures.test.ts';

const message = { to: '+4520123456', text: 'Hej', attemptId: 'attempt-1' };

interface Opened {
  readonly server: GatewayServer;
  readonly gateway: SmsGateway;
}

const openKind = async (
  t: TestContext,
  kind: GatewayKind,
  given: { readonly answer?: Answer; readonly timeout?: number } = {},
): Promise<Opened> => {
  const server = await openGatewayServer(t, given.answer ?? answers(200, kind.taken.body));
  const http = { fetch, timeout: given.timeout ?? 5000 };
  return { server, gateway: kind.open(server.origin, http) };
};

const post = (world: World, kind: GatewayKind, { address, init }: SentReport): Promise<number> =>
  Promise.resolve(world.server.app.request(`/v1/sms/reports/${kind.name}${address}`, init)).then(
    ({ status }) => status,
  );

for (const kind of gatewayKinds) {
  const { name } = kind;

  test(`${name}: sends in the documented format`, async (t) => {
    const { server, gateway } = await openKind(t, kind);
    assert.deepEqual(await gateway.send(message), { outcome: 'taken', status: kind.taken.status });
    const [asked, ...more] = server.asked;
    assert.deepEqual(more, []);
    const { path, authorization, body } = kind.wire;
    assert.deepEqual(
      [asked?.path, asked?.authorization, asked?.type],
      [path, authorization, 'application/json'],
    );
    assert.deepEqual(JSON.parse(asked?.text ?? ''), body);
  });

  test(`${name}: each fault is what it is: later, refused, or nobody knows`, async (t) => {
    const { server, gateway } = await openKind(t, kind);
    const refused = { outcome: 'refused', failure: 'gateway' };
    const unsure = { outcome: 'unsure' };
    const faults: readonly (readonly [Answer, object])[] = [
      [answers(429, {}, { 'retry-after': '7' }), { outcome: 'later', seconds: 7 }],
      [answers(503, {}), { outcome: 'later' }],
      ...kind.refusals.map(([status, body]) => [answers(status, body), refused] as const),
      [answers(500, {}), unsure],
      [answers(302, {}, { location: '/elsewhere' }), unsure],
      ...kind.unclear.map((body) => [answers(200, body), unsure] as const),
      [(response) => response.destroy(), unsure],
      [slowly(200, kind.taken.body), { outcome: 'taken', status: kind.taken.status }],
    ];
    for (const [index, [answer, expected]] of faults.entries()) {
      server.answer = answer;
      assert.deepEqual(await gateway.send(message), expected, String(index));
    }
  });

  test(`${name}: one that hangs is not waited for; one that is not there took nothing`, async (t) => {
    const hanging = await openKind(t, kind, { answer: () => undefined, timeout: 100 });
    assert.deepEqual(await hanging.gateway.send(message), { outcome: 'unsure' });
    const gone = await openKind(t, kind);
    await gone.server.close();
    assert.deepEqual(await gone.gateway.send(message), { outcome: 'later' });
  });

  test(`I8: ${name}: what was surely not taken goes out again under the same reference, and what may have been does not`, async (t) => {
    const { server, gateway } = await openKind(t, kind, { answer: answers(429, {}) });
    const world = await openWorld(t, 'memory', { sms: gateway });
    const doctor = await world.login('doctor');
    await world.invite(doctor);
    server.answer = answers(200, kind.taken.body);
    await world.pass(10_000);
    assert.deepEqual([server.asked.length, new Set(server.asked.map(({ text }) => text)).size], [2, 1]);
    server.answer = answers(500, {});
    const { invite } = await world.invite(doctor);
    await world.pass(600_000);
    assert.equal(server.asked.length, 3);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'unknown');
  });

  test(`C8: ${name}: every status word means one thing, and one that is unknown is not delivered`, async (t) => {
    const { gateway } = await openKind(t, kind);
    const meaning = async (word: string): Promise<object> => {
      const { address, init } = await kind.report(word, 'attempt-1');
      const { pathname, searchParams } = new URL(address, 'https://video.example.dk');
      const [report] =
        (await gateway.readReports?.({
          path: pathname.split('/').filter((part) => part !== ''),
          query: searchParams,
          headers: new Headers(init?.headers),
          body: typeof init?.body === 'string' ? init.body : '',
          from: '192.0.2.1',
        })) ?? [];
      return report ?? {};
    };
    for (const [word, news] of Object.entries(kind.words))
      assert.deepEqual(await meaning(word), { attemptId: 'attempt-1', ...news }, word);
    for (const word of ['UNKNOWN', 'DELIVERED-ISH', '', '1001x', 'constructor'])
      assert.deepEqual(await meaning(word), { attemptId: 'attempt-1', status: 'unknown' }, word);
  });

  test(`C8: ${name}: reports are taken from the gateway alone, in any order, and as often as it likes`, async (t) => {
    const { server, gateway } = await openKind(t, kind);
    const world = await openWorld(t, 'memory', { sms: gateway });
    const doctor = await world.login('doctor');
    const { invite } = await world.invite(doctor);
    await world.settled();
    const attempt =
      /[\w-]{22}(?="|\/|$)/.exec(JSON.stringify(referenceIn(server.asked[0]?.text ?? '')))?.[0] ?? '';
    const status = (): Promise<string | undefined> => world.inviteStatus(doctor, invite.id);

    const before = await status();
    const forged = [
      await kind.report(kind.delivered, attempt, 'another-secret-of-the-test'),
      ...(kind.forgeries?.(attempt) ?? []),
      { address: '', init: { method: 'POST', body: `{"status":"${kind.delivered}"}` } },
      { address: `/${secret.slice(1)}/${attempt}?r=${attempt}&s=${kind.delivered}` },
    ];
    for (const one of forged) assert.equal(await post(world, kind, one), 401);
    assert.equal(await status(), before);
    assert.equal(world.log.filter(({ event }) => event === 'sms-report-refused').length, forged.length);

    const report = async (word: string, about = attempt): Promise<number> =>
      post(world, kind, await kind.report(word, about));
    assert.equal(await report(kind.delivered), 200);
    assert.equal(await status(), 'delivered');
    for (const late of [kind.delivered, kind.underway, 'nonsense']) assert.equal(await report(late), 200);
    assert.equal(await report(kind.delivered, 'nobody-s'), 200, 'or it would come for days');
    assert.equal(await status(), 'delivered', 'never taken back');
    assert.ok(!JSON.stringify(world.log).includes(secret), 'the secret is in no log');
  });
}

/** The attempt's id in a message, under the name each gateway has for it. */
const referenceIn = (text: string): unknown => {
  const body = JSON.parse(text) as Record<string, unknown>;
  const { userref, reference, refId, meta } = body;
  return userref ?? reference ?? refId ?? meta;
};
