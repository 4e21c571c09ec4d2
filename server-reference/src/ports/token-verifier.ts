import type {
  AuthorisationId,
  ClinicRole,
  Cpr,
  Instant,
  MunicipalArea,
  Ydernummer,
} from '@venterum/contract';

/** Somebody who works in clinics, as the login knows them: by provider numbers, not by our clinic ids. */
export interface ClinicStaffLogin {
  readonly kind: 'clinic-staff';
  readonly name: string;
  readonly role: ClinicRole;
  /** Six digits each, without repeats; none when the login names no clinic, and clinics' own lists decide. */
  readonly ydernumre: readonly Ydernummer[];
  /** Only where the issuer is configured to give it. */
  readonly authorisationId?: AuthorisationId;
}

/** Somebody employed by a municipality. A pseudonymous login has no name. */
export interface MunicipalEmployeeLogin {
  readonly kind: 'municipal-employee';
  readonly name?: string;
  /** CVR number of the municipality, 8 digits. */
  readonly municipality: string;
  readonly area?: MunicipalArea;
  readonly jobTitle?: string;
}

/** A person with an own digital identity; the CPR number is beside it in {@link VerifiedLogin}. */
export interface CitizenLogin {
  readonly kind: 'citizen';
  readonly name?: string;
}

/** Who logged in, in our words. */
export type LoginPrincipal = ClinicStaffLogin | MunicipalEmployeeLogin | CitizenLogin;

/** What a verified access token says. Holds personal data: never logged. */
export interface VerifiedLogin {
  readonly issuer: string;
  /** Unique within the issuer only: two issuers may use the same subject for two people. */
  readonly subject: string;
  readonly principal: LoginPrincipal;
  /** Only of citizens, and only where the issuer is configured to give it. */
  readonly cpr?: Cpr;
  /** When they proved who they are (`auth_time`), where the token tells. */
  readonly authenticatedAt?: Instant;
  /** The token's own expiry. */
  readonly expiresAt: Instant;
}

/** Which check refused a token. For whoever sets a login up: it names a check, and holds nothing of the token. */
export type LoginRefusal =
  /** No JWT in compact form, or larger than 16 KiB. */
  | 'form'
  /** No `kid`, or a header parameter that is not accepted, such as `jku`. */
  | 'header'
  /** `iss` is none of the configured issuers, letter by letter. */
  | 'issuer'
  /** `typ` is not `at+jwt`: an ID token, perhaps. */
  | 'type'
  /** `alg` is not among the issuer's configured ones. */
  | 'algorithm'
  /** The issuer publishes no key with this `kid`. */
  | 'key'
  | 'signature'
  /** `aud` is not this server's resource, and it alone. */
  | 'audience'
  /** `client_id` is not among those configured. */
  | 'client'
  /** Expired, not valid yet, or issued too long ago: or one of the two clocks is wrong. */
  | 'time'
  /** `sub`, `exp`, `iat`, `jti` or `client_id` is missing, or is not what RFC 9068 says. */
  | 'required-claims'
  /** A claim under `assurance` has none of the accepted values. */
  | 'assurance'
  /** `auth_time` is missing, or longer ago than `maxAuthAgeSeconds`. */
  | 'authentication-age'
  /** No rule's conditions hold. */
  | 'no-rule'
  /** The rule that applies does not find a claim it needs, or what is there is malformed. */
  | 'mapped-claims';

/** Verifies access tokens of the configured logins. */
export interface TokenVerifier {
  /**
   * Who it is, or `undefined` when the token is refused; `refused` is told first which check did.
   * Rejects only when the login cannot be asked.
   */
  verify(token: string, refused?: (reason: LoginRefusal) => void): Promise<VerifiedLogin | undefined>;
}
