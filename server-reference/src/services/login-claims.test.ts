import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { claimAt, mapClaims } from './login-claims.ts';
import { checkIssuers } from '../adapters/jose/read-issuers.ts';
import type { ClaimRule } from './login-config.ts';

const rulesOf = (...rules: unknown[]): readonly ClaimRule[] =>
  checkIssuers([{ issuer: 'https://a.example', algorithms: ['ES256'], rules }])[0]?.rules ?? [];

const staff = {
  principal: 'clinic-staff',
  claims: {
    name: 'name',
    role: {
      claim: 'role',
      values: [
        { equals: 'laege', as: 'doctor' },
        { equals: 'sekretaer', as: 'staff' },
      ],
    },
    ydernumre: 'ydernummer',
  },
};
const municipal = {
  principal: 'municipal-employee',
  claims: {
    name: ['nemlogin', 'name'],
    cvr: 'nemlogin.cvr',
    area: { claim: 'area', values: [{ equals: 'plejehjem', as: 'care-home' }] },
    jobTitle: 'job_title',
  },
};
const citizen = { principal: 'citizen', claims: { name: 'name', cpr: 'cpr' } };

const doctor = { name: 'Læge Test Lund', role: 'laege', ydernummer: ['12345', '654321'] };
const nancy = { name: 'Nancy Ann Berggren', cpr: '251248-9996' };

suite('claims of clinic staff', () => {
  const map = (claims: Record<string, unknown>) => mapClaims(claims, rulesOf(staff));

  test('provider numbers are normalised, without repeats', () => {
    assert.deepEqual(map({ ...doctor, ydernummer: ['12345', '012345', '654321'] }), {
      principal: {
        kind: 'clinic-staff',
        name: 'Læge Test Lund',
        role: 'doctor',
        ydernumre: ['012345', '654321'],
      },
    });
    assert.ok(map({ ...doctor, ydernummer: '12345' }) !== undefined);
  });

  test('of several roles the first in the configuration counts', () => {
    const login = map({ ...doctor, role: ['sekretaer', 'laege'] })?.principal;
    assert.equal(login?.kind === 'clinic-staff' && login.role, 'doctor');
  });

  for (const [given, expected] of [
    ['02hj9', '02HJ9'],
    [['02HJ9', '02HJ8'], '02HJ9'],
    [undefined, undefined],
    [[], undefined],
    ['', undefined],
  ] as const)
    test(`an authorisation id may be said, and need not: ${JSON.stringify(given)}`, () => {
      const rules = rulesOf({ ...staff, claims: { ...staff.claims, authorisationId: 'auth_id' } });
      const login = mapClaims({ ...doctor, auth_id: given }, rules)?.principal;
      assert.ok(login?.kind === 'clinic-staff');
      assert.equal(login.authorisationId, expected);
    });

  test('B3: what is no authorisation id, where one is said, is nobody', () => {
    const rules = rulesOf({ ...staff, claims: { ...staff.claims, authorisationId: 'auth_id' } });
    for (const auth_id of ['02HJ', 12345, { id: '02HJ9' }, '02HJ9; DROP'])
      assert.equal(mapClaims({ ...doctor, auth_id }, rules), undefined, JSON.stringify(auth_id));
  });

  test('a role may have a default, for whoever has none of the configured ones', () => {
    const role = { ...staff.claims.role, otherwise: 'staff' };
    const rules = rulesOf({ ...staff, claims: { ...staff.claims, role } });
    const roleOf = (given: unknown) => {
      const principal = mapClaims({ ...doctor, role: given }, rules)?.principal;
      return principal?.kind === 'clinic-staff' && principal.role;
    };
    assert.equal(roleOf(['laege']), 'doctor');
    for (const given of [undefined, [], ['rengoering'], 'laege-vikar', { laege: true }])
      assert.equal(roleOf(given), 'staff');
    const unknown = { ...staff, claims: { ...staff.claims, role: { ...role, otherwise: 'admin' } } };
    assert.throws(() => rulesOf(unknown), { code: 'login-config-invalid' });
  });

  for (const [what, changes] of [
    ['no name', { name: undefined }],
    ['a name that is an object', { name: { toString: 'x' } }],
    ['a name with a line break', { name: 'Læge\nTest' }],
    ['an unknown role', { role: 'rengoering' }],
    ['a role that only contains a known one', { role: 'laege-vikar' }],
    ['a role in capitals', { role: 'LAEGE' }],
    ['a role called like a method', { role: 'constructor' }],
    ['a role that is an object', { role: { laege: true } }],
    ['one that is none', { ydernummer: ['12345', 'alle'] }],
    ['one that is a number', { ydernummer: [12345] }],
    ['0', { ydernummer: '000000' }],
    ['too many', { ydernummer: Array.from({ length: 51 }, (_, index) => String(index + 1)) }],
  ] as const)
    test(`${what} is refused`, () => {
      assert.equal(map({ ...doctor, ...changes }), undefined);
    });

  test('clinics may come from a table of the configuration', () => {
    const table = { claim: 'cvr', values: [{ equals: '12345678', as: ['012345'] }] };
    const rules = rulesOf({ ...staff, claims: { ...staff.claims, ydernumre: table } });
    const login = mapClaims({ ...doctor, cvr: '12345678' }, rules)?.principal;
    assert.deepEqual(login?.kind === 'clinic-staff' && login.ydernumre, ['012345']);
    const other = mapClaims({ ...doctor, cvr: '87654321' }, rules)?.principal;
    assert.deepEqual(other?.kind === 'clinic-staff' && other.ydernumre, []);
  });

  test('who names no clinic has none by the login', () => {
    for (const ydernummer of [undefined, null, []]) {
      const login = map({ ...doctor, ydernummer })?.principal;
      assert.deepEqual(login?.kind === 'clinic-staff' && login.ydernumre, []);
    }
  });
});

suite('claims of municipal employees and citizens', () => {
  const map = (claims: Record<string, unknown>) => mapClaims(claims, rulesOf(municipal));

  test('names with dots and nested claims are told apart', () => {
    const claims = {
      'nemlogin.cvr': '12345678',
      nemlogin: { name: 'Sygeplejerske Test' },
      area: 'plejehjem',
      job_title: 'Sygeplejerske',
    };
    assert.deepEqual(map(claims), {
      principal: {
        kind: 'municipal-employee',
        municipality: '12345678',
        name: 'Sygeplejerske Test',
        area: 'care-home',
        jobTitle: 'Sygeplejerske',
      },
    });
    assert.equal(map({ nemlogin: { cvr: '12345678' } }), undefined);
  });

  test('a pseudonym needs no name, an unknown area is left out, a wrong CVR is refused', () => {
    assert.deepEqual(map({ 'nemlogin.cvr': '12345678', area: 'andet' }), {
      principal: { kind: 'municipal-employee', municipality: '12345678' },
    });
    for (const cvr of ['1234567', '123456789', 'DK12345678', 12345678, null])
      assert.equal(map({ 'nemlogin.cvr': cvr }), undefined);
  });

  test('a citizen’s number is normalised, stays beside the principal, and must be one', () => {
    const rules = rulesOf(citizen);
    assert.deepEqual(mapClaims(nancy, rules), {
      principal: { kind: 'citizen', name: 'Nancy Ann Berggren' },
      cpr: '2512489996',
    });
    assert.deepEqual(mapClaims({}, rules), { principal: { kind: 'citizen' } });
    for (const cpr of ['', '9999999999', 2512489996, ['2512489996'], null])
      assert.equal(mapClaims({ ...nancy, cpr }, rules), undefined);
  });
});

suite('rules', () => {
  const rules = rulesOf(
    {
      ...municipal,
      when: [
        { claim: 'type', equals: 'professional' },
        { claim: 'idp', in: ['a', 'b'] },
      ],
    },
    { ...citizen, when: [{ claim: 'type', equals: 'private' }] },
  );

  test('the first whose conditions all hold decides', () => {
    const cvr = { 'nemlogin.cvr': '12345678' };
    assert.equal(
      mapClaims({ ...cvr, type: 'professional', idp: 'b' }, rules)?.principal.kind,
      'municipal-employee',
    );
    assert.equal(mapClaims({ ...cvr, type: 'professional', idp: 'c' }, rules), undefined);
    assert.equal(mapClaims({ ...cvr, type: 'private' }, rules)?.principal.kind, 'citizen');
    assert.equal(mapClaims({ ...cvr }, rules), undefined);
    assert.equal(mapClaims({ ...cvr, type: ['private'] }, rules), undefined);
  });

  const privilege = 'http://example.dk/roles/usersystemrole/video/1';
  const privileged = { ...municipal, when: [{ claim: ['kombit', 'privileges'], includes: privilege }] };
  for (const [what, privileges, matches] of [
    ['a list with it', ['http://example.dk/roles/other/1', privilege], true],
    ['it alone, as some issuers write a list of one', privilege, true],
    ['an empty list', [], false],
    ['no claim', undefined, false],
    ['one that begins like it', [`${privilege}0`], false],
    ['one that it begins like', [privilege.slice(0, -1)], false],
    ['it in capitals', [privilege.toUpperCase()], false],
    ['it with a blank', [`${privilege} `], false],
    ['it within a text of several', `other ${privilege}`, false],
    ['a list in a list', [[privilege]], false],
    ['an object that has it as a key', { [privilege]: true }, false],
    ['an object that looks like a list', { 0: privilege, length: 1 }, false],
    ['something whose text it would be', [{ toString: privilege }], false],
  ] as const)
    test(`A11: of privileges, ${what} ${matches ? 'matches' : 'does not match'}`, () => {
      const claims = { 'nemlogin.cvr': '12345678', kombit: { privileges } };
      assert.equal(mapClaims(claims, rulesOf(privileged)) !== undefined, matches);
    });

  test('A11: a list of numbers includes a number, and not its text', () => {
    const rule = { ...municipal, when: [{ claim: 'level', includes: 3 }] };
    const map = (level: unknown) => mapClaims({ 'nemlogin.cvr': '12345678', level }, rulesOf(rule));
    assert.ok(map([2, 3]));
    assert.equal(map(['3']), undefined);
  });

  test('A7: a rule that applies and fails does not fall through to a weaker one', () => {
    const open = rulesOf({ ...municipal, when: [{ claim: 'type', equals: 'professional' }] }, citizen);
    assert.equal(mapClaims({ type: 'professional', name: 'x' }, open), undefined);
  });

  test('E9: nothing inherited counts, neither of the claims nor of Object', () => {
    const inherited = Object.create(doctor) as Record<string, unknown>;
    assert.equal(mapClaims(inherited, rulesOf(staff)), undefined);
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      assert.equal(claimAt({}, name), undefined);
    assert.equal(claimAt({ a: 'text' }, ['a', 'length', 'x']), undefined);
    assert.equal(claimAt({ a: [] }, ['a', 'map']), undefined);
  });

  test('any claims are answered, none throws', () => {
    const all = rulesOf(
      { ...staff, when: [{ claim: 'k', equals: 1 }] },
      { ...municipal, when: [{ claim: 'k', equals: 2 }] },
      citizen,
    );
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.record({
          k: fc.nat(3),
          name: value,
          role: value,
          ydernummer: value,
          cpr: value,
          nemlogin: value,
          'nemlogin.cvr': value,
        }),
        (claims) => {
          mapClaims(claims, all);
        },
      ),
    );
  });
});
