import { createClient, type VenterumClient } from '@venterum/client';

const clients = new Map<string, Promise<VenterumClient>>();

const load = async (server: string): Promise<VenterumClient> => {
  const { oidcLogin, completeOidcLogin } = await import('@venterum/client/oidc');
  // The page itself is where the login returns to: in the window opened for it, this hands the answer back and closes it.
  const query = new URLSearchParams(location.search);
  if (query.has('state') && (query.has('code') || query.has('error'))) await completeOidcLogin();
  const redirectUri = `${location.origin}${location.pathname}`;
  return createClient({ server, credentials: oidcLogin({ redirectUri }) });
};

/** The page's one client for a server address, with login in the browser; that code is loaded only when nobody brought a client. */
export const serverClient = (server: string): Promise<VenterumClient> => {
  const known = clients.get(server);
  if (known !== undefined) return known;
  const loading = load(server);
  clients.set(server, loading);
  loading.catch(() => clients.delete(server));
  return loading;
};
