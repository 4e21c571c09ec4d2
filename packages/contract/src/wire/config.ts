import type { Language } from '../domain/consent.ts';
import type { PrincipalKind } from '../domain/principal.ts';
import type { Support } from '../domain/support.ts';

/** A login a browser can start by itself (OpenID Connect, authorization code with PKCE). */
export interface LoginProvider {
  readonly id: string;
  /** Shown on the button, by language. */
  readonly label: Readonly<Record<Language, string>>;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** RFC 8707: the access token's audience. */
  readonly resource: string;
  /** Which kinds of people log in there. */
  readonly kinds: readonly PrincipalKind[];
}

/** What a client may know before anybody logs in. */
export interface PublicConfig {
  readonly providers: readonly LoginProvider[];
  readonly languages: readonly Language[];
  readonly support: Support;
  readonly consentTextVersion: string;
  /** Country calling codes besides 45 that invitations may go to, without `+`. */
  readonly smsCountries: readonly string[];
  readonly limits: {
    readonly reasonCharacters: number;
    readonly participants: number;
    readonly recipients: number;
  };
}
