import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, suite, test, type TestContext } from 'node:test';
import type { ProblemCode } from '@venterum/contract';
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import type { JoseVerifierOptions } from './adapters/jose/jose-token-verifier.ts';
import {
  nowSeconds,
  RESOURCE,
  TestIssuer,
  type TokenParts,
  unsigned,
  verifierOf,
} from './adapters/jose/test-issuer.fixtures.test.ts';
import type { LoginRefusal } from './ports/token-verifier.ts';
import { openWorld, type Answered, type World } from './server-world.fixtures.test.ts';

/** How a token is made that must not be accepted. */
type Forge = TokenParts | ((issuer: TestIssuer) => Promise<string>);

/** What the log says of it; whoever tries tokens out is told no more than the code. */
type Forgery = readonly [what: string, token: Forge, reason: LoginRefusal, code?: ProblemCode];

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const partsOf = async (issuer: TestIssuer): Promise<readonly [string, string, string]> => {
  const [header = '', payload = '', signature = ''] = (await issuer.token()).split('.');
  return [header, payload, signature];
};

const claimsIn = (payload: string): object =>
  JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;

/** The signature is kept when told: some libraries look at it only when there is one. */
const without =
  (alg: string, { signed = false } = {}): Forge =>
  async (issuer) => {
    const [, payload, signature] = await partsOf(issuer);
    return `${segment({ alg, typ: 'at+jwt', kid: issuer.kid })}.${payload}.${signed ? signature : ''}`;
  };

const macWith =
  (secretOf: (issuer: TestIssuer) => Promise<string>): Forge =>
  async (issuer) => {
    const [, payload] = await partsOf(issuer);
    const signed = `${segment({ alg: 'HS256', typ: 'at+jwt', kid: issuer.kid })}.${payload}`;
    return `${signed}.${createHmac('sha256', await secretOf(issuer))
      .update(signed)
      .digest('base64url')}`;
  };

const publicPem = async ({ publicJwk }: TestIssuer): Promise<string> => {
  const key = await importJWK(publicJwk, 'ES256', { extractable: true });
  assert.ok(!(key instanceof Uint8Array));
  return exportSPKI(key);
};

const withSignature =
  (change: (signature: string) => string, claims: object = {}): Forge =>
  async (issuer) => {
    const [header, payload, signature] = await partsOf(issuer);
    return `${header}.${segment({ ...claimsIn(payload), ...claims })}.${change(signature)}`;
  };

const changed =
  (change: (token: string) => string): Forge =>
  async (issuer) =>
    change(await issuer.token());

const idToken: TokenParts = {
  header: { typ: 'JWT' },
  claims: { aud: 'client-1', azp: 'client-1', nonce: 'n', at_hash: 'h', c_hash: 'h' },
};

const logoutToken: TokenParts = {
  claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, sid: 's' },
};

const byOtherKey: Forge = async (issuer) =>
  issuer.token({ key: (await generateKeyPair('ES256')).privateKey });

/** Published by the issuer, and sound, but not of the algorithm that was agreed on. */
const byRsaKey: Forge = async (issuer) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  issuer.keys = [...issuer.keys, { ...(await exportJWK(publicKey)), kid: 'rsa', use: 'sig' }];
  return issuer.token({ key: privateKey, header: { alg: 'RS256', kid: 'rsa' } });
};

const text = (token: string): Forgery => [
  `A7: ${JSON.stringify(token)}`,
  () => Promise.resolve(token),
  'form',
];

const forms: readonly Forgery[] = [
  ...['.', '..', '...', 'a.b.c', '{}', 'null', '\0'].map(text),
  ['A7: a token and a part more', changed((token) => `${token}.x`), 'form'],
  ['A7: a token after white space', changed((token) => ` ${token}`), 'form'],
  ['A7: a token and a new line', changed((token) => `${token}\n`), 'form'],
];

const headers: readonly Forgery[] = [
  ['A7: alg none', without('none'), 'form'],
  ['A7: alg none with the signature of before', without('none', { signed: true }), 'algorithm'],
  ['A7: alg None', without('None', { signed: true }), 'algorithm'],
  ['A7: alg NONE', without('NONE', { signed: true }), 'algorithm'],
  ['A7: an empty alg', without('', { signed: true }), 'form'],
  [
    'A7: nobody’s signature',
    async (issuer) => unsigned({ alg: 'none' }, claimsIn((await partsOf(issuer))[1])),
    'form',
  ],
  ['A7: HS256 with the public key in PEM as secret', macWith(publicPem), 'algorithm'],
  [
    'A7: HS256 with the public key as published as secret',
    macWith(({ publicJwk }) => Promise.resolve(JSON.stringify(publicJwk))),
    'algorithm',
  ],
  ['A7: a sound algorithm that is not this issuer’s', byRsaKey, 'algorithm'],
  ['A7: another key under the same kid', byOtherKey, 'signature'],
  ['A7: a changed claim', withSignature((signature) => signature, { sub: 'x' }), 'signature'],
  ['A7: a cut signature', withSignature((signature) => signature.slice(0, 40)), 'signature'],
  ['A7: a signature of zeros', withSignature(() => Buffer.alloc(64).toString('base64url')), 'signature'],
  ['A7: no signature', withSignature(() => ''), 'form'],
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
];

const types: readonly Forgery[] = [
  ['A8: an ID token with its nonce and hashes', idToken, 'type'],
  ['A8: an ID token that says it is an access token', { ...idToken, header: {} }, 'audience'],
  ['A8: a logout token', { ...logoutToken, header: { typ: 'logout+jwt' } }, 'type'],
  ['A8: a logout token of before it had a type', { ...logoutToken, header: { typ: 'JWT' } }, 'type'],
  ['A8: no typ', { without: ['typ'] }, 'type'],
  ['A8: a DPoP proof', { header: { typ: 'dpop+jwt' } }, 'type'],
];

const claims: readonly Forgery[] = [
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
  [
    'A7: our issuer with a slash more',
    (issuer) => issuer.token({ claims: { iss: `${issuer.address}/` } }),
    'issuer',
  ],
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
  ['A7: a client that is not among ours', { claims: { client_id: 'client-2', azp: 'client-1' } }, 'client'],
  ['A7: a kind of person nobody has a rule for', { claims: { kind: 'robot' } }, 'no-rule'],
  ['A7: a name that is none', { claims: { name: 'Nancy\nAnn' } }, 'mapped-claims'],
];

const logins: readonly Forgery[] = [
  ['A11: too low a level', { claims: { loa: 'Low' } }, 'assurance', 'login-too-weak'],
  ['A11: no level', { without: ['loa'] }, 'assurance', 'login-too-weak'],
  ['A11: a level that is only similar', { claims: { loa: 'Substantial ' } }, 'assurance', 'login-too-weak'],
  ['A11: levels as a list', { claims: { loa: ['Low', 'Substantial'] } }, 'assurance', 'login-too-weak'],
  [
    'A11: signed in too long ago',
    { claims: { auth_time: nowSeconds - 3_600 - 31 } },
    'authentication-age',
    'login-too-old',
  ],
  [
    'A11: signed in in the future',
    { claims: { auth_time: nowSeconds + 61 } },
    'authentication-age',
    'login-too-old',
  ],
  ['A11: nobody knows when', { without: ['auth_time'] }, 'authentication-age', 'login-too-old'],
  [
    'A11: when, as text',
    { claims: { auth_time: String(nowSeconds) } },
    'authentication-age',
    'login-too-old',
  ],
];

/** What an issuer answers, whatever it is asked. */
const answers: readonly (readonly [what: string, answer: NonNullable<TestIssuer['instead']>])[] = [
  ['404', (_, response) => response.writeHead(404).end('{}')],
  ['500', (_, response) => response.writeHead(500).end('{}')],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['HTML', (_, response) => response.end('<html>')],
  ['null', (_, response) => response.end('null')],
  ['nonsense', (_, response) => response.end('{"keys":{}}')],
  ['bad UTF-8', (_, response) => response.end(Buffer.from([0xff, 0xfe]))],
  ['more than allowed', (_, response) => response.end(JSON.stringify({ keys: [], x: 'x'.repeat(300_000) }))],
  ['nothing in time', () => undefined],
  [
    'a cut answer',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
      response.destroy();
    },
  ],
  ['a redirect to itself', ({ url }, response) => response.writeHead(302, { location: url }).end()],
];

suite('a hostile provider', () => {
  let issuer: TestIssuer;
  let other: TestIssuer;
  before(async () => {
    issuer = await TestIssuer.start();
    other = await TestIssuer.start();
  });
  after(() => Promise.all([issuer.stop(), other.stop()]));

  const open = (t: TestContext, options: Partial<JoseVerifierOptions> = {}): Promise<World> => {
    const rule = {
      principal: 'citizen',
      claims: { name: 'name' },
      when: [{ claim: 'kind', equals: 'citizen' }],
    } as const;
    const issuers = [issuer, other].map((one) => one.config({ clientIds: ['client-1'], rules: [rule] }));
    return openWorld(t, 'memory', { verifier: verifierOf({ issuers, timeout: 200, ...options }) });
  };
  const refusedFor = ({ log }: World): unknown => log.filter(({ event }) => event === 'login-refused');
  const bring = (world: World, token: string): Promise<Answered> =>
    world.send('sessions.create', { body: { grant: 'oidc', token } });

  test('a sound token is let in', async (t) => {
    const { status, text: answer } = await bring(await open(t), await issuer.token());
    assert.equal(status, 201, answer);
  });

  for (const [what, token, reason, code = 'login-refused'] of [
    ...forms,
    ...headers,
    ...types,
    ...claims,
    ...logins,
  ])
    test(`${what} is refused: ${code}, by the check of ${reason}`, async (t) => {
      const world = await open(t);
      const forged = await (typeof token === 'function' ? token(issuer) : issuer.token(token));
      const { status, problem } = await bring(world, forged);
      assert.deepEqual([status, problem.code], [401, code]);
      assert.ok(code !== 'login-refused' || !problem.title.includes(reason), 'whoever tries is not told why');
      assert.deepEqual(refusedFor(world), [{ event: 'login-refused', reason }]);
    });

  for (const [what, answer] of answers)
    test(`F11: ${what} instead of keys is "unavailable", and over when the provider is back`, async (t) => {
      const jwksUri = `${issuer.address}/jwks`;
      for (const changes of [{ jwksUri }, {}]) {
        const verifier = verifierOf({ issuers: [issuer.config(changes)], timeout: 200, cooldown: 0 });
        const world = await openWorld(t, 'memory', { verifier });
        issuer.instead = answer;
        const { status, problem, headers: told } = await bring(world, await issuer.token());
        issuer.instead = undefined;
        assert.deepEqual([status, problem.code, told.get('retry-after')], [503, 'unavailable', '5']);
        assert.equal((await bring(world, await issuer.token())).status, 201);
      }
    });

  for (const [what, discovery] of [
    ['another issuer', { issuer: 'https://evil.example' }],
    ['this issuer with a slash more', { issuer: 'SELF/' }],
    ['no issuer', { issuer: undefined }],
    ['keys at no address', { jwks_uri: 5 }],
    ['keys at an address that is none', { jwks_uri: 'keys' }],
  ] as const)
    test(`A10: a discovery document of ${what} is not believed: unavailable`, async (t) => {
      const world = await open(t);
      issuer.discovery = discovery;
      const { problem } = await bring(world, await issuer.token());
      issuer.discovery = {};
      assert.equal(problem.code, 'unavailable');
    });

  test('A7: keys change while somebody is logged in: they stay, the new key is found, the old one is refused', async (t) => {
    const world = await open(t, { keyCooldown: 0 });
    const session = await world.ask('sessions.create', {
      body: { grant: 'oidc', token: await issuer.token() },
    });
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    issuer.keys = [{ ...(await exportJWK(publicKey)), kid: 'rotated', alg: 'ES256' }];
    const rotated = await issuer.token({ key: privateKey, header: { kid: 'rotated' } });
    assert.equal((await bring(world, rotated)).status, 201);
    assert.equal((await bring(world, await issuer.token())).problem.code, 'login-refused');
    assert.deepEqual(refusedFor(world), [{ event: 'login-refused', reason: 'key' }]);
    await world.ask('visits.list', { as: session });
    issuer.keys = [issuer.publicJwk];
  });

  test('A7: nothing but its keys is asked of a provider: no user info, whose subject could be another', async (t) => {
    issuer.requests.length = 0;
    await bring(await open(t), await issuer.token());
    assert.deepEqual(issuer.requests, ['/.well-known/openid-configuration', '/jwks']);
  });
});
