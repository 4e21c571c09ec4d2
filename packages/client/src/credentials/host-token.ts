import type { Credentials } from './credentials.ts';

/** The host is logged in already and brings a fresh access token whenever one is needed. */
export const hostToken = (source: () => Promise<string>): Credentials => ({
  kind: 'host',
  grant: async ({ deviceId }) => ({ grant: 'oidc', token: await source(), deviceId }),
  forget: () => Promise.resolve(),
});
