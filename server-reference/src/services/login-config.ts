import { z } from 'zod';

/** Signature algorithms an issuer may be configured for: asymmetric ones only. */
export const loginAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** Most seconds two clocks may differ. */
export const MAX_SKEW_SECONDS = 60;

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

const condition = z.union(
  [
    z.strictObject({ claim: claimPath, equals: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ claim: claimPath, in: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1) }),
  ],
  { error: 'must be {"claim", "equals"} or {"claim", "in"}' },
);

/** A claim whose values mean something else here; the first entry that equals a value of the claim decides. */
const mapped = <T extends z.ZodType>(as: T) =>
  z.strictObject({
    claim: claimPath,
    values: z.array(z.strictObject({ equals: z.string(), as })).min(1),
  });

const when = z.array(condition).optional();

const clinicStaffRule = z.strictObject({
  when,
  principal: z.literal('clinic-staff'),
  claims: z.strictObject({
    name: claimPath,
    role: mapped(z.enum(['doctor', 'staff', 'manager'])),
    ydernumre: z.union([claimPath, mapped(z.array(z.string().regex(/^\d{1,6}$/)).min(1))], {
      error:
        'must be a claim that holds provider numbers, or {"claim", "values": [{"equals", "as": ["012345"]}]}',
    }),
  }),
});

const municipalEmployeeRule = z.strictObject({
  when,
  principal: z.literal('municipal-employee'),
  claims: z.strictObject({
    name: claimPath.optional(),
    cvr: claimPath,
    area: mapped(
      z.enum(['care-home', 'home-nursing', 'residential', 'acute', 'rehabilitation', 'other']),
    ).optional(),
    jobTitle: claimPath.optional(),
  }),
});

const citizenRule = z.strictObject({
  when,
  principal: z.literal('citizen'),
  claims: z.strictObject({ name: claimPath.optional(), cpr: claimPath.optional() }),
});

const rule = z.discriminatedUnion('principal', [clinicStaffRule, municipalEmployeeRule, citizenRule], {
  error: 'must have "principal": "clinic-staff", "municipal-employee" or "citizen"',
});

const assurance = z.strictObject({ claim: claimPath, accepted: z.array(z.string().min(1)).min(1) });

/** One issuer of access tokens (RFC 9068), as configured. */
export const issuerConfigSchema = z.strictObject({
  issuer: address,
  algorithms: z
    .array(z.enum(loginAlgorithms, { error: `must be one of ${loginAlgorithms.join(', ')}` }))
    .min(1, { error: 'must name at least one algorithm' }),
  jwksUri: address.optional(),
  clientIds: z.array(z.string().min(1)).min(1).optional(),
  assurance: z.array(assurance).optional(),
  maxAuthAgeSeconds: z.int().positive().optional(),
  skewSeconds: z.int().min(0).max(MAX_SKEW_SECONDS).optional(),
  rules: z.array(rule).min(1, { error: 'must hold at least one rule, or nobody can log in there' }),
});

const issuersSchema = z
  .array(issuerConfigSchema, { error: 'must be a list of issuers' })
  .refine((list) => new Set(list.map(({ issuer }) => issuer)).size === list.length, {
    error: 'must not name the same issuer twice',
  });

/**
 * One configured login.
 *
 * - `issuer`: exactly as in the tokens. Without `jwksUri` its keys are found by OpenID Connect Discovery.
 * - `algorithms`: which of {@link loginAlgorithms} it signs with.
 * - `clientIds`: when given, only tokens issued to these clients (`client_id`).
 * - `assurance`: claims that must hold one of the accepted values, e.g. `loa` or `acr` for a NSIS level.
 * - `maxAuthAgeSeconds`: how long ago somebody may have proved who they are (`auth_time`).
 * - `skewSeconds`: how far clocks may differ, at most 60; 30 when left out.
 * - `rules`: who the token speaks of. The first rule whose conditions all hold decides; none: refused.
 */
export type IssuerConfig = z.infer<typeof issuerConfigSchema>;

/** One rule of an {@link IssuerConfig}. */
export type ClaimRule = IssuerConfig['rules'][number];

/** The name of a claim, or the way to a nested one. */
export type ClaimPath = z.infer<typeof claimPath>;

/** A condition on a claim. */
export type ClaimCondition = z.infer<typeof condition>;

/** The login configuration is wrong; `sentences` name every mistake and where it is. */
export class LoginConfigError extends Error {
  readonly code = 'login-config-invalid';
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(`The login configuration cannot be used:\n${sentences.map((line) => `- ${line}`).join('\n')}`);
    this.name = 'LoginConfigError';
    this.sentences = sentences;
  }
}

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
