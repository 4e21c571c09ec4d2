import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type JoseTokenVerifier, LoginUnavailableError } from './jose-token-verifier.ts';
import { TestIssuer, verifierOf } from './test-issuer.fixtures.test.ts';

suite('keys of an issuer', () => {
  let issuer: TestIssuer;
  before(async () => {
    issuer = await TestIssuer.start();
  });
  after(() => issuer.stop());

  const unavailable = (verifier: JoseTokenVerifier, token: string) =>
    assert.rejects(verifier.verify(token), LoginUnavailableError);

  test('are found once and kept', async () => {
    const verifier = verifierOf({ issuers: [issuer.config()] });
    issuer.requests.length = 0;
    await Promise.all(Array.from({ length: 5 }, async () => verifier.verify(await issuer.token())));
    await verifier.verify(await issuer.token());
    assert.deepEqual(issuer.requests, ['/.well-known/openid-configuration', '/jwks']);
  });

  test('are taken from the configured address without discovery', async () => {
    const verifier = verifierOf({ issuers: [issuer.config({ jwksUri: `${issuer.address}/jwks` })] });
    issuer.requests.length = 0;
    assert.ok((await verifier.verify(await issuer.token())) !== undefined);
    assert.deepEqual(issuer.requests, ['/jwks']);
  });

  test('A7: unknown kids do not make the server ask again and again', async () => {
    const verifier = verifierOf({ issuers: [issuer.config()] });
    await verifier.verify(await issuer.token());
    issuer.requests.length = 0;
    for (let index = 0; index < 20; index += 1)
      assert.equal(await verifier.verify(await issuer.token({ header: { kid: `new-${index}` } })), undefined);
    assert.deepEqual(issuer.requests, []);
  });

  test('a rotated key is found after the cooldown', async () => {
    const verifier = verifierOf({ issuers: [issuer.config()], keyCooldown: 0 });
    await verifier.verify(await issuer.token());
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    issuer.keys.push({ ...(await exportJWK(publicKey)), kid: 'rotated', alg: 'ES256' });
    assert.ok(
      (await verifier.verify(await issuer.token({ key: privateKey, header: { kid: 'rotated' } }))) !==
        undefined,
    );
    issuer.keys.pop();
  });

  test('A7: of two keys with one kid neither is trusted', async () => {
    issuer.keys.push({ ...issuer.publicJwk });
    assert.equal(await verifierOf({ issuers: [issuer.config()] }).verify(await issuer.token()), undefined);
    issuer.keys.pop();
  });

  test('A10: a discovery document of another issuer is not believed', async () => {
    issuer.discovery = { issuer: 'https://evil.example' };
    await unavailable(verifierOf({ issuers: [issuer.config()] }), await issuer.token());
    issuer.discovery = { jwks_uri: 5 };
    await unavailable(verifierOf({ issuers: [issuer.config()] }), await issuer.token());
    issuer.discovery = {};
  });

  for (const [what, instead] of [
    ['404', (_: unknown, response) => response.writeHead(404).end('{}')],
    ['500', (_: unknown, response) => response.writeHead(500).end('{}')],
    [
      'a redirect',
      (_: unknown, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['HTML', (_: unknown, response) => response.end('<html>')],
    ['null', (_: unknown, response) => response.end('null')],
    ['nonsense', (_: unknown, response) => response.end('{"keys":{}}')],
    ['bad UTF-8', (_: unknown, response) => response.end(Buffer.from([0xff, 0xfe]))],
    [
      'more than allowed',
      (_: unknown, response) => response.end(JSON.stringify({ keys: [], x: 'x'.repeat(300_000) })),
    ],
    ['nothing in time', () => undefined],
    [
      'a cut answer',
      (_: unknown, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{');
        response.destroy();
      },
    ],
  ] as const satisfies readonly (readonly [string, NonNullable<TestIssuer['instead']>])[])
    test(`F11: ${what} from the issuer is "unavailable", and over when the issuer is back`, async () => {
      const config = issuer.config({ jwksUri: `${issuer.address}/jwks` });
      const verifier = verifierOf({ issuers: [config], timeout: 200, cooldown: 0 });
      const viaDiscovery = verifierOf({ issuers: [issuer.config()], timeout: 200, cooldown: 0 });
      issuer.instead = instead;
      await unavailable(verifier, await issuer.token());
      await unavailable(viaDiscovery, await issuer.token());
      issuer.instead = undefined;
      assert.ok((await verifier.verify(await issuer.token())) !== undefined);
      assert.ok((await viaDiscovery.verify(await issuer.token())) !== undefined);
    });

  test('A7: keys are not fetched from where an answer points to', async () => {
    const verifier = verifierOf({ issuers: [issuer.config({ jwksUri: `${issuer.address}/jwks` })] });
    issuer.instead = ({ url }, response) => {
      if (url === '/moved') response.end(JSON.stringify({ keys: issuer.keys }));
      else response.writeHead(302, { location: '/moved' }).end();
    };
    await unavailable(verifier, await issuer.token());
    issuer.instead = undefined;
  });

  test('an issuer that is down is not asked by every login', async () => {
    const verifier = verifierOf({ issuers: [issuer.config()] });
    issuer.instead = (_, response) => response.writeHead(500).end();
    issuer.requests.length = 0;
    for (let index = 0; index < 10; index += 1) await unavailable(verifier, await issuer.token());
    assert.equal(issuer.requests.length, 1);
    issuer.instead = undefined;
  });

  test('nobody configured, nobody accepted', async () => {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: 'x' })
      .sign(issuer.privateKey);
    assert.equal(await verifierOf({ issuers: [] }).verify(token), undefined);
    assert.equal(await verifierOf({ issuers: [] }).verify(await issuer.token()), undefined);
  });
});
