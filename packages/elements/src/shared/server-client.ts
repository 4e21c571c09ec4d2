import type { Client } from '@venterum/client';

const clients = new Map<string, Promise<Client>>();

const load = async (server: string): Promise<Client> => {
  const [{ createClient }, { oidcLogin }] = await Promise.all([
    import('@venterum/client'),
    import('@venterum/client/oidc'),
  ]);
  return createClient({ server, credentials: oidcLogin() });
};

/** The page's one client for a server address, with login in the browser; loaded only when nobody brought a client. */
export const serverClient = (server: string): Promise<Client> => {
  const known = clients.get(server) ?? load(server);
  clients.set(server, known);
  known.catch(() => clients.delete(server));
  return known;
};
