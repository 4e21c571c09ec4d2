import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { LoginProvider, PublicConfig } from '@venterum/contract';
import type { DemoAddresses } from '../../examples/demo/demo.ts';

/** What a client asks an issuer for: one of the server's providers, with changes. */
export type Asked = LoginProvider & { readonly extra?: Readonly<Record<string, string>> };

/** What came back to the host, and what is needed to redeem it. */
export interface Answer {
  readonly query: URLSearchParams;
  readonly verifier: string;
}

/** A PKCE verifier. */
export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** OpenID Connect by hand, as a client without a library would do it: every step can be looked at or done wrong. */
export class Authorization {
  readonly #addresses: DemoAddresses;
  readonly #providers: ReadonlyMap<string, LoginProvider>;

  private constructor(addresses: DemoAddresses, providers: readonly LoginProvider[]) {
    this.#addresses = addresses;
    this.#providers = new Map(providers.map((provider) => [provider.id, provider]));
  }

  /** Knows the logins that the server tells browsers of. */
  static async of(addresses: DemoAddresses): Promise<Authorization> {
    const response = await fetch(`${addresses.server}v1/config`);
    return new Authorization(addresses, ((await response.json()) as PublicConfig).providers);
  }

  get origin(): string {
    return new URL(this.#addresses.hostPages).origin;
  }

  /** No page of the host's, so that nothing there takes the answer away. */
  get redirectUri(): string {
    return `${this.#addresses.hostPages}answer`;
  }

  /** One of the server's providers, by id. */
  provider(id: string, extra: Readonly<Record<string, string>> = {}): Asked {
    const provider = this.#providers.get(id);
    assert.ok(provider !== undefined, id);
    return { ...provider, extra };
  }

  /** Where the browser is sent. */
  address({ issuer, clientId, scope, resource, extra }: Asked, verifier: string): string {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope,
      state: 'state',
      nonce: 'nonce',
      resource,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...extra,
    });
    return `${issuer}/auth?${query.toString()}`;
  }

  /** Sends the browser off, taps through the pages, and answers what the host got. */
  async ask(page: Page, asked: Asked, ...taps: readonly string[]): Promise<Answer> {
    const verifier = newVerifier();
    await page.goto(this.address(asked, verifier));
    for (const name of taps) await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.waitForURL(`${this.redirectUri}?**`);
    return { query: new URL(page.url()).searchParams, verifier };
  }

  /** Exchanges the code, as a script of the host's would. */
  redeem({ issuer, clientId, resource }: Asked, { query, verifier }: Answer): Promise<Response> {
    return fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { origin: this.origin },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: this.redirectUri,
        code: query.get('code') ?? '',
        code_verifier: verifier,
        resource,
      }),
    });
  }

  /** Renews without the person, as a script of the host's would. */
  refresh({ issuer, clientId, resource }: Asked, token: string): Promise<Response> {
    return fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { origin: this.origin },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: token,
        resource,
      }),
    });
  }

  /** Who the server takes somebody for. */
  async principal(asked: Asked, answer: Answer): Promise<Readonly<Record<string, unknown>>> {
    const response = await this.redeem(asked, answer);
    assert.equal(response.headers.get('access-control-allow-origin'), this.origin);
    const { access_token: token } = (await response.json()) as { access_token: string };
    const opened = await fetch(`${this.#addresses.server}v1/sessions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomBytes(16).toString('hex'),
        origin: this.origin,
      },
      body: JSON.stringify({ grant: 'oidc', token }),
    });
    const text = await opened.text();
    assert.ok(opened.ok, text);
    return (JSON.parse(text) as { principal: Readonly<Record<string, unknown>> }).principal;
  }
}

/** The refresh token in an issuer's answer. */
export const refreshTokenIn = async (response: Response): Promise<string> => {
  const text = await response.text();
  assert.ok(response.ok, text);
  const { refresh_token: token } = JSON.parse(text) as { readonly refresh_token?: string };
  assert.ok(token !== undefined, 'a refresh token came along');
  return token;
};
