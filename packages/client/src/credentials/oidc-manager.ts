import type { LoginProvider } from '@venterum/contract';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore, type SigninResponse } from 'oidc-client-ts';
import type { OidcLoginOptions } from './oidc-options.ts';
import { addHiddenFrame, askIn, openLoginWindow } from './oidc-windows.ts';

/** As oidc-client-ts reads it: it declares a class there that it keeps to itself, and wants no more than its fields. */
interface Renewer {
  useRefreshToken(args: {
    readonly state: Pick<SigninResponse, 'id_token' | 'scope' | 'session_state' | 'profile'> & {
      readonly refresh_token: string;
    };
    readonly timeoutInSeconds: number;
  }): Promise<SigninResponse>;
}

const SILENT_SECONDS = 5;
/** An access token that ends sooner is not worth exchanging. */
const LEAST_SECONDS = 30;

/** How an authorization request differs from the usual one. */
export interface LoginPrompt {
  /** `login`: whoever it is says so, whatever the issuer remembers. */
  readonly prompt?: 'login' | 'none';
}

const inMemory = (): WebStorageStateStore => new WebStorageStateStore({ store: new InMemoryWebStorage() });

const createOidcClient = (provider: LoginProvider, options: OidcLoginOptions): OidcClient => {
  const { parameters = {} } = options;
  return new OidcClient({
    authority: provider.issuer,
    client_id: provider.clientId,
    redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: provider.scope,
    resource: provider.resource,
    extraQueryParams: { ...(typeof parameters === 'function' ? parameters(provider) : parameters) },
    // Some issuers want the audience again when the code is redeemed (RFC 8707 § 2.2).
    extraTokenParams: { resource: provider.resource },
    loadUserInfo: false,
    stateStore:
      options.popup === false
        ? new WebStorageStateStore({ store: sessionStorage, prefix: 'venterum.login.' })
        : inMemory(),
  });
};

/**
 * One issuer's login. Tokens live in memory; a redirect's state and PKCE verifier (used once, then removed) in the
 * tab's session storage, since the page itself goes away. All methods reject with what oidc-client-ts rejects with.
 */
export class OidcManager {
  readonly #client: OidcClient;
  #tokens: SigninResponse | undefined;

  constructor(provider: LoginProvider, options: OidcLoginOptions) {
    this.#client = createOidcClient(provider, options);
  }

  /** Asks in a window of its own; to be called during a tap. */
  async popup(args: LoginPrompt, signal: AbortSignal): Promise<void> {
    const opened = openLoginWindow();
    try {
      this.#tokens = await this.#ask(opened, { display: 'popup', ...args }, signal);
    } finally {
      opened.close();
    }
  }

  /** Leaves the page for the issuer's. */
  async redirect(args: LoginPrompt): Promise<void> {
    const { url } = await this.#client.createSigninRequest(args);
    location.assign(url);
  }

  /** Redeems the address with which a redirect came back. */
  async answered(address: string): Promise<string> {
    this.#tokens = await this.#client.processSigninResponse(address);
    return this.#tokens.access_token;
  }

  /** An access token without asking anybody; `undefined` when there is none that lasts. */
  async renewed(): Promise<string | undefined> {
    if (!this.#isFresh) this.#tokens = await this.#renew();
    return this.#isFresh ? this.#tokens?.access_token : undefined;
  }

  get #isFresh(): boolean {
    return (
      this.#tokens !== undefined && (this.#tokens.expires_in ?? Number.POSITIVE_INFINITY) > LEAST_SECONDS
    );
  }

  async #renew(): Promise<SigninResponse> {
    const known = this.#tokens;
    if (known?.refresh_token === undefined) return this.#askInFrame(known?.profile.sub);
    const { refresh_token } = known;
    const client: Renewer = this.#client;
    const state = Object.assign(known, { refresh_token });
    const renewed = await client.useRefreshToken({ state, timeoutInSeconds: SILENT_SECONDS });
    renewed.refresh_token ??= refresh_token;
    return renewed;
  }

  async #askInFrame(subject: string | undefined): Promise<SigninResponse> {
    const frame = addHiddenFrame();
    try {
      const signal = AbortSignal.timeout(SILENT_SECONDS * 1000);
      const tokens = await this.#ask(frame.view, { prompt: 'none' }, signal);
      // Somebody else is logged in with the issuer by now: that is no renewal.
      if (subject !== undefined && subject !== tokens.profile.sub) throw new Error('Somebody else');
      return tokens;
    } finally {
      frame.remove();
    }
  }

  async #ask(
    target: Window,
    args: LoginPrompt & { readonly display?: string },
    signal: AbortSignal,
  ): Promise<SigninResponse> {
    const { url, state } = await this.#client.createSigninRequest(args);
    return this.#client.processSigninResponse(await askIn(target, { url, state: state.id, signal }));
  }
}
