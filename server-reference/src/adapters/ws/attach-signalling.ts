import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { reachPath, signalLimits, signalPath } from '@venterum/contract';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isOwnOrigin } from '../../http/origins.ts';
import type { TicketGrant } from '../../ports/tickets.ts';
import type { Signalling } from '../../services/signalling.ts';
import { Heartbeat } from './heartbeat.ts';
import { WsSignalSocket } from './ws-signal-socket.ts';

/** How the signalling socket is offered. */
export interface AttachOptions {
  readonly signalling: Signalling;
  /**
   * Origins of the pages that may connect, exactly as browsers write them, besides the server's own.
   * A request without one is refused.
   */
  readonly allowedOrigins: readonly string[];
  /** @defaultValue `/v1/signal/peerjs` */
  readonly path?: string;
  /** Milliseconds between pings. @defaultValue 15,000 */
  readonly pingMilliseconds?: number;
  /** Milliseconds a ticket may take to be looked up. @defaultValue 5,000 */
  readonly admitMilliseconds?: number;
  /** Milliseconds somebody who only asked whether sockets get through may take to hang up. @defaultValue 2,000 */
  readonly reachMilliseconds?: number;
  /** Open sockets at most. @defaultValue 20,000 */
  readonly maxSockets?: number;
}

/** Ends what {@link attachSignalling} started. */
export interface AttachedSignalling {
  /** Refuses new sockets and closes the open ones; resolves when the rooms have been told. */
  stop(): Promise<void>;
}

const ADMIT_MILLISECONDS = 5_000;
const REACH_MILLISECONDS = 2_000;
const MAX_SOCKETS = 20_000;

const REFUSALS = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
} as const;

/** Answers without a body: a refusal says nothing about what exists. */
const refuse = (socket: Duplex, status: keyof typeof REFUSALS): void => {
  // The HTTP server's sockets stay half open after `end` otherwise.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${REFUSALS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const ignore = (): void => undefined;

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Looking up the ticket took too long.'));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
};

/** `undefined` for a request target that is no URL. The query carries the ticket, so the target is never logged. */
const targetOf = (request: IncomingMessage): URL | undefined =>
  URL.parse(request.url ?? '', 'http://localhost') ?? undefined;

const textOf = (data: RawData): string => (data instanceof Buffer ? data : Buffer.alloc(0)).toString('utf8');

class SignalUpgrade {
  readonly #options: AttachOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: signalLimits.frameBytes,
    perMessageDeflate: false,
  });
  readonly #heartbeat: Heartbeat;
  #pending = 0;

  constructor(options: AttachOptions) {
    this.#options = options;
    this.#heartbeat = new Heartbeat(options.pingMilliseconds);
  }

  stop(): void {
    this.#heartbeat.stop();
  }

  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!this.#isAllowed(request)) {
      refuse(socket, 403);
      return;
    }
    if (this.#options.signalling.size + this.#pending >= (this.#options.maxSockets ?? MAX_SOCKETS)) {
      refuse(socket, 503);
      return;
    }
    this.#pending += 1;
    try {
      const grant = await this.#admit(request);
      if (grant === undefined) refuse(socket, 401);
      else this.#complete(grant, { request, socket, head });
    } catch {
      refuse(socket, 503);
    } finally {
      this.#pending -= 1;
    }
  }

  /** Opens and closes: proof that sockets get through. */
  reach(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.#isAllowed(request)) {
      refuse(socket, 403);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', ignore);
      opened.close();
      const timer = setTimeout(() => {
        opened.terminate();
      }, this.#options.reachMilliseconds ?? REACH_MILLISECONDS);
      opened.once('close', () => {
        clearTimeout(timer);
      });
    });
  }

  #isAllowed({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return false;
    return this.#options.allowedOrigins.includes(origin) || isOwnOrigin(origin, host ?? '');
  }

  #admit(request: IncomingMessage): Promise<TicketGrant | undefined> {
    const query = targetOf(request)?.searchParams;
    const asked = { peerId: query?.get('id') ?? '', ticket: query?.get('token') ?? '' };
    return within(
      this.#options.admitMilliseconds ?? ADMIT_MILLISECONDS,
      this.#options.signalling.admit(asked),
    );
  }

  #complete(
    grant: TicketGrant,
    { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.#serve(grant, opened);
    });
  }

  #serve(grant: TicketGrant, socket: WebSocket): void {
    // A protocol error (too large, bad UTF-8, bad frame) closes this socket and no other.
    socket.on('error', ignore);
    this.#heartbeat.watch(socket);
    const connection = this.#options.signalling.accept(grant, new WsSignalSocket(socket));
    socket.on('message', (data, isBinary) => {
      connection.receive(isBinary ? undefined : textOf(data));
    });
    socket.once('close', () => {
      connection.lost();
    });
  }
}

/** Serves the signalling socket on an HTTP server's upgrades. Upgrades to other paths answer 404 unless somebody else listens. */
export const attachSignalling = (httpServer: Server, options: AttachOptions): AttachedSignalling => {
  const upgrade = new SignalUpgrade(options);
  const path = options.path ?? signalPath;
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const asked = targetOf(request)?.pathname;
    if (asked === path) {
      socket.on('error', ignore);
      void upgrade.upgrade(request, socket, head);
    } else if (asked === reachPath) {
      socket.on('error', ignore);
      upgrade.reach(request, socket, head);
    } else if (httpServer.listenerCount('upgrade') === 1) {
      socket.on('error', ignore);
      refuse(socket, 404);
    }
  };
  httpServer.on('upgrade', onUpgrade);
  return {
    stop: async () => {
      httpServer.off('upgrade', onUpgrade);
      upgrade.stop();
      await options.signalling.stop();
    },
  };
};
