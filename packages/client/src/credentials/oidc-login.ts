import type { Credentials } from './credentials.ts';

/** How somebody logs in by OpenID Connect. */
export interface OidcLoginOptions {
  /** The page that calls {@link completeOidcLogin}; registered with the issuer. */
  readonly redirectUri: string;
  /** In a window of its own, so that the host page stays. Default: true. */
  readonly popup?: boolean;
  /** More parameters for the authorization request, e.g. `{ idp_hint: '...' }`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Tries without asking first, so that a login survives a reload. Default: true. */
  readonly silent?: boolean;
}

/** Somebody logs in with one of the server's providers. Tokens are held in memory only. */
export const oidcLogin = (_options: OidcLoginOptions): Credentials => {
  throw new Error('not yet');
};

/**
 * For the callback page: hands the answer of the issuer back.
 * After a redirect it answers the address to return to; in a window or frame it closes that and answers `undefined`.
 */
export const completeOidcLogin = (): Promise<string | undefined> => Promise.reject(new Error('not yet'));
