import type { Instant } from '@venterum/contract';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { TokenVerifier, VerifiedLogin } from '../../ports/token-verifier.ts';
import { claimAt, mapClaims } from '../../services/login-claims.ts';
import type { IssuerConfig } from '../../services/login-config.ts';
import { GuardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts';
import { IssuerKeys, type KeyCacheOptions } from './issuer-keys.ts';

/** What the verifier needs to know. */
export interface JoseVerifierOptions extends GuardedFetchOptions, KeyCacheOptions {
  readonly issuers: readonly IssuerConfig[];
  /** RFC 8707 resource indicator of this server: the only audience that is accepted. */
  readonly resource: string;
  readonly now: () => Instant;
}

/** An issuer could not be asked for its keys. Whoever it was may try again. */
export class LoginUnavailableError extends Error {
  readonly code = 'unavailable';

  constructor(cause: unknown) {
    super('The login cannot be asked for its keys just now.', { cause });
    this.name = 'LoginUnavailableError';
  }
}

const MAX_TOKEN = 16 * 1024;
/** RFC 7515 § 7.1; jose itself forgives white space within. */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const MAX_SUBJECT = 255;
const DEFAULT_SKEW_SECONDS = 30;
const MAX_AGE_SECONDS = 24 * 3600;
/** Largest number of seconds a date can hold. ECMA-262 § 21.4.1.1. */
const MAX_EPOCH_SECONDS = 8.64e12;
/** A header may say these things and nothing else: no key of its own, no address of one, no extension to understand. */
const HEADER_PARAMETERS = new Set(['alg', 'typ', 'kid', 'x5t', 'x5t#S256']);

/** Errors that are the token's fault. All others are the issuer's or the network's. */
const isTokenFault = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys;

/** The issuer the token claims to be from, when its header is one that can be verified at all. */
const readClaimedIssuer = (token: string): string | undefined => {
  if (token.length > MAX_TOKEN || !COMPACT.test(token)) return undefined;
  try {
    const header = decodeProtectedHeader(token);
    const plain = Object.keys(header).every((name) => HEADER_PARAMETERS.has(name));
    return plain && typeof header.kid === 'string' && header.kid !== '' ? decodeJwt(token).iss : undefined;
  } catch {
    return undefined;
  }
};

const isWords = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_SUBJECT;

/** RFC 9068 allows several audiences; a token that is also good elsewhere could be brought here from there. */
const isForOnly = (resource: string, audience: JWTPayload['aud']): boolean =>
  audience === resource || (Array.isArray(audience) && audience.length === 1 && audience[0] === resource);

class ConfiguredIssuer {
  readonly #config: IssuerConfig;
  readonly #keys: IssuerKeys;
  readonly #resource: string;

  constructor(config: IssuerConfig, keys: IssuerKeys, resource: string) {
    this.#config = config;
    this.#keys = keys;
    this.#resource = resource;
  }

  async verify(token: string, now: Date): Promise<VerifiedLogin | undefined> {
    const claims = await this.#signedClaims(token, now);
    if (claims === undefined || !this.#accepts(claims, now)) return undefined;
    const login = mapClaims(claims, this.#config.rules);
    const { sub: subject, exp = Infinity } = claims;
    if (login === undefined || !isWords(subject) || exp > MAX_EPOCH_SECONDS) return undefined;
    return { ...login, issuer: this.#config.issuer, subject, expiresAt: new Date(exp * 1_000).toISOString() };
  }

  async #signedClaims(token: string, now: Date): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, await this.#keys.get(), {
        algorithms: [...this.#config.algorithms],
        issuer: this.#config.issuer,
        audience: this.#resource,
        typ: 'at+jwt',
        currentDate: now,
        clockTolerance: this.#skew,
        maxTokenAge: MAX_AGE_SECONDS,
        requiredClaims: ['exp', 'iat', 'sub', 'client_id', 'jti'],
      });
      return payload;
    } catch (error) {
      if (isTokenFault(error)) return undefined;
      throw new LoginUnavailableError(error);
    }
  }

  get #skew(): number {
    return this.#config.skewSeconds ?? DEFAULT_SKEW_SECONDS;
  }

  #accepts(claims: JWTPayload, now: Date): boolean {
    const { assurance = [], clientIds } = this.#config;
    const clientId = claims['client_id'];
    return (
      isForOnly(this.#resource, claims.aud) &&
      isWords(clientId) &&
      isWords(claims.jti) &&
      (clientIds?.includes(clientId) ?? true) &&
      assurance.every(({ claim, accepted }) => accepted.some((value) => value === claimAt(claims, claim))) &&
      this.#isRecent(claims, now)
    );
  }

  #isRecent(claims: JWTPayload, now: Date): boolean {
    const maximum = this.#config.maxAuthAgeSeconds;
    if (maximum === undefined) return true;
    const authTime = claims['auth_time'];
    if (typeof authTime !== 'number') return false;
    const age = now.getTime() / 1_000 - authTime;
    return age <= maximum + this.#skew && age >= -this.#skew;
  }
}

/** Verifies RFC 9068 access tokens of the configured issuers against the keys they publish. */
export class JoseTokenVerifier implements TokenVerifier {
  readonly #issuers: ReadonlyMap<string, ConfiguredIssuer>;
  readonly #now: () => Instant;

  constructor(options: JoseVerifierOptions) {
    const guarded = new GuardedFetch(options);
    this.#now = options.now;
    this.#issuers = new Map(
      options.issuers.map((config) => [
        config.issuer,
        new ConfiguredIssuer(config, new IssuerKeys(config, guarded, options), options.resource),
      ]),
    );
  }

  /** Rejects with {@link LoginUnavailableError} only. */
  async verify(token: string): Promise<VerifiedLogin | undefined> {
    const issuer = this.#issuers.get(readClaimedIssuer(token) ?? '');
    return issuer?.verify(token, new Date(this.#now()));
  }
}
