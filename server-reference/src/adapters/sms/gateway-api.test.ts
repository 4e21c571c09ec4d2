import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { SignJWT } from 'jose';
import { openWorld } from '../../server-world.fixtures.test.ts';
import { createGatewayApi } from './gateway-api.ts';

const secret = 'a-secret-for-reports-of-a-test-gateway';
const message = { to: '+4520123456', text: 'Hej', attemptId: 'attempt-1' };

interface Asked {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

type Answer = (response: ServerResponse) => void;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** A server that speaks the documented format, with the faults a test wants. */
const openGateway = async (t: TestContext, answer: Answer, timeout = 5000) => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { url: path, headers } = request;
      asked.push({ path, authorization: headers.authorization, body: JSON.parse(body) as Asked['body'] });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const reports = 'https://video.example.dk/v1/sms/reports/gatewayapi';
  const settings = { address, token: 'token', sender: 'Venterum', secret, reports };
  return { asked, server, gateway: createGatewayApi(settings, { fetch, timeout }) };
};

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

test('GatewayAPI: sends in the documented format, and is told the message’s id', async (t) => {
  const { asked, gateway } = await openGateway(t, json(200, { ids: [421_332_671], usage: {} }));
  assert.deepEqual(await gateway.send(message), { outcome: 'taken', status: 'sent' });
  assert.deepEqual(asked, [
    {
      path: '/rest/mtsms',
      authorization: `Basic ${btoa('token:')}`,
      body: {
        class: 'standard',
        message: 'Hej',
        sender: 'Venterum',
        userref: 'attempt-1',
        callback_url: 'https://video.example.dk/v1/sms/reports/gatewayapi',
        recipients: [{ msisdn: 4_520_123_456 }],
      },
    },
  ]);
});

test('GatewayAPI: each fault is what it is: later, refused, or nobody knows', async (t) => {
  const faults: readonly (readonly [Answer, object])[] = [
    [json(429, {}, { 'retry-after': '7' }), { outcome: 'later', seconds: 7 }],
    [json(503, {}), { outcome: 'later' }],
    [json(401, { code: '0x0100' }), { outcome: 'refused', failure: 'gateway' }],
    [json(422, {}), { outcome: 'refused', failure: 'gateway' }],
    [json(500, {}), { outcome: 'unsure' }],
    [json(200, 'no ids'), { outcome: 'unsure' }],
    [(response) => response.destroy(), { outcome: 'unsure' }],
  ];
  for (const [answer, expected] of faults) {
    const { gateway } = await openGateway(t, answer);
    assert.deepEqual(await gateway.send(message), expected);
  }
});

test('GatewayAPI: one that hangs is not waited for; one that is not there took nothing', async (t) => {
  const hanging = await openGateway(t, () => undefined, 50);
  assert.deepEqual(await hanging.gateway.send(message), { outcome: 'unsure' });
  const gone = await openGateway(t, json(200, {}));
  gone.server.close();
  await once(gone.server, 'close');
  assert.deepEqual(await gone.gateway.send(message), { outcome: 'later' });
});

const signed = (status: string, key = secret, userref = 'attempt-1'): Promise<string> =>
  new SignJWT({ id: 1, msisdn: 4_520_123_456, status, userref })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(key));

test('C8: GatewayAPI: every status word means one thing, and one that is unknown is not delivered', async (t) => {
  const { gateway } = await openGateway(t, json(200, {}));
  const meaning = async (word: string) => {
    const headers = new Headers({ 'x-gwapi-signature': await signed(word) });
    const [report] = (await gateway.readReports?.({ query: new URLSearchParams(), headers, body: '' })) ?? [];
    return [report?.attemptId, report?.status, report?.failure];
  };
  const of = (status: string, failure?: string) => ['attempt-1', status, failure];
  assert.deepEqual(await meaning('SCHEDULED'), of('queued'));
  assert.deepEqual(await meaning('BUFFERED'), of('queued'));
  assert.deepEqual(await meaning('ACCEPTED'), of('sent'));
  assert.deepEqual(await meaning('ENROUTE'), of('sent'));
  assert.deepEqual(await meaning('DELIVERED'), of('delivered'));
  assert.deepEqual(await meaning('EXPIRED'), of('failed', 'unreachable'));
  assert.deepEqual(await meaning('UNDELIVERABLE'), of('failed', 'unreachable'));
  assert.deepEqual(await meaning('REJECTED'), of('failed', 'refused'));
  assert.deepEqual(await meaning('SKIPPED'), of('failed', 'gateway'));
  assert.deepEqual(await meaning('DELETED'), of('failed', 'gateway'));
  for (const word of ['UNKNOWN', 'DELIVERED-ISH', '', 'constructor'])
    assert.deepEqual(await meaning(word), of('unknown'));
});

test('C8: reports are taken from the gateway alone, and as often as it likes', async (t) => {
  const { asked, gateway } = await openGateway(t, json(200, { ids: [1] }));
  const world = await openWorld(t, 'memory', { sms: gateway });
  const doctor = await world.login('doctor');
  const { invite } = await world.invite(doctor);
  const userref = String(asked[0]?.body['userref']);
  const report = async (signature: string | undefined, body: unknown = {}): Promise<number> => {
    const response = await world.server.app.request('/v1/sms/reports/gatewayapi', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'x-gwapi-signature': signature }),
      },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  const delivered = { status: 'DELIVERED', userref };
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(delivered))}.`.replaceAll('=', '');
  for (const forged of [
    undefined,
    'nonsense',
    unsigned,
    await signed('DELIVERED', 'another-secret', userref),
  ])
    assert.equal(await report(forged, delivered), 401);
  assert.equal(await world.inviteStatus(doctor, invite.id), 'sent');
  assert.equal(world.log.filter(({ event }) => event === 'sms-report-refused').length, 4);

  const genuine = await signed('DELIVERED', secret, userref);
  assert.equal(await report(genuine, { status: 'REJECTED', userref }), 200, 'the signed word counts');
  assert.equal(await report(genuine), 200);
  assert.equal(await report(await signed('ENROUTE', secret, userref)), 200);
  assert.equal(await report(await signed('DELIVERED', secret, 'nobody-s')), 200);
  assert.equal(await world.inviteStatus(doctor, invite.id), 'delivered');
});
