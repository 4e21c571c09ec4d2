import type { LoginProvider } from '@venterum/contract';

/** How somebody logs in by OpenID Connect. */
export interface OidcLoginOptions {
  /** The page that calls `completeOidcLogin`; registered with the issuer. On the page's own origin. */
  readonly redirectUri: string;
  /** In a window of its own, so that the host page stays. Default: true. */
  readonly popup?: boolean;
  /** More parameters for the authorization request, e.g. `{ idp_hint: '...' }`; or how to make them. */
  readonly parameters?:
    Readonly<Record<string, string>> | ((provider: LoginProvider) => Readonly<Record<string, string>>);
  /** Tries without asking after a reload, so that a login survives one. Default: true. */
  readonly silent?: boolean;
}
