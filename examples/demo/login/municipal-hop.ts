import { createHash, randomBytes } from 'node:crypto';
import { brokerAtMunicipality, brokerCallbackPath, type IssuerAddresses } from './addresses.ts';

/** A login that was sent on to the municipality and has not come back. */
interface Hop {
  readonly uid: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly expiresAt: number;
}

/** What the municipality said about somebody. */
export type MunicipalIdentity = Readonly<Record<string, unknown>> & { readonly sub: string };

const HOP_MILLISECONDS = 10 * 60 * 1_000;

const secret = (): string => randomBytes(32).toString('base64url');

/** The claims of an ID token that came straight from the token endpoint. */
const claimsOf = (idToken: string): Readonly<Record<string, unknown>> => {
  const claims: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return typeof claims === 'object' && claims !== null ? { ...claims } : {};
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The broker as a relying party of the municipality: authorization code with PKCE, state and nonce, each used once. */
export class MunicipalHop {
  readonly #issuers: IssuerAddresses;
  readonly #hops = new Map<string, Hop>();

  constructor(issuers: IssuerAddresses) {
    this.#issuers = issuers;
  }

  /** Where to send the browser. `again`: the municipality is to ask even if it remembers somebody. */
  start(uid: string, again: boolean): string {
    const [state, nonce, verifier] = [secret(), secret(), secret()];
    this.#sweep();
    this.#hops.set(state, { uid, nonce, verifier, expiresAt: performance.now() + HOP_MILLISECONDS });
    const query = new URLSearchParams({
      client_id: brokerAtMunicipality,
      redirect_uri: this.#callback,
      response_type: 'code',
      scope: 'openid',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login' } : {}),
    });
    return `${this.#issuers.municipality}/auth?${query.toString()}`;
  }

  /** The interaction a state belongs to; `undefined` when it is unknown or too old. */
  interactionOf(state: string): string | undefined {
    this.#sweep();
    return this.#hops.get(state)?.uid;
  }

  /**
   * Exchanges the code that came back. Works once per state, and only for the interaction that began the hop.
   * Rejects when anything does not fit; `undefined` when the person gave up.
   */
  async finish(uid: string, answer: URLSearchParams): Promise<MunicipalIdentity | undefined> {
    const state = answer.get('state') ?? '';
    const hop = this.#hops.get(state);
    this.#hops.delete(state);
    if (hop?.uid !== uid || answer.get('iss') !== this.#issuers.municipality)
      throw new Error('The answer belongs to no login that is under way.');
    const code = answer.get('code');
    return code === null ? undefined : this.#identity(code, hop);
  }

  get #callback(): string {
    return `${this.#issuers.broker}${brokerCallbackPath}`;
  }

  async #identity(code: string, { nonce, verifier }: Hop): Promise<MunicipalIdentity> {
    const response = await fetch(`${this.#issuers.municipality}/token`, {
      method: 'POST',
      redirect: 'error',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: brokerAtMunicipality,
        redirect_uri: this.#callback,
        code,
        code_verifier: verifier,
      }),
    });
    const tokens: unknown = await response.json();
    const idToken = response.ok && isRecord(tokens) ? tokens['id_token'] : undefined;
    if (typeof idToken !== 'string') throw new Error('The municipality gave no ID token.');
    // OpenID Connect Core § 3.1.3.7 (6): straight from the token endpoint, the connection stands for the signature.
    // The demo's connection never leaves this machine; over a network it must be TLS.
    const { sub, iss, aud, nonce: returned, ...claims } = claimsOf(idToken);
    const fits = iss === this.#issuers.municipality && aud === brokerAtMunicipality && returned === nonce;
    if (!fits || typeof sub !== 'string') throw new Error('The ID token is not for this login.');
    return { ...claims, sub };
  }

  #sweep(): void {
    for (const [state, { expiresAt }] of this.#hops)
      if (expiresAt < performance.now()) this.#hops.delete(state);
  }
}
