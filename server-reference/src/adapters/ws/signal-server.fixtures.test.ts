import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { signalPath } from '@venterum/contract';
import { WebSocket } from 'ws';
import { type AttachOptions, attachSignalling, type AttachedSignalling } from './attach-signalling.ts';
import { systemTimers } from './system-timers.ts';
import { webClock } from '../web/web-clock.ts';
import { webIds } from '../web/web-ids.ts';
import { WebTickets } from '../web/web-tickets.ts';
import type { RoomMember } from '../../ports/room-members.ts';
import type { TicketGrant } from '../../ports/tickets.ts';
import { FakeRooms } from '../../services/signalling.fixtures.test.ts';
import type { SignalIncident } from '../../services/signalling-types.ts';
import { Signalling } from '../../services/signalling.ts';

/** The one origin the test server knows. */
export const ORIGIN = 'https://host.example';

/** One frame as received. */
export interface Frame {
  readonly type: string;
  readonly src?: string;
  readonly dst?: string;
}

/** A `ws` client that keeps what it hears. */
export class TestClient {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #listeners = new Set<() => void>();

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => {
        resolve(code);
      });
    });
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame);
      for (const listener of this.#listeners) listener();
    });
  }

  say(message: unknown): void {
    this.socket.send(
      typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
    );
  }

  /** Resolves when `count` frames of this type have come. */
  async heard(type: string, count = 1): Promise<readonly Frame[]> {
    for (;;) {
      const found = this.frames.filter((frame) => frame.type === type);
      if (found.length >= count) return found;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }
}

/** A real HTTP server with signalling on it, over rooms in memory. */
export class SignalServer {
  readonly members = new FakeRooms();
  readonly tickets = new WebTickets(webClock, webIds);
  readonly incidents: SignalIncident[] = [];
  readonly signalling = new Signalling({
    tickets: this.tickets,
    members: this.members,
    timers: systemTimers,
    observe: (incident) => this.incidents.push(incident),
  });
  readonly http = createServer((_, response) => response.writeHead(404).end());
  #attached: AttachedSignalling | undefined;

  static async start(options: Partial<AttachOptions> = {}): Promise<SignalServer> {
    const server = new SignalServer();
    server.#attached = attachSignalling(server.http, {
      signalling: server.signalling,
      allowedOrigins: [ORIGIN],
      ...options,
    });
    server.http.listen(0, '127.0.0.1');
    await once(server.http, 'listening');
    return server;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** A room of so many admitted members, and their grants. */
  room(roomId: string, count = 2): readonly TicketGrant[] {
    const members: RoomMember[] = Array.from({ length: count }, (_, index) => ({
      participantId: `${roomId}-p${index}`,
      peerId: `${roomId}-peer${index}`,
      admitted: true,
      sessionIds: ['session'],
    }));
    this.members.rooms.set(roomId, members);
    return members.map(({ participantId, peerId }) => ({
      visitId: `visit-${roomId}`,
      clinicId: 'clinic',
      roomId,
      participantId,
      peerId,
      principalId: `of-${participantId}`,
      sessionId: 'session',
    }));
  }

  /** The request target stock PeerJS would use. */
  async target(grant: TicketGrant): Promise<string> {
    return this.targetWith(grant.peerId, await this.tickets.issue(grant));
  }

  targetWith(peerId: string, ticket: string): string {
    const query = new URLSearchParams({ key: 'peerjs', id: peerId, token: ticket, version: '1.5.5' });
    return `${signalPath}?${query.toString()}`;
  }

  open(target: string, headers: Record<string, string> = { origin: ORIGIN }): WebSocket {
    return new WebSocket(`ws://127.0.0.1:${this.port}${target}`, { headers });
  }

  /** A client that is in. */
  async enter(grant: TicketGrant): Promise<TestClient> {
    const client = new TestClient(this.open(await this.target(grant)));
    await client.heard('OPEN');
    return client;
  }

  /** The status an upgrade is refused with; 101 when it is not. */
  async statusOf(target: string, headers?: Record<string, string>): Promise<number | undefined> {
    const socket = this.open(target, headers);
    socket.on('error', () => undefined);
    const refused = once(socket, 'unexpected-response') as Promise<[unknown, IncomingMessage]>;
    const opened = once(socket, 'open').then(() => 101);
    opened.catch(() => undefined);
    refused.catch(() => undefined);
    const status = await Promise.race([opened, refused.then(([, response]) => response.statusCode)]);
    socket.terminate();
    return status;
  }

  /** A bare TCP connection that has been upgraded, for frames no library would send. */
  async raw(grant: TicketGrant): Promise<{ readonly socket: Socket; readonly head: string }> {
    const socket = connect(this.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      [
        `GET ${await this.target(grant)} HTTP/1.1`,
        'Host: localhost',
        `Origin: ${ORIGIN}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Extensions: permessage-deflate',
        '\r\n',
      ].join('\r\n'),
    );
    const [head] = (await once(socket, 'data')) as [Buffer];
    return { socket, head: head.toString('latin1') };
  }

  async stop(): Promise<void> {
    await this.#attached?.stop();
    this.http.closeAllConnections();
    this.http.close();
    await once(this.http, 'close');
  }
}
