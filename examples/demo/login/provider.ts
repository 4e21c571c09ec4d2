import {
  type Account,
  type Configuration,
  type interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { type DemoAlgorithm, newSecret, newSigningKey } from './keys.ts';
import { IssuerMemory } from './memory-adapter.ts';
import { errorPage, loggedOutPage, logoutPage } from './pages.ts';

/** What makes one of the demo's issuers. */
export interface ProviderOptions {
  readonly issuer: string;
  /** Keeps its cookies apart from the neighbours': browsers do not tell ports apart. */
  readonly name: string;
  readonly algorithm: DemoAlgorithm;
  /** Ids of its public clients. */
  readonly clientIds: readonly string[];
  /** Whether an address may be returned to after logging in or out. */
  readonly mayReturnTo: (address: string) => boolean;
  /** What is said about an account; `undefined` when there is no such. */
  readonly claimsOf: (accountId: string) => Readonly<Record<string, unknown>> | undefined;
  /** Audience of its access tokens; without one they are opaque and the ID token says it all. */
  readonly resource?: string;
  readonly policy?: interactionPolicy.DefaultPolicy;
}

const TOKEN_SECONDS = 600;
const SESSION_SECONDS = 8 * 3_600;
/** Never used: {@link ProviderOptions.mayReturnTo} decides. The provider wants one registered. */
const PLACEHOLDER = 'http://localhost/';
const CLAIMS = ['name', 'cvr', 'org_name', 'job_title', 'area', 'loa'];

const accountFor = (options: ProviderOptions, accountId: string): Account | undefined => {
  const claims = options.claimsOf(accountId);
  return claims && { accountId, claims: () => ({ ...claims, sub: accountId }) };
};

/** Off for an issuer without a resource, which then has no such endpoints to offer. */
const resourceFeature = ({ resource, algorithm }: ProviderOptions) => ({
  resourceIndicators: {
    enabled: resource !== undefined,
    defaultResource: () => resource ?? '',
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: '',
      audience: resource ?? '',
      accessTokenTTL: TOKEN_SECONDS,
      accessTokenFormat: 'jwt' as const,
      jwt: { sign: { alg: algorithm } },
    }),
  },
});

const clientsOf = ({ algorithm, clientIds }: ProviderOptions): Configuration['clients'] =>
  clientIds.map((client_id) => ({
    client_id,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [PLACEHOLDER],
    id_token_signed_response_alg: algorithm,
  }));

const cookiesOf = (name: string): Configuration['cookies'] => ({
  keys: [newSecret()],
  names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
});

const ttl: Configuration['ttl'] = {
  AccessToken: TOKEN_SECONDS,
  AuthorizationCode: 60,
  Grant: SESSION_SECONDS,
  IdToken: TOKEN_SECONDS,
  Interaction: TOKEN_SECONDS,
  RefreshToken: SESSION_SECONDS,
  Session: SESSION_SECONDS,
};

/** The hosts are the issuers' own: nobody is asked whether they may know who it is. */
const grantWithoutAsking: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client?.clientId ?? '',
    accountId: oidc.account?.accountId ?? '',
  });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

const pageFeatures = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx: KoaContextWithOIDC, form: string) => {
      ctx.body = logoutPage(form);
    },
    postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => {
      ctx.body = loggedOutPage();
    },
  },
};

const configurationFor = (options: ProviderOptions, memory: IssuerMemory): Configuration => ({
  jwks: { keys: [newSigningKey(options.algorithm)] },
  adapter: (kind: string) => memory.adapterFor(kind),
  clients: clientsOf(options),
  claims: { openid: ['sub', ...CLAIMS] },
  conformIdTokenClaims: false,
  findAccount: (_ctx, id) => accountFor(options, id),
  loadExistingGrant: grantWithoutAsking,
  // For renewing in memory, where browsers keep a hidden frame from its cookies. Each works once; twice ends them all.
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  extraTokenClaims: (ctx, token) => {
    const accountId = 'accountId' in token ? token.accountId : undefined;
    const { AuthorizationCode: code, RefreshToken: renewal } = ctx.oidc.entities;
    const authTime = code?.authTime ?? renewal?.authTime;
    return { ...(accountId === undefined ? {} : options.claimsOf(accountId)), auth_time: authTime };
  },
  extraParams: ['idp_hint'],
  clientBasedCORS: (_ctx, origin) => options.mayReturnTo(`${origin}/`),
  cookies: cookiesOf(options.name),
  ttl,
  interactions: {
    url: (_ctx, { uid }) => `/interaction/${uid}`,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
  },
  renderError: (ctx, { error }) => {
    ctx.type = 'html';
    ctx.body = errorPage(error);
  },
  features: { ...pageFeatures, ...resourceFeature(options) },
});

/** Makes one issuer; it does not listen yet. Everything it knows is in memory. */
export const createProvider = (options: ProviderOptions): Provider => {
  const provider = new Provider(options.issuer, configurationFor(options, new IssuerMemory()));
  Object.assign(provider.Client.prototype, {
    redirectUriAllowed: options.mayReturnTo,
    postLogoutRedirectUriAllowed: options.mayReturnTo,
  });
  return provider;
};
