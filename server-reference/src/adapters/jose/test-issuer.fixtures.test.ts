import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { IssuerConfig } from '../../services/login-config.ts';
import { JoseTokenVerifier, type JoseVerifierOptions } from './jose-token-verifier.ts';

/** The resource indicator of the server under test. */
export const RESOURCE = 'https://venterum.example/api';
/** The moment all tests happen at. */
export const NOW = '2026-11-22T12:00:00.000Z';
/** {@link NOW} as a NumericDate. */
export const nowSeconds = Date.parse(NOW) / 1_000;

/** Everything a token can be made of. */
export interface TokenParts {
  readonly claims?: JWTPayload;
  readonly header?: Record<string, unknown>;
  /** Signed with this key instead of the issuer's. */
  readonly key?: CryptoKey | Uint8Array;
  readonly without?: readonly string[];
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token nobody signed. */
export const unsigned = (header: unknown, claims: unknown): string =>
  `${segment(header)}.${segment(claims)}.`;

/** An issuer with keys of its own on a real HTTP server; what it answers can be changed. */
export class TestIssuer {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateKey: CryptoKey;
  readonly requests: string[] = [];
  keys: JWK[];
  /** Answers instead of the issuer when set. */
  instead: RequestListener | undefined;
  /** Changes to the discovery document. */
  discovery: Record<string, unknown> = {};
  readonly #server = createServer((request, response) => {
    this.requests.push(request.url ?? '');
    if (this.instead !== undefined) this.instead(request, response);
    else this.#answer(request.url ?? '', response);
  });

  private constructor(kid: string, publicJwk: JWK, privateKey: CryptoKey) {
    this.kid = kid;
    this.publicJwk = { ...publicJwk, kid, use: 'sig', alg: 'ES256' };
    this.privateKey = privateKey;
    this.keys = [this.publicJwk];
  }

  static async start(kid = 'key-1'): Promise<TestIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const issuer = new TestIssuer(kid, await exportJWK(publicKey), privateKey);
    issuer.#server.listen(0, '127.0.0.1');
    await once(issuer.#server, 'listening');
    return issuer;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How this issuer is configured, unless told otherwise. */
  config(changes: Partial<IssuerConfig> = {}): IssuerConfig {
    return {
      issuer: this.address,
      algorithms: ['ES256'],
      assurance: [{ claim: 'loa', accepted: ['Substantial', 'High'] }],
      maxAuthAgeSeconds: 3_600,
      rules: [{ principal: 'citizen', claims: { name: 'name' } }],
      ...changes,
    };
  }

  /** A sound access token with changes. */
  async token({
    claims = {},
    header = {},
    key = this.privateKey,
    without = [],
  }: TokenParts = {}): Promise<string> {
    const all: JWTPayload = {
      iss: this.address,
      aud: RESOURCE,
      sub: 'subject-1',
      client_id: 'client-1',
      jti: 'token-1',
      iat: nowSeconds,
      exp: nowSeconds + 300,
      auth_time: nowSeconds - 60,
      loa: 'Substantial',
      kind: 'citizen',
      name: 'Nancy Ann Berggren',
      ...claims,
    };
    const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
    const fullHeader = { alg: 'ES256', typ: 'at+jwt', kid: this.kid, ...header };
    const keptHeader = Object.fromEntries(
      Object.entries(fullHeader).filter(([name]) => !without.includes(name)),
    );
    return new SignJWT(kept)
      .setProtectedHeader({ ...keptHeader, alg: fullHeader.alg })
      .sign(key, { crit: { 'urn:example:must': true } });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #answer(path: string, response: ServerResponse): void {
    const documents: ReadonlyMap<string, unknown> = new Map<string, unknown>([
      [
        '/.well-known/openid-configuration',
        { issuer: this.address, jwks_uri: `${this.address}/jwks`, ...this.discovery },
      ],
      ['/jwks', { keys: this.keys }],
    ]);
    const document = documents.get(path);
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  }
}

/** A verifier of tokens for {@link RESOURCE} at {@link NOW}. */
export const verifierOf = (
  options: Partial<JoseVerifierOptions> & Pick<JoseVerifierOptions, 'issuers'>,
): JoseTokenVerifier => new JoseTokenVerifier({ resource: RESOURCE, now: () => NOW, ...options });
