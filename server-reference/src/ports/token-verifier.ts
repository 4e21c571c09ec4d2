import type { ClinicRole, Cpr, Instant, MunicipalArea, Ydernummer } from '@venterum/contract';

/** Somebody who works in clinics, as the login knows them: by provider numbers, not by our clinic ids. */
export interface ClinicStaffLogin {
  readonly kind: 'clinic-staff';
  readonly name: string;
  readonly role: ClinicRole;
  /** Six digits each, at least one, without repeats. */
  readonly ydernumre: readonly Ydernummer[];
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
  /** The token's own expiry. */
  readonly expiresAt: Instant;
}

/** Verifies access tokens of the configured logins. */
export interface TokenVerifier {
  /** Who it is, or `undefined` when the token is refused for whatever reason. Rejects only when the login cannot be asked. */
  verify(token: string): Promise<VerifiedLogin | undefined>;
}
