import type { LoginProvider } from '@venterum/contract';
import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { OidcLoginOptions } from './oidc-options.ts';

const SILENT_SECONDS = 5;

const inMemory = (): WebStorageStateStore => new WebStorageStateStore({ store: new InMemoryWebStorage() });

const parametersFor = (
  provider: LoginProvider,
  { parameters = {} }: OidcLoginOptions,
): Record<string, string> => ({
  ...(typeof parameters === 'function' ? parameters(provider) : parameters),
});

/**
 * One issuer's login. Tokens live in memory; a redirect's state and PKCE verifier (used once, then removed) in the
 * tab's session storage, since the page itself goes away.
 */
export const createManager = (provider: LoginProvider, options: OidcLoginOptions): UserManager =>
  new UserManager({
    authority: provider.issuer,
    client_id: provider.clientId,
    redirect_uri: options.redirectUri,
    silent_redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: provider.scope,
    resource: provider.resource,
    extraQueryParams: parametersFor(provider, options),
    // Some issuers want the audience again when the code is redeemed (RFC 8707 § 2.2).
    extraTokenParams: { resource: provider.resource },
    loadUserInfo: false,
    monitorSession: false,
    // The server's session outlives the access token: it is renewed when it is needed, not all day long.
    automaticSilentRenew: false,
    silentRequestTimeoutInSeconds: SILENT_SECONDS,
    userStore: inMemory(),
    stateStore:
      options.popup === false
        ? new WebStorageStateStore({ store: sessionStorage, prefix: 'venterum.login.' })
        : inMemory(),
  });
