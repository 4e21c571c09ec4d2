import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import type { LoginRefusal } from '../../ports/token-verifier.ts';
import type { JoseTokenVerifier } from './jose-token-verifier.ts';
import {
  nowSeconds,
  RESOURCE,
  TestIssuer,
  type TokenParts,
  verifierOf,
} from './test-issuer.fixtures.test.ts';

suite('access tokens', () => {
  let issuer: TestIssuer;
  let other: TestIssuer;
  let verifier: JoseTokenVerifier;
  before(async () => {
    issuer = await TestIssuer.start();
    other = await TestIssuer.start();
    verifier = verifierOf({ issuers: [issuer.config(), other.config()] });
  });
  after(() => Promise.all([issuer.stop(), other.stop()]));

  test('A7: a sound one is accepted', async () => {
    assert.deepEqual(await verifier.verify(await issuer.token()), {
      issuer: issuer.address,
      subject: 'subject-1',
      principal: { kind: 'citizen', name: 'Nancy Ann Berggren' },
      authenticatedAt: '2026-11-22T11:59:00.000Z',
      expiresAt: '2026-11-22T12:05:00.000Z',
    });
  });

  for (const [what, parts] of [
    ['typ written in full', { header: { typ: 'application/at+jwt' } }],
    ['a list with our audience alone', { claims: { aud: [RESOURCE] } }],
    ['expired within the skew', { claims: { exp: nowSeconds - 29 } }],
    ['not before, within the skew', { claims: { nbf: nowSeconds + 29 } }],
    ['issued in the future, within the skew', { claims: { iat: nowSeconds + 29 } }],
    ['a higher level', { claims: { loa: 'High' } }],
    ['a thumbprint in the header', { header: { x5t: 'abc' } }],
  ] as const satisfies readonly (readonly [string, TokenParts])[])
    test(`A7: ${what} is accepted`, async () => {
      assert.ok((await verifier.verify(await issuer.token(parts))) !== undefined);
    });

  test('A7: a token larger than is read is refused', async () => {
    const large = await issuer.token({ claims: { note: 'x'.repeat(20_000) } });
    let reason: LoginRefusal | undefined;
    const login = await verifier.verify(large, (told) => {
      reason = told;
    });
    assert.deepEqual([login, reason], [undefined, 'form']);
  });

  test('A10: the same subject of two issuers is two people, and neither signs for the other', async () => {
    const [first, second] = await Promise.all([issuer.token(), other.token()]);
    const logins = await Promise.all([verifier.verify(first), verifier.verify(second)]);
    assert.deepEqual(
      logins.map((login) => [login?.issuer, login?.subject]),
      [
        [issuer.address, 'subject-1'],
        [other.address, 'subject-1'],
      ],
    );
    const mixedUp = await other.token({ claims: { iss: issuer.address } });
    assert.equal(await verifier.verify(mixedUp), undefined);
  });

  test('EdDSA, RS256 and PS256 work where configured', async () => {
    for (const alg of ['EdDSA', 'RS256', 'PS256'] as const) {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      issuer.keys.push({ ...(await exportJWK(publicKey)), kid: alg, use: 'sig', alg });
      const own = verifierOf({ issuers: [issuer.config({ algorithms: [alg] })] });
      const token = await issuer.token({ key: privateKey, header: { alg, kid: alg } });
      assert.ok((await own.verify(token)) !== undefined, alg);
      issuer.keys.pop();
    }
  });
});
