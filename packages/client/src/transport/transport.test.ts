import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advanceUntil, clientClock, FakeClock, settle, TestNetwork } from '@venterum/testing';
import { ProblemError } from '../problem-error.ts';
import { createTransport, type Exchange } from './transport.ts';

const secret = 'secret-token-0123456789';

interface Rig {
  readonly network: TestNetwork;
  readonly clock: FakeClock;
  /** The outcome, once time has gone on as far as needed. */
  readonly send: (exchange: Exchange) => Promise<unknown>;
}

const rig = (answer: () => Response | Promise<Response>): Rig => {
  const clock = new FakeClock();
  const network = new TestNetwork(answer);
  const send = createTransport({
    server: 'https://video.example.dk',
    fetch: network.fetch,
    clock: clientClock(clock),
    random: () => 0,
  });
  return {
    network,
    clock,
    send: (exchange) => advanceUntil(clock, send(exchange), { step: 1000 }),
  };
};

const problem = (code: string, status: number, headers: Record<string, string> = {}): Response =>
  Response.json({ code, correlationId: 'c-1', fields: ['/reason'] }, { status, headers });

const codeOf = (code: string) => (error: unknown) => error instanceof ProblemError && error.code === code;

describe('createTransport', () => {
  test('answers the JSON, with token, key and body where they belong', async () => {
    const { network, send } = rig(() => Response.json({ id: 'v' }));
    const exchange: Exchange = {
      name: 'visits.join',
      body: { reason: 'sår' },
      token: secret,
      idempotencyKey: 'k',
    };
    assert.deepEqual(await send(exchange), { id: 'v' });
    const [request] = network.requests;
    assert.equal(request?.path, '/v1/visits');
    assert.equal(request.headers.get('authorization'), `Bearer ${secret}`);
    assert.equal(request.headers.get('idempotency-key'), 'k');
    assert.equal(request.body, '{"reason":"sår"}');
  });

  test('puts ids and queries into the address, encoded', async () => {
    const { network, send } = rig(() => new Response(null, { status: 204 }));
    assert.equal(await send({ name: 'visits.get', id: 'a/b' }), undefined);
    await send({ name: 'clinics.search', query: { search: 'Nørre & co' } });
    assert.deepEqual(
      network.requests.map(({ path }) => path),
      ['/v1/visits/a%2Fb', '/v1/clinics?search=N%C3%B8rre+%26+co'],
    );
  });

  test('reads again until an answer comes', async () => {
    const { network, send } = rig(() => Response.json({}));
    network.fault(() => true, 'lose-answer', 2);
    await send({ name: 'visits.list' });
    assert.equal(network.requests.length, 3);
  });

  test('gives up after three attempts: offline', async () => {
    const { network, send } = rig(() => Response.json({}));
    network.offline = true;
    await assert.rejects(send({ name: 'visits.list' }), codeOf('offline'));
    assert.equal(network.requests.length, 3);
  });

  test('creates again under the same key, and never without one', async () => {
    const { network, send } = rig(() => Response.json({}));
    network.fault(() => true, 'lose-answer', 2);
    await send({ name: 'visits.join', body: {}, idempotencyKey: 'k-1' });
    assert.deepEqual(
      network.requests.map(({ headers }) => headers.get('idempotency-key')),
      ['k-1', 'k-1', 'k-1'],
    );
    network.fault(() => true, 'lose-answer');
    await assert.rejects(send({ name: 'visits.join', body: {} }), codeOf('offline'));
    assert.equal(network.requests.length, 4);
  });

  test('does not repeat what changes something', async () => {
    const { network, send } = rig(() => Response.json({}));
    network.offline = true;
    await assert.rejects(send({ name: 'visits.release', id: 'v', idempotencyKey: 'k' }), codeOf('offline'));
    assert.equal(network.requests.length, 1);
  });

  test('comes back when the server says when', async () => {
    const { network, send, clock } = rig(() => Response.json({}));
    network.fault(() => true, problem('unavailable', 503, { 'retry-after': '4' }));
    const before = Date.parse(clock.now());
    await send({ name: 'visits.release', id: 'v' });
    assert.equal(network.requests.length, 2);
    assert.ok(Date.parse(clock.now()) - before >= 4000);
  });

  test('does not wait for a server that wants a minute', async () => {
    const { network, send } = rig(() => problem('unavailable', 503, { 'retry-after': '60' }));
    await assert.rejects(send({ name: 'visits.list' }), codeOf('unavailable'));
    assert.equal(network.requests.length, 1);
  });

  test('hangs no longer than 15 s on an attempt', async () => {
    const clock = new FakeClock();
    const hanging = createTransport({
      server: 'https://video.example.dk',
      clock: clientClock(clock),
      random: () => 0,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
    });
    const sent = hanging({ name: 'visits.release', id: 'v' });
    sent.catch(() => undefined);
    await clock.advance(14_999, settle);
    assert.equal(clock.timers, 1);
    await clock.advance(1, settle);
    await assert.rejects(sent, codeOf('offline'));
    assert.equal(clock.timers, 0);
  });

  test('stops at once when the caller does, with the caller’s reason', async () => {
    const { network, send } = rig(() => Response.json({}));
    const reason = new Error('gone');
    await assert.rejects(send({ name: 'visits.list', signal: AbortSignal.abort(reason) }), reason);
    assert.equal(network.requests.length, 0);
  });

  test('reads a refusal with all it says', async () => {
    const { send } = rig(() => problem('request-invalid', 400));
    await assert.rejects(send({ name: 'visits.list' }), (error: unknown) => {
      assert.ok(error instanceof ProblemError);
      assert.deepEqual(
        [error.code, error.correlationId, error.fields],
        ['request-invalid', 'c-1', ['/reason']],
      );
      return true;
    });
  });

  for (const [what, response, code] of [
    ['a proxy’s error page', new Response('<html>', { status: 502 }), 'unavailable'],
    ['a code nobody knows', problem('constructor', 418), 'internal'],
    [
      'an inherited code',
      Response.json(JSON.parse('{"__proto__":{"code":"forbidden"}}'), { status: 403 }),
      'internal',
    ],
    ['a hotel’s login page', new Response('<html>welcome', { status: 200 }), 'offline'],
  ] as const) {
    test(`understands ${what} as ${code}`, async () => {
      const { send } = rig(() => response.clone());
      await assert.rejects(send({ name: 'visits.release', id: 'v' }), codeOf(code));
    });
  }

  test('A12: no error holds the token, the body or the answer', async () => {
    const leaks = [
      () => problem('forbidden', 403),
      () => new Response(`{"token":"${secret}"`, { status: 200 }),
      () => new Response(`{"token":"${secret}"`, { status: 500 }),
      () => Response.error(),
    ];
    for (const answer of leaks) {
      const { send } = rig(answer);
      const exchange: Exchange = { name: 'sessions.create', body: { token: secret }, token: secret };
      const error: unknown = await send(exchange).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof ProblemError);
      const whole = [error.message, error.stack, String(error.cause), JSON.stringify(error)].join();
      assert.ok(!whole.includes(secret), whole);
    }
  });
});
