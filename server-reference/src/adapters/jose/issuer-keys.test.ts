import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { SignJWT } from 'jose';
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

  test('A7: of two keys with one kid neither is trusted', async () => {
    issuer.keys.push({ ...issuer.publicJwk });
    assert.equal(await verifierOf({ issuers: [issuer.config()] }).verify(await issuer.token()), undefined);
    issuer.keys.pop();
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
