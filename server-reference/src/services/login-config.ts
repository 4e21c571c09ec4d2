import type { ClinicRole, MunicipalArea } from '@venterum/contract';

/** Signature algorithms an issuer may be configured for: asymmetric ones only. */
export const loginAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** Most seconds two clocks may differ. */
export const MAX_SKEW_SECONDS = 60;

/** The name of a claim, or the names that lead to it through nested objects. */
export type ClaimPath = string | readonly string[];

/** What a claim may be compared with, exactly. */
export type ClaimValue = string | number | boolean;

/** A condition on a claim; always on whole values, never on parts of a text. */
export type ClaimCondition =
  | { readonly claim: ClaimPath; readonly equals: ClaimValue }
  | { readonly claim: ClaimPath; readonly in: readonly ClaimValue[] }
  /** One of the claim's values is this: for lists, as privileges are. A single value counts as a list of one. */
  | { readonly claim: ClaimPath; readonly includes: ClaimValue };

/** A claim whose values mean something else here; the first entry that equals a value of the claim decides. */
export interface ClaimMap<T> {
  readonly claim: ClaimPath;
  readonly values: readonly { readonly equals: string; readonly as: T }[];
}

/** The same with a default, for logins that say something of some people only. */
export interface ClaimMapWithDefault<T> extends ClaimMap<T> {
  /** When no entry decides, also when there is no such claim. @defaultValue none: the login is refused */
  readonly otherwise?: T;
}

/** Makes clinic staff of a token. A name and a role are required; who names no clinic is let in by a clinic's own list. */
export interface ClinicStaffRule {
  readonly when?: readonly ClaimCondition[];
  readonly principal: 'clinic-staff';
  readonly claims: {
    readonly name: ClaimPath;
    readonly role: ClaimMapWithDefault<ClinicRole>;
    /** A claim that holds one provider number or a list, or an own table from another claim. */
    readonly ydernumre: ClaimPath | ClaimMap<readonly string[]>;
    /** A claim with one authorisation id or a list, whose first counts. Who has none is staff all the same. */
    readonly authorisationId?: ClaimPath;
  };
}

/** Makes a municipal employee of a token. */
export interface MunicipalEmployeeRule {
  readonly when?: readonly ClaimCondition[];
  readonly principal: 'municipal-employee';
  readonly claims: {
    readonly name?: ClaimPath;
    readonly cvr: ClaimPath;
    readonly area?: ClaimMap<MunicipalArea>;
    readonly jobTitle?: ClaimPath;
  };
}

/** Makes a citizen of a token. */
export interface CitizenRule {
  readonly when?: readonly ClaimCondition[];
  readonly principal: 'citizen';
  readonly claims: { readonly name?: ClaimPath; readonly cpr?: ClaimPath };
}

/** Who a token speaks of, when all of `when` holds. */
export type ClaimRule = ClinicStaffRule | MunicipalEmployeeRule | CitizenRule;

/** One configured login. */
export interface IssuerConfig {
  /** Exactly as in the tokens. */
  readonly issuer: string;
  /** What it signs with. */
  readonly algorithms: readonly (typeof loginAlgorithms)[number][];
  /** Where its keys are; found by OpenID Connect Discovery when left out. */
  readonly jwksUri?: string;
  /** When given, only tokens issued to these clients (`client_id`). */
  readonly clientIds?: readonly string[];
  /** Claims that must hold one of the accepted values, e.g. `loa` or `acr` for a NSIS level. */
  readonly assurance?: readonly { readonly claim: ClaimPath; readonly accepted: readonly string[] }[];
  /** How long ago somebody may have proved who they are (`auth_time`). */
  readonly maxAuthAgeSeconds?: number;
  /** How far clocks may differ, at most {@link MAX_SKEW_SECONDS}. @defaultValue 30 */
  readonly skewSeconds?: number;
  /** The first rule whose conditions all hold decides; when none does, the login is refused. */
  readonly rules: readonly ClaimRule[];
}

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
