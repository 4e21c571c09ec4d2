import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LoginConfigError } from '../../services/login-config.ts';
import { readIssuers } from './read-issuers.ts';

const clinic = {
  issuer: 'https://login.example',
  algorithms: ['RS256'],
  rules: [
    {
      when: [{ claim: 'identity_type', equals: 'professional' }],
      principal: 'clinic-staff',
      claims: {
        name: 'name',
        role: { claim: 'role', values: [{ equals: 'laege', as: 'doctor' }] },
        ydernumre: { claim: 'cvr', values: [{ equals: '12345678', as: ['012345'] }] },
      },
    },
  ],
};

const sentencesFor = (value: unknown): readonly string[] => {
  try {
    readIssuers(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    assert.ok(error instanceof LoginConfigError);
    for (const sentence of error.sentences) assert.ok(error.message.includes(sentence));
    return error.sentences;
  }
  return [];
};

suite('login configuration', () => {
  test('a sound one is read', () => {
    assert.deepEqual(readIssuers(JSON.stringify([clinic])), [clinic]);
    assert.deepEqual(readIssuers('[]'), []);
  });

  for (const [what, value, sentence] of [
    ['text that is no JSON', '{', /^It is not JSON: /],
    ['no list', {}, /^The configuration must be a list of issuers\.$/],
    ['one issuer twice', [clinic, clinic], /^The configuration must not name the same issuer twice\.$/],
    [
      'A7: HS256',
      [{ ...clinic, algorithms: ['HS256'] }],
      /^Issuer 1, at algorithms\.0: must be one of RS256, PS256, ES256, EdDSA\.$/,
    ],
    [
      'A7: no algorithm',
      [{ ...clinic, algorithms: [] }],
      /^Issuer 1, at algorithms: must name at least one algorithm\.$/,
    ],
    [
      'http',
      [{ ...clinic, issuer: 'http://login.example' }],
      /^Issuer 1, at issuer: must be an https address/,
    ],
    [
      'an address with a password',
      [{ ...clinic, jwksUri: 'https://a:b@login.example/' }],
      /^Issuer 1, at jwksUri: must be/,
    ],
    ['an address that is none', [{ ...clinic, issuer: 'login' }], /^Issuer 1, at issuer: must be/],
    [
      'a word too many',
      [clinic, { ...clinic, issuer: 'https://b.example', algorithm: 'x' }],
      /^Issuer 2: .*algorithm/,
    ],
    ['A7: too much skew', [{ ...clinic, skewSeconds: 61 }], /^Issuer 1, at skewSeconds: /],
    ['no rules', [{ ...clinic, rules: [] }], /^Issuer 1, at rules: must hold at least one rule/],
    [
      'an unknown kind',
      [{ ...clinic, rules: [{ principal: 'admin', claims: {} }] }],
      /^Issuer 1, at rules\.0\.principal: must have "principal": /,
    ],
    [
      'a role that is none',
      [
        {
          ...clinic,
          rules: [
            {
              principal: 'clinic-staff',
              claims: {
                name: 'n',
                ydernumre: 'y',
                role: { claim: 'r', values: [{ equals: 'x', as: 'root' }] },
              },
            },
          ],
        },
      ],
      /^Issuer 1, at rules\.0\.claims\.role\.values\.0\.as: /,
    ],
    [
      'a condition without value',
      [{ ...clinic, rules: [{ principal: 'citizen', when: [{ claim: 'x' }], claims: {} }] }],
      /^Issuer 1, at rules\.0\.when\.0: must be \{"claim", "equals"\}/,
    ],
    [
      'no municipality',
      [{ ...clinic, rules: [{ principal: 'municipal-employee', claims: {} }] }],
      /^Issuer 1, at rules\.0\.claims\.cvr: must be the name of a claim/,
    ],
  ] as const)
    test(`${what} is named in a sentence`, () => {
      const [first] = sentencesFor(value);
      assert.match(first ?? '', sentence);
    });

  test('all mistakes are named at once', () => {
    assert.equal(
      sentencesFor([
        { ...clinic, algorithms: [], rules: [] },
        { ...clinic, issuer: 'x' },
      ]).length,
      3,
    );
  });

  test('http is fine for localhost', () => {
    for (const host of ['localhost:4401', '127.0.0.1', '[::1]:80'])
      assert.deepEqual(sentencesFor([{ ...clinic, issuer: `http://${host}` }]), []);
  });
});
