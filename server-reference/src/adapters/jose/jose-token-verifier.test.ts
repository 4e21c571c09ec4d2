import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import type { LoginRefusal } from '../../ports/token-verifier.ts';
import type { JoseTokenVerifier } from './jose-token-verifier.ts';
import {
  nowSeconds,
  RESOURCE,
  TestIssuer,
  type TokenParts,
  unsigned,
  verifierOf,
} from './test-issuer.fixtures.test.ts';

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const reasonOf = async (verifier: JoseTokenVerifier, token: string): Promise<LoginRefusal | undefined> => {
  let reason: LoginRefusal | undefined;
  const login = await verifier.verify(token, (told) => {
    reason = told;
  });
  assert.equal(login, undefined);
  return reason;
};

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

  const refused: readonly (readonly [string, TokenParts, LoginRefusal])[] = [
    ['A7: an unknown kid', { header: { kid: 'key-2' } }, 'key'],
    ['A7: no kid', { without: ['kid'] }, 'header'],
    ['A7: an empty kid', { header: { kid: '' } }, 'header'],
    ['A7: a kid that is a number', { header: { kid: 1 } }, 'header'],
    ['A7: a kid that is a prototype', { header: { kid: '__proto__' } }, 'key'],
    ['A7: jku', { header: { jku: 'https://evil.example/jwks' } }, 'header'],
    ['A7: x5u', { header: { x5u: 'https://evil.example/cert' } }, 'header'],
    ['A7: x5c', { header: { x5c: ['MII'] } }, 'header'],
    ['A7: jwk', { header: { jwk: { kty: 'EC' } } }, 'header'],
    ['A7: crit', { header: { crit: ['urn:example:must'], 'urn:example:must': 1 } }, 'header'],
    ['A7: an unknown header', { header: { zip: 'DEF' } }, 'header'],
    ['A8: typ JWT, as ID tokens have', { header: { typ: 'JWT' } }, 'type'],
    ['A8: no typ', { without: ['typ'] }, 'type'],
    ['A8: a logout token', { header: { typ: 'logout+jwt' } }, 'type'],
    ['A8: a DPoP proof', { header: { typ: 'dpop+jwt' } }, 'type'],
    ['A8: an ID token’s audience', { claims: { aud: 'client-1' } }, 'audience'],
    ['A7: another audience', { claims: { aud: 'https://other.example/api' } }, 'audience'],
    ['A7: our audience with a slash more', { claims: { aud: `${RESOURCE}/` } }, 'audience'],
    ['A7: our audience in capitals', { claims: { aud: RESOURCE.toUpperCase() } }, 'audience'],
    [
      'A7: our audience beside another',
      { claims: { aud: [RESOURCE, 'https://other.example/api'] } },
      'audience',
    ],
    ['A7: no audience', { without: ['aud'] }, 'audience'],
    ['A7: an empty audience', { claims: { aud: [] } }, 'audience'],
    ['A7: an unknown issuer', { claims: { iss: 'https://unknown.example' } }, 'issuer'],
    ['A7: our issuer with a slash more', { claims: { iss: 'SELF/' } }, 'issuer'],
    ['A7: no issuer', { without: ['iss'] }, 'issuer'],
    ['A7: no exp', { without: ['exp'] }, 'required-claims'],
    ['A7: exp as text', { claims: { exp: '9999999999' as unknown as number } }, 'required-claims'],
    ['A7: exp beyond all dates', { claims: { exp: 1e20 } }, 'required-claims'],
    ['A7: expired', { claims: { exp: nowSeconds - 30 } }, 'time'],
    ['A7: not before, beyond the skew', { claims: { nbf: nowSeconds + 61 } }, 'time'],
    ['A7: issued in the future, beyond the skew', { claims: { iat: nowSeconds + 61 } }, 'time'],
    ['A7: issued more than a day ago', { claims: { iat: nowSeconds - 86_500 } }, 'time'],
    ['A7: no iat', { without: ['iat'] }, 'required-claims'],
    ['A7: no subject', { without: ['sub'] }, 'required-claims'],
    ['A7: an empty subject', { claims: { sub: '' } }, 'required-claims'],
    ['A7: a subject that is an object', { claims: { sub: {} as unknown as string } }, 'required-claims'],
    ['A7: a subject too long', { claims: { sub: 'x'.repeat(256) } }, 'required-claims'],
    ['A7: no client', { without: ['client_id'] }, 'required-claims'],
    ['A7: no token id', { without: ['jti'] }, 'required-claims'],
    ['A11: too low a level', { claims: { loa: 'Low' } }, 'assurance'],
    ['A11: no level', { without: ['loa'] }, 'assurance'],
    ['A11: a level that is only similar', { claims: { loa: 'Substantial ' } }, 'assurance'],
    ['A11: levels as a list', { claims: { loa: ['Low', 'Substantial'] } }, 'assurance'],
    ['A11: signed in too long ago', { claims: { auth_time: nowSeconds - 3_600 - 31 } }, 'authentication-age'],
    ['A11: signed in in the future', { claims: { auth_time: nowSeconds + 61 } }, 'authentication-age'],
    ['A11: nobody knows when', { without: ['auth_time'] }, 'authentication-age'],
    ['A11: when, as text', { claims: { auth_time: String(nowSeconds) } }, 'authentication-age'],
    ['A7: a name that is none', { claims: { name: 'Nancy\nAnn' } }, 'mapped-claims'],
  ];
  for (const [what, parts, reason] of refused)
    test(`${what} is refused, by the check of ${reason}`, async () => {
      const claims = parts.claims?.iss === 'SELF/' ? { iss: `${issuer.address}/` } : parts.claims;
      const token = await issuer.token({ ...parts, ...(claims === undefined ? {} : { claims }) });
      assert.equal(await reasonOf(verifier, token), reason);
    });

  test('A7: alg none is refused, signed or not, in any spelling', async () => {
    const [, payload = '', signature = ''] = (await issuer.token()).split('.');
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = { alg, typ: 'at+jwt', kid: issuer.kid };
      assert.equal(await verifier.verify(`${segment(header)}.${payload}.`), undefined);
      assert.equal(await verifier.verify(`${segment(header)}.${payload}.${signature}`), undefined);
    }
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    assert.equal(await verifier.verify(unsigned({ alg: 'none' }, claims)), undefined);
  });

  test('A7: HS256 with the public key as secret is refused', async () => {
    const key = await importJWK(issuer.publicJwk, 'ES256', { extractable: true });
    assert.ok(!(key instanceof Uint8Array));
    for (const secret of [await exportSPKI(key), JSON.stringify(issuer.publicJwk)]) {
      const [, payload = ''] = (await issuer.token()).split('.');
      const signed = `${segment({ alg: 'HS256', typ: 'at+jwt', kid: issuer.kid })}.${payload}`;
      const mac = createHmac('sha256', secret).update(signed).digest('base64url');
      assert.equal(await verifier.verify(`${signed}.${mac}`), undefined);
    }
  });

  test('A7: an algorithm that is sound but not this issuer’s is refused', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    issuer.keys.push({ ...(await exportJWK(publicKey)), kid: 'rsa', use: 'sig' });
    const token = await issuer.token({ key: privateKey, header: { alg: 'RS256', kid: 'rsa' } });
    assert.equal(await reasonOf(verifierOf({ issuers: [issuer.config()] }), token), 'algorithm');
    const both = verifierOf({ issuers: [issuer.config({ algorithms: ['ES256', 'RS256'] })] });
    assert.ok((await both.verify(token)) !== undefined);
    issuer.keys.pop();
  });

  test('A7: another key under the same kid, a changed claim, a cut or empty signature are refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    assert.equal(await reasonOf(verifier, await issuer.token({ key: privateKey })), 'signature');
    const [header = '', payload = '', signature = ''] = (await issuer.token()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    assert.equal(
      await verifier.verify(`${header}.${segment({ ...claims, sub: 'x' })}.${signature}`),
      undefined,
    );
    assert.equal(await verifier.verify(`${header}.${payload}.${signature.slice(0, 40)}`), undefined);
    assert.equal(await verifier.verify(`${header}.${payload}.`), undefined);
    assert.equal(
      await verifier.verify(`${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`),
      undefined,
    );
  });

  test('A7: what is no token is refused, whatever it is', async () => {
    const token = await issuer.token();
    for (const text of [
      '',
      '.',
      '..',
      '...',
      'a.b.c',
      `${token}.x`,
      ` ${token}`,
      `${token}\n`,
      '{}',
      'null',
      '\0',
    ])
      assert.equal(await reasonOf(verifier, text), 'form', JSON.stringify(text));
    const large = await issuer.token({ claims: { note: 'x'.repeat(20_000) } });
    assert.equal(await reasonOf(verifier, large), 'form', 'too large');
    const ruled = { principal: 'citizen', claims: {}, when: [{ claim: 'kind', equals: 'citizen' }] } as const;
    const choosy = verifierOf({ issuers: [issuer.config({ rules: [ruled] })] });
    assert.equal(await reasonOf(choosy, token), 'no-rule');
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

  test('A7: tokens of other clients are refused where clients are listed', async () => {
    const strict = verifierOf({ issuers: [issuer.config({ clientIds: ['client-1'] })] });
    assert.ok((await strict.verify(await issuer.token())) !== undefined);
    assert.equal(await reasonOf(strict, await issuer.token({ claims: { client_id: 'client-2' } })), 'client');
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
