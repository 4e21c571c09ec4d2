import type { LoginProvider } from '@venterum/contract';

/** The issuer's login, as the server tells of it. */
export const provider: LoginProvider = {
  id: 'municipal',
  label: { da: 'Kommune', en: 'Municipality' },
  issuer: 'https://login.example.dk',
  clientId: 'venterum',
  scope: 'openid',
  resource: 'https://video.example.dk',
  kinds: ['municipal-employee'],
};

/** Where the issuer sends people back to. */
export const redirectUri = `${location.origin}/login/`;

const base64url = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const addresses: Readonly<Record<string, object>> = {
  '/.well-known/openid-configuration': {
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
  },
};

/** An issuer inside the page: stands in for its endpoints and for the window people log in with. */
export class PageIssuer {
  /** Query of every authorization request. */
  readonly asked: URLSearchParams[] = [];
  /** Body of every code or refresh that was redeemed. */
  readonly redeemed: URLSearchParams[] = [];
  /** What the person does in the window. */
  answer: 'logs in' | 'says no' | 'closes the window' = 'logs in';
  /** Adds to what is answered when a code or a refresh token is redeemed. */
  more: object = {};
  readonly #fetch = globalThis.fetch;
  readonly #open = globalThis.open;

  constructor() {
    globalThis.fetch = (input, init) => this.#answerTo(new Request(input, init));
    globalThis.open = () =>
      ({
        closed: false,
        focus: () => undefined,
        close: () => undefined,
        location: { replace: (address: string) => this.#authorize(new URL(address)) },
      }) as unknown as Window;
  }

  /** The last authorization request's parameter. */
  asking(name: string): string | null | undefined {
    return this.asked.at(-1)?.get(name);
  }

  dispose(): void {
    globalThis.fetch = this.#fetch;
    globalThis.open = this.#open;
    sessionStorage.clear();
  }

  #authorize({ searchParams }: URL): void {
    this.asked.push(searchParams);
    if (this.answer === 'closes the window') {
      dispatchEvent(new Event('focus'));
      return;
    }
    const state = searchParams.get('state') ?? '';
    const outcome = this.answer === 'logs in' ? { code: 'c' } : { error: 'access_denied' };
    const url = `${redirectUri}?${new URLSearchParams({ ...outcome, state }).toString()}`;
    // The page that asked listens a moment after it has sent the window away.
    queueMicrotask(() => {
      const channel = new BroadcastChannel(`oidc-client-popup-${state}`);
      channel.postMessage({ source: 'oidc-client', url, keepOpen: false });
      channel.close();
    });
  }

  async #answerTo(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname !== '/token') return Response.json(addresses[pathname] ?? {});
    this.redeemed.push(new URLSearchParams(await request.text()));
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: provider.issuer,
      aud: provider.clientId,
      sub: 'somebody',
      iat: now,
      exp: now + 300,
    };
    return Response.json({
      access_token: `access-${this.redeemed.length}`,
      id_token: `${base64url({ alg: 'RS256' })}.${base64url(claims)}.signature`,
      token_type: 'Bearer',
      expires_in: 300,
      ...this.more,
    });
  }
}
