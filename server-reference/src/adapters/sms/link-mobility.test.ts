import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinkMobility } from './link-mobility.ts';

const message = { to: '+4520123456', text: 'Hej', attemptId: 'attempt-1' };
const taken = { outcome: 'taken', status: 'queued' };

/** A platform whose tokens are the test's: `live` are those it takes. */
const openLink = () => {
  const live = new Set<string>();
  const asked: string[] = [];
  let given = 0;
  const respond: typeof fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/auth/token') {
      asked.push(String(init?.body as URLSearchParams));
      assert.equal(new Headers(init?.headers).get('authorization'), null, 'in one place only');
      return Promise.resolve(Response.json({ access_token: `token-${String(++given)}`, expires_in: 3600 }));
    }
    const token = new Headers(init?.headers).get('authorization') ?? '';
    asked.push(token);
    return Promise.resolve(
      live.has(token)
        ? Response.json({ messageId: 'id', resultCode: 1005 })
        : Response.json({ resultCode: 106_100 }, { status: 401 }),
    );
  };
  const gateway = createLinkMobility(
    {
      address: 'https://n-eu.linkmobility.io',
      auth: 'oauth2',
      user: 'a user',
      password: 'p&ssword',
      platformId: 'platform',
      platformPartnerId: 'partner',
      sender: 'Venterum',
    },
    { fetch: respond, timeout: 1000 },
    () => 0,
  );
  return { gateway, asked, live };
};

test('LINK Mobility by OAuth: asks for a token with the account, and sends under it', async () => {
  const { gateway, asked, live } = openLink();
  live.add('Bearer token-1');
  assert.deepEqual(await gateway.send(message), taken);
  assert.deepEqual(await gateway.send(message), taken);
  assert.deepEqual(asked, [
    'grant_type=client_credentials&client_id=a+user&client_secret=p%26ssword',
    'Bearer token-1',
    'Bearer token-1',
  ]);
});

test('LINK Mobility by OAuth: a token withdrawn before its end costs no message', async () => {
  const { gateway, asked, live } = openLink();
  live.add('Bearer token-1');
  await gateway.send(message);
  live.delete('Bearer token-1');
  for (const number of [2, 3, 4]) live.add(`Bearer token-${String(number)}`);
  // Several at once: whichever of them learns it first, each goes out once.
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => gateway.send(message))), [taken, taken, taken]);
  assert.equal(asked.filter((one) => live.has(one)).length, 3);
});

test('LINK Mobility by OAuth: an account that may not send is refused at once, and asked anew the next time', async () => {
  const { gateway, asked } = openLink();
  const refused = { outcome: 'refused', failure: 'gateway' };
  assert.deepEqual(await gateway.send(message), refused);
  assert.deepEqual(await gateway.send(message), refused);
  assert.equal(asked.filter((one) => one.startsWith('grant_type')).length, 2);
});
