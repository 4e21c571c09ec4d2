import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { ReferenceApp } from '../../app.ts';

const drainMilliseconds = 4000;
const idleCheckMilliseconds = 50;
const idleMilliseconds = 90_000;

/** Serves an app; resolves when it listens. */
export const listen = (
  app: ReferenceApp,
  at: { readonly port: number; readonly host: string },
): Promise<Server> => {
  const server = createAdaptorServer({ fetch: app.app.fetch }) as Server;
  server.keepAliveTimeout = idleMilliseconds;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      resolve(server);
    });
  });
};

/** Takes no new connections, lets requests under way finish for a few seconds, then closes what is left. */
export const drain = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // Connections that were busy when the server closed become idle one by one, and would stay.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, idleCheckMilliseconds);
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, drainMilliseconds);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
};
