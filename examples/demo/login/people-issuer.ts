import type { Server } from 'node:http';
import { choosePerson, type PeoplePage } from './interaction.ts';
import { serveIssuer } from './issuer-server.ts';
import { createProvider, type ProviderOptions } from './provider.ts';

/** An issuer that knows a list of people and nothing else. */
export interface PeopleIssuerOptions extends Omit<ProviderOptions, 'claimsOf'> {
  readonly port: number;
  readonly page: PeoplePage;
  readonly formTargets: readonly string[];
}

/** Serves such an issuer. */
export const startPeopleIssuer = ({
  port,
  page,
  formTargets,
  ...options
}: PeopleIssuerOptions): Promise<Server> => {
  const provider = createProvider({
    ...options,
    claimsOf: (accountId) => page.people.find(({ id }) => id === accountId)?.claims,
  });
  return serveIssuer(port, {
    provider,
    formTargets,
    pages: async (request) => {
      if (!/^\/interaction\/[\w-]+$/.test(request.url.pathname)) return false;
      await choosePerson(provider, request, page);
      return true;
    },
  });
};
