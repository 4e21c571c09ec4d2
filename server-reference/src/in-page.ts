import './adapters/web/no-eval.ts';
import {
  createMemoryServer,
  type MemoryServer,
  type MemoryServerOptions,
} from './adapters/memory/memory-server.ts';
import { PageSocket, pageTimers } from './adapters/web/page-socket.ts';
import { Signalling } from './services/signalling.ts';

/** A server that lives in a page, and goes with it. */
export interface InPageServer extends MemoryServer {
  /** For `createClient`: requests that leave the page for nowhere. */
  readonly fetch: typeof fetch & MemoryServer['fetch'];
  /** To stand in for `WebSocket` before somebody is called: signalling without a network. */
  readonly WebSocket: new (address: string | URL) => EventTarget;
}

/**
 * The whole server inside a page: for demonstrations and training without any backend. Rules, queue, messages and calls
 * are the real ones; nothing outlives the page. Holds under a strict Content Security Policy.
 */
export const createInPageServer = async (options: MemoryServerOptions): Promise<InPageServer> => {
  const server = await createMemoryServer(options);
  const signalling = new Signalling({
    tickets: server.ports.tickets,
    members: server.services.rooms,
    timers: pageTimers,
  });
  return {
    ...server,
    fetch: (input: Request | string | URL, init?: RequestInit) => server.fetch(new Request(input, init)),
    WebSocket: PageSocket.bind(undefined, signalling),
    dispose: async () => {
      await signalling.stop();
      await server.dispose();
    },
  };
};
