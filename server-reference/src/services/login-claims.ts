import {
  type AuthorisationId,
  type Cpr,
  parseAuthorisationId,
  parseCpr,
  parseYdernummer,
} from '@venterum/contract';
import { nameSchema } from '@venterum/contract/schemas';
import type { LoginPrincipal } from '../ports/token-verifier.ts';
import type {
  CitizenRule,
  ClaimCondition,
  ClaimMap,
  ClaimPath,
  ClaimRule,
  ClinicStaffRule,
  MunicipalEmployeeRule,
} from './login-config.ts';

/** What a token says, untrusted in shape. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who a token speaks of. */
export interface MappedLogin {
  readonly principal: LoginPrincipal;
  readonly cpr?: Cpr;
}

const CVR = /^\d{8}$/;
/** More clinics than one person works in. */
const MAX_CLINICS = 50;

/** The claim's value through own properties only; nothing inherited ever counts. */
export const claimAt = (claims: Claims, path: ClaimPath): unknown => {
  let value: unknown = claims;
  for (const name of typeof path === 'string' ? [path] : path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
};

const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const holds = (claims: Claims, condition: ClaimCondition): boolean => {
  const value = claimAt(claims, condition.claim);
  if ('includes' in condition) return valuesOf(value).some((entry) => entry === condition.includes);
  return 'in' in condition ? condition.in.some((entry) => entry === value) : value === condition.equals;
};

const stringsOf = (value: unknown): readonly string[] =>
  valuesOf(value).filter((entry) => typeof entry === 'string');

const translated = <T>(claims: Claims, map: ClaimMap<T>): T | undefined => {
  const given = stringsOf(claimAt(claims, map.claim));
  return map.values.find(({ equals }) => given.includes(equals))?.as;
};

/** `undefined` when there is none; `null` when what is there cannot be a name. */
const wordsAt = (claims: Claims, path: ClaimPath | undefined): string | undefined | null => {
  const value = path === undefined ? undefined : claimAt(claims, path);
  if (value === undefined || value === null || value === '') return undefined;
  return nameSchema.safeParse(value).data ?? null;
};

const isPath = (value: ClaimPath | ClaimMap<readonly string[]>): value is ClaimPath =>
  typeof value === 'string' || Array.isArray(value);

/** Every number must be one: a list with a mistake in it is not half a right. None at all is no right. */
const ydernumreAt = (
  claims: Claims,
  source: ClaimPath | ClaimMap<readonly string[]>,
): readonly string[] | undefined => {
  const given = isPath(source) ? claimAt(claims, source) : translated(claims, source);
  if (given === undefined || given === null) return [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const numbers = list.map((entry) => (typeof entry === 'string' ? parseYdernummer(entry) : undefined));
  if (numbers.length > MAX_CLINICS) return undefined;
  return numbers.every((number) => number !== undefined) ? [...new Set(numbers)] : undefined;
};

/** `undefined` when there is none; `null` when what is there cannot be one. */
const authorisationAt = (claims: Claims, path: ClaimPath | undefined): AuthorisationId | undefined | null => {
  const value = path === undefined ? undefined : claimAt(claims, path);
  const [first] = value === null || value === '' ? [] : valuesOf(value);
  if (first === undefined) return undefined;
  return (typeof first === 'string' ? parseAuthorisationId(first) : undefined) ?? null;
};

const clinicStaff = (claims: Claims, rule: ClinicStaffRule): MappedLogin | undefined => {
  const name = wordsAt(claims, rule.claims.name);
  const role = translated(claims, rule.claims.role) ?? rule.claims.role.otherwise;
  const ydernumre = ydernumreAt(claims, rule.claims.ydernumre);
  const authorisationId = authorisationAt(claims, rule.claims.authorisationId);
  if (typeof name !== 'string' || role === undefined || ydernumre === undefined) return undefined;
  if (authorisationId === null) return undefined;
  const known = authorisationId === undefined ? {} : { authorisationId };
  return { principal: { kind: 'clinic-staff', name, role, ydernumre, ...known } };
};

const municipalEmployee = (claims: Claims, rule: MunicipalEmployeeRule): MappedLogin | undefined => {
  const municipality = claimAt(claims, rule.claims.cvr);
  const name = wordsAt(claims, rule.claims.name);
  const jobTitle = wordsAt(claims, rule.claims.jobTitle);
  if (typeof municipality !== 'string' || !CVR.test(municipality)) return undefined;
  if (name === null || jobTitle === null) return undefined;
  const area = rule.claims.area === undefined ? undefined : translated(claims, rule.claims.area);
  return {
    principal: {
      kind: 'municipal-employee',
      municipality,
      ...(name === undefined ? {} : { name }),
      ...(area === undefined ? {} : { area }),
      ...(jobTitle === undefined ? {} : { jobTitle }),
    },
  };
};

const citizen = (claims: Claims, rule: CitizenRule): MappedLogin | undefined => {
  const name = wordsAt(claims, rule.claims.name);
  const given = rule.claims.cpr === undefined ? undefined : claimAt(claims, rule.claims.cpr);
  const cpr = typeof given === 'string' ? parseCpr(given) : undefined;
  if (name === null || (given !== undefined && cpr === undefined)) return undefined;
  return {
    principal: { kind: 'citizen', ...(name === undefined ? {} : { name }) },
    ...(cpr === undefined ? {} : { cpr }),
  };
};

/**
 * The rule for these claims: the first whose conditions all hold. It decides, also when it then finds a claim
 * missing or malformed: falling through to a weaker rule would let a mistake become another person.
 */
export const ruleFor = (claims: Claims, rules: readonly ClaimRule[]): ClaimRule | undefined =>
  rules.find(({ when = [] }) => when.every((condition) => holds(claims, condition)));

/** Who the claims speak of by this rule; `undefined` when a claim it needs is missing or malformed. */
export const mapBy = (rule: ClaimRule, claims: Claims): MappedLogin | undefined => {
  switch (rule.principal) {
    case 'clinic-staff':
      return clinicStaff(claims, rule);
    case 'municipal-employee':
      return municipalEmployee(claims, rule);
    case 'citizen':
      return citizen(claims, rule);
  }
};

/** Who the claims speak of, if anybody. */
export const mapClaims = (claims: Claims, rules: readonly ClaimRule[]): MappedLogin | undefined => {
  const rule = ruleFor(claims, rules);
  return rule === undefined ? undefined : mapBy(rule, claims);
};
