import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { GuardedFetch } from './guarded-fetch.ts';

/** How long an unknown key id is not looked for again, and how long known keys are kept. */
export interface KeyCacheOptions {
  /** Milliseconds. @defaultValue 30,000 */
  readonly keyCooldown?: number;
  /** Milliseconds. @defaultValue 600,000 */
  readonly keyMaxAge?: number;
}

const KEY_COOLDOWN = 30_000;
const KEY_MAX_AGE = 600_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where the issuer says its keys are. OpenID Connect Discovery 1.0 § 4.3: the issuer named must be the one asked. */
const discover = async (issuer: string, guarded: GuardedFetch): Promise<string> => {
  const document: unknown = JSON.parse(
    await guarded.text(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
  );
  if (!isRecord(document) || document['issuer'] !== issuer)
    throw new Error('The discovery document speaks for another issuer.');
  const jwksUri = document['jwks_uri'];
  if (typeof jwksUri !== 'string') throw new Error('The discovery document names no keys.');
  const sameOrSafer = new URL(jwksUri).protocol === 'https:' || new URL(issuer).protocol === 'http:';
  if (!sameOrSafer) throw new Error('The discovery document names keys at an insecure address.');
  return jwksUri;
};

const remoteKeys = (jwksUri: string, guarded: GuardedFetch, options: KeyCacheOptions): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), {
    cooldownDuration: options.keyCooldown ?? KEY_COOLDOWN,
    cacheMaxAge: options.keyMaxAge ?? KEY_MAX_AGE,
    [customFetch]: async (url) => new Response(await guarded.text(url)),
  });

/** One issuer's public keys: found once, kept, asked for again when a key id is new. */
export class IssuerKeys {
  readonly #find: () => Promise<JWTVerifyGetKey>;
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    source: { readonly issuer: string; readonly jwksUri?: string | undefined },
    guarded: GuardedFetch,
    options: KeyCacheOptions,
  ) {
    this.#find = async () =>
      remoteKeys(source.jwksUri ?? (await discover(source.issuer, guarded)), guarded, options);
  }

  /** The keys as jose takes them. Rejects when the issuer cannot be asked; the next call asks again. */
  async get(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#find();
    try {
      return await this.#keys;
    } catch (cause) {
      this.#keys = undefined;
      throw cause;
    }
  }
}
