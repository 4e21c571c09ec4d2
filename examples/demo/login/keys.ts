import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'oidc-provider';

/** Signature algorithms the demo's issuers use. */
export type DemoAlgorithm = 'ES256' | 'RS256';

/** A signing key that lives as long as the process. */
export const newSigningKey = (alg: DemoAlgorithm): JWK => {
  const { privateKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const kid = randomBytes(8).toString('base64url');
  return { ...privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig' };
};

/** A secret for cookies that lives as long as the process. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
