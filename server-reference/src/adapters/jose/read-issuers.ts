import { z } from 'zod';
import {
  type IssuerConfig,
  loginAlgorithms,
  LoginConfigError,
  MAX_SKEW_SECONDS,
} from '../../services/login-config.ts';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

const isSafeAddress = (address: string): boolean => {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname));
};

const address = z.string().refine(isSafeAddress, {
  error: 'must be an https address (http only for localhost), without user, password or fragment',
});

/** A claim's name, or the names that lead to it through nested objects. */
const claimPath = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: 'must be the name of a claim, or a list of names that leads to a nested one',
});

const claimValue = z.union([z.string(), z.number(), z.boolean()]);

const condition = z.union(
  [
    z.strictObject({ claim: claimPath, equals: claimValue }),
    z.strictObject({ claim: claimPath, in: z.array(claimValue).min(1) }),
    z.strictObject({ claim: claimPath, includes: claimValue }),
  ],
  { error: 'must be {"claim", "equals"}, {"claim", "in"} or {"claim", "includes"}' },
);

/** A claim whose values mean something else here; the first entry that equals a value of the claim decides. */
const mapped = <T extends z.ZodType>(as: T) =>
  z.strictObject({
    claim: claimPath,
    values: z.array(z.strictObject({ equals: z.string(), as })).min(1),
  });

const clinicRole = z.enum(['doctor', 'staff', 'manager']);

const when = z.array(condition).exactOptional();

const clinicStaffRule = z.strictObject({
  when,
  principal: z.literal('clinic-staff'),
  claims: z.strictObject({
    name: claimPath,
    role: mapped(clinicRole).extend({ otherwise: clinicRole.exactOptional() }),
    ydernumre: z.union([claimPath, mapped(z.array(z.string().regex(/^\d{1,6}$/)).min(1))], {
      error:
        'must be a claim that holds provider numbers, or {"claim", "values": [{"equals", "as": ["012345"]}]}',
    }),
    authorisationId: claimPath.exactOptional(),
  }),
});

const municipalEmployeeRule = z.strictObject({
  when,
  principal: z.literal('municipal-employee'),
  claims: z.strictObject({
    name: claimPath.exactOptional(),
    cvr: claimPath,
    area: mapped(
      z.enum(['care-home', 'home-nursing', 'residential', 'acute', 'rehabilitation', 'other']),
    ).exactOptional(),
    jobTitle: claimPath.exactOptional(),
  }),
});

const citizenRule = z.strictObject({
  when,
  principal: z.literal('citizen'),
  claims: z.strictObject({ name: claimPath.exactOptional(), cpr: claimPath.exactOptional() }),
});

const rule = z.discriminatedUnion('principal', [clinicStaffRule, municipalEmployeeRule, citizenRule], {
  error: 'must have "principal": "clinic-staff", "municipal-employee" or "citizen"',
});

const assurance = z.strictObject({ claim: claimPath, accepted: z.array(z.string().min(1)).min(1) });

const issuerConfig = z.strictObject({
  issuer: address,
  algorithms: z
    .array(z.enum(loginAlgorithms, { error: `must be one of ${loginAlgorithms.join(', ')}` }))
    .min(1, { error: 'must name at least one algorithm' }),
  jwksUri: address.exactOptional(),
  clientIds: z.array(z.string().min(1)).min(1).exactOptional(),
  assurance: z.array(assurance).exactOptional(),
  maxAuthAgeSeconds: z.int().positive().exactOptional(),
  skewSeconds: z.int().min(0).max(MAX_SKEW_SECONDS).exactOptional(),
  rules: z.array(rule).min(1, { error: 'must hold at least one rule, or nobody can log in there' }),
});

const issuersSchema = z
  .array(issuerConfig, { error: 'must be a list of issuers' })
  .refine((list) => new Set(list.map(({ issuer }) => issuer)).size === list.length, {
    error: 'must not name the same issuer twice',
  });

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const [index, ...path] = issue.path;
  if (typeof index !== 'number') return `The configuration ${issue.message}.`;
  const where = path.length === 0 ? '' : `, at ${path.map(String).join('.')}`;
  return `Issuer ${index + 1}${where}: ${issue.message.replace(/\.$/, '')}.`;
};

/** Reads the configured issuers from JSON. Throws {@link LoginConfigError}. */
export const readIssuers = (json: string): readonly IssuerConfig[] => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new LoginConfigError([`It is not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}.`]);
  }
  return checkIssuers(value);
};

/** The configured issuers, checked. Throws {@link LoginConfigError}. */
export const checkIssuers = (value: unknown): readonly IssuerConfig[] => {
  const checked = issuersSchema.safeParse(value);
  if (!checked.success) throw new LoginConfigError(checked.error.issues.map(sentenceOf));
  return checked.data;
};
