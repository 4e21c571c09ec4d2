import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVdx } from './vdx.ts';

const message = { to: '+4520123456', text: 'Hej "du"', attemptId: 'attempt-1' };

const hour = 3_600_000;

/** A VDX whose tokens and time are the test's. */
const openVdx = (tokenAnswer: () => Response) => {
  const asked: string[] = [];
  let now = 0;
  const respond = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const isToken = (input as string).endsWith('/token');
    asked.push(isToken ? `token ${String(init?.body as URLSearchParams)}` : `send ${init?.body as string}`);
    return Promise.resolve(isToken ? tokenAnswer() : Response.json({}));
  };
  const gateway = createVdx(
    {
      address: 'https://vdx.example.dk/send',
      body: '{"a":["%to% %text%"],"b":{"c":"%reference%"}}',
      tokenAddress: 'https://login.example.dk/token',
      clientId: 'client',
      clientSecret: 'secret',
      sender: 'Venterum',
      reports: {
        secret: 'secret',
        place: 'path',
        networks: [],
        server: 'https://video.example.dk',
        words: {},
      },
    },
    { fetch: respond, timeout: 1000 },
    () => now,
  );
  return { gateway, asked, pass: (milliseconds: number) => (now += milliseconds) };
};

const tokens = (): Response => Response.json({ access_token: 'token', expires_in: 3600 });

test('VDX: one token is asked for, used until shortly before its end, and then another', async () => {
  const { gateway, asked, pass } = openVdx(tokens);
  const tokensAsked = (): number => asked.filter((one) => one.startsWith('token')).length;
  await gateway.send(message);
  pass(hour - 31_000);
  await gateway.send(message);
  assert.equal(tokensAsked(), 1);
  pass(2000);
  await gateway.send(message);
  assert.equal(tokensAsked(), 2);
  assert.equal(asked[0], 'token grant_type=client_credentials');
});

test('VDX: what is written into the request stays text, whatever it holds', async () => {
  const { gateway, asked } = openVdx(tokens);
  await gateway.send({ ...message, text: '"},{"x":"%to%' });
  assert.deepEqual(JSON.parse((asked[1] ?? '').slice(5)), {
    a: ['+4520123456 "},{"x":"%to%'],
    b: { c: 'attempt-1' },
  });
});

test('VDX: without a token nothing has been sent: later, or not at all', async () => {
  const answersOf = async (answer: () => Response) => {
    const { gateway, asked } = openVdx(answer);
    const outcome = await gateway.send(message);
    assert.ok(asked.every((one) => one.startsWith('token')));
    return outcome;
  };
  assert.deepEqual(await answersOf(() => new Response('', { status: 503 })), { outcome: 'later' });
  assert.deepEqual(
    await answersOf(() => {
      throw new TypeError('nobody there');
    }),
    { outcome: 'later' },
  );
  const refused = { outcome: 'refused', failure: 'gateway' };
  assert.deepEqual(await answersOf(() => new Response('', { status: 401 })), refused);
  assert.deepEqual(await answersOf(() => Response.json({ token: 'x' })), refused);
});
