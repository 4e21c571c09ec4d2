import { z } from 'zod';
import type { LoginProvider } from '@venterum/contract';
import { publicConfigSchema } from '@venterum/contract/schemas';
import type { IssuerConfig } from '../../services/login-config.ts';
import { checkIssuers } from '../jose/read-issuers.ts';

/** How people log in: what browsers are told, and what tokens are accepted. */
export interface LoginFile {
  /** RFC 8707 resource indicator of this server: the audience of access tokens. */
  readonly resource: string;
  readonly providers: readonly LoginProvider[];
  readonly issuers: readonly IssuerConfig[];
}

const schema = z.strictObject({
  resource: z.url(),
  providers: publicConfigSchema.shape.providers,
  issuers: z.unknown(),
});

/** Reads `{resource, providers, issuers}` from JSON. Throws an error whose message names every mistake. */
export const readLoginFile = (json: string): LoginFile => {
  const { success, data, error } = schema.safeParse(JSON.parse(json) as unknown);
  if (!success) {
    const where = error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new Error(`The login file does not match. ${where.join('; ')}.`);
  }
  return { ...data, issuers: checkIssuers(data.issuers) };
};
