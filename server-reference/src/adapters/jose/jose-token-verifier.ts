import type { Instant } from '@venterum/contract';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { LoginRefusal, TokenVerifier, VerifiedLogin } from '../../ports/token-verifier.ts';
import { claimAt, mapBy, ruleFor } from '../../services/login-claims.ts';
import { MAX_SKEW_SECONDS, type IssuerConfig } from '../../services/login-config.ts';
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

const claimRefusals: Readonly<Record<string, LoginRefusal>> = {
  iss: 'issuer',
  aud: 'audience',
  typ: 'type',
  nbf: 'time',
  iat: 'time',
  exp: 'time',
};

const refusalOfClaim = ({ claim, reason }: errors.JWTClaimValidationFailed): LoginRefusal => {
  const missing = reason === 'missing' || reason === 'invalid';
  const refusal = Object.hasOwn(claimRefusals, claim) ? claimRefusals[claim] : undefined;
  return refusal === undefined || (missing && refusal === 'time') ? 'required-claims' : refusal;
};

type ErrorClass = new (...given: never[]) => Error;

const refusals: readonly (readonly [ErrorClass, LoginRefusal])[] = [
  [errors.JWTExpired, 'time'],
  [errors.JWSSignatureVerificationFailed, 'signature'],
  [errors.JOSEAlgNotAllowed, 'algorithm'],
  [errors.JOSENotSupported, 'algorithm'],
  [errors.JWKSNoMatchingKey, 'key'],
  [errors.JWKSMultipleMatchingKeys, 'key'],
  [errors.JWTInvalid, 'form'],
  [errors.JWSInvalid, 'form'],
];

/** What was wrong with the token; `undefined` for errors that are the issuer's or the network's. */
const refusalOf = (error: unknown): LoginRefusal | undefined =>
  error instanceof errors.JWTClaimValidationFailed
    ? refusalOfClaim(error)
    : refusals.find(([type]) => error instanceof type)?.[1];

/** A check refused the token. Never leaves this file. */
class Refused extends Error {
  readonly reason: LoginRefusal;

  constructor(reason: LoginRefusal) {
    super();
    this.reason = reason;
  }
}

const demand = (holds: boolean, reason: LoginRefusal): void => {
  if (!holds) throw new Refused(reason);
};

const decoded = <T>(decode: () => T): T => {
  try {
    return decode();
  } catch {
    throw new Refused('form');
  }
};

/** The issuer the token claims to be from, when its header is one that can be verified at all. */
const readClaimedIssuer = (token: string): unknown => {
  demand(token.length <= MAX_TOKEN && COMPACT.test(token), 'form');
  const header = decoded(() => decodeProtectedHeader(token));
  const plain = Object.keys(header).every((name) => HEADER_PARAMETERS.has(name));
  demand(plain && typeof header.kid === 'string' && header.kid !== '', 'header');
  return decoded(() => decodeJwt(token)).iss;
};

const isWords = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_SUBJECT;

/** RFC 9068 allows several audiences; a token that is also good elsewhere could be brought here from there. */
const isForOnly = (resource: string, audience: JWTPayload['aud']): boolean =>
  audience === resource || (Array.isArray(audience) && audience.length === 1 && audience[0] === resource);

const instantOf = (epochSeconds: number): Instant => new Date(epochSeconds * 1_000).toISOString();

/** Nothing rather than a guess when it is no time, or one to come. */
const authenticatedAt = ({
  auth_time: authTime,
  iat = 0,
}: JWTPayload): Pick<VerifiedLogin, 'authenticatedAt'> =>
  typeof authTime === 'number' && authTime >= 0 && authTime <= iat + MAX_SKEW_SECONDS
    ? { authenticatedAt: instantOf(authTime) }
    : {};

class ConfiguredIssuer {
  readonly #config: IssuerConfig;
  readonly #keys: IssuerKeys;
  readonly #resource: string;

  constructor(config: IssuerConfig, keys: IssuerKeys, resource: string) {
    this.#config = config;
    this.#keys = keys;
    this.#resource = resource;
  }

  async verify(token: string, now: Date): Promise<VerifiedLogin> {
    const claims = await this.#signedClaims(token, now);
    this.#check(claims, now);
    const { sub: subject, exp = Infinity } = claims;
    if (!isWords(subject) || exp > MAX_EPOCH_SECONDS) throw new Refused('required-claims');
    const rule = ruleFor(claims, this.#config.rules);
    if (rule === undefined) throw new Refused('no-rule');
    const login = mapBy(rule, claims);
    if (login === undefined) throw new Refused('mapped-claims');
    return {
      ...login,
      issuer: this.#config.issuer,
      subject,
      ...authenticatedAt(claims),
      expiresAt: instantOf(exp),
    };
  }

  async #signedClaims(token: string, now: Date): Promise<JWTPayload> {
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
      const reason = refusalOf(error);
      throw reason === undefined ? new LoginUnavailableError(error) : new Refused(reason);
    }
  }

  get #skew(): number {
    return this.#config.skewSeconds ?? DEFAULT_SKEW_SECONDS;
  }

  #check(claims: JWTPayload, now: Date): void {
    const { assurance = [], clientIds } = this.#config;
    const clientId = claims['client_id'];
    demand(isForOnly(this.#resource, claims.aud), 'audience');
    if (!isWords(clientId) || !isWords(claims.jti)) throw new Refused('required-claims');
    demand(clientIds?.includes(clientId) ?? true, 'client');
    const assured = assurance.every(({ claim, accepted }) =>
      accepted.some((value) => value === claimAt(claims, claim)),
    );
    demand(assured, 'assurance');
    demand(this.#isRecent(claims, now), 'authentication-age');
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
  async verify(
    token: string,
    refused: (reason: LoginRefusal) => void = () => undefined,
  ): Promise<VerifiedLogin | undefined> {
    try {
      return await this.#issuerOf(token).verify(token, new Date(this.#now()));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused(error.reason);
      return undefined;
    }
  }

  #issuerOf(token: string): ConfiguredIssuer {
    const claimed = readClaimedIssuer(token);
    const issuer = typeof claimed === 'string' ? this.#issuers.get(claimed) : undefined;
    if (issuer === undefined) throw new Refused('issuer');
    return issuer;
  }
}
