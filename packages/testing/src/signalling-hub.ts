import { signalClose, type RoomAccess } from '@venterum/contract';

/** Ready states of a socket (WebSockets Standard); the global class may be replaced by the one below. */
const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** A message in PeerJS's wire format. */
export interface SignalMessage {
  readonly type: string;
  readonly src?: string;
  readonly dst?: string;
  readonly payload?: unknown;
}

/**
 * A signalling server inside the page: stands in for `WebSocket`, speaks PeerJS's wire format, opens one socket per ticket,
 * displaces an older socket of the same id. For tests of real peers without a server.
 */
export class SignallingHub {
  /** Every message forwarded, in order. */
  readonly forwarded: SignalMessage[] = [];
  /** How many sockets were asked for. */
  opened = 0;
  /** New sockets are refused while false. */
  accepting = true;
  /** What becomes of a message on its way; a test may tamper with it. */
  change: (message: SignalMessage) => SignalMessage = (message) => message;
  readonly #sockets = new Map<string, HubSocket>();
  readonly #tickets = new Map<string, string>();
  #issued = 0;

  /** A way in for one peer, with a ticket of its own. */
  issue(peerId: string): RoomAccess {
    this.#issued += 1;
    const ticket = `ticket-${this.#issued}`;
    this.#tickets.set(ticket, peerId);
    return {
      roomId: 'room',
      participantId: `participant-${peerId}`,
      provider: 'peer',
      ticket,
      peerId,
      signalPath: '/v1/signal/peerjs',
      iceServers: [],
      icePolicy: 'all',
    };
  }

  /** The class to put in the place of `WebSocket`. */
  get socketClass(): new (url: string) => EventTarget {
    return HubSocket.bind(undefined, this);
  }

  /** Breaks every socket, as a server that is restarted does. */
  dropAll(code = 1006): void {
    for (const socket of [...this.#sockets.values()]) socket.end(code);
  }

  /** Sends a message to a peer as if another had. */
  inject(peerId: string, message: SignalMessage): void {
    this.#sockets.get(peerId)?.deliver(message);
  }

  /** Who has an open socket now. */
  get present(): readonly string[] {
    return [...this.#sockets.keys()];
  }

  enter(socket: HubSocket, ticket: string): void {
    this.opened += 1;
    if (!this.accepting || this.#tickets.get(ticket) !== socket.id) {
      socket.end(1006);
      return;
    }
    this.#tickets.delete(ticket);
    this.#sockets.get(socket.id)?.end(signalClose.displaced);
    this.#sockets.set(socket.id, socket);
    socket.deliver({ type: 'OPEN' });
  }

  forward(from: HubSocket, message: SignalMessage): void {
    if (message.type === 'HEARTBEAT' || message.dst === undefined) return;
    const forwarded = this.change({ ...message, src: from.id });
    this.forwarded.push(forwarded);
    this.#sockets.get(message.dst)?.deliver(forwarded);
  }

  leave(socket: HubSocket): void {
    if (this.#sockets.get(socket.id) === socket) this.#sockets.delete(socket.id);
  }
}

/** One socket of a {@link SignallingHub}: as much of `WebSocket` as PeerJS uses. */
export class HubSocket extends EventTarget {
  readonly id: string;
  readyState: number = CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly #hub: SignallingHub;

  constructor(hub: SignallingHub, url: string) {
    super();
    const { searchParams } = new URL(url);
    this.#hub = hub;
    this.id = searchParams.get('id') ?? '';
    queueMicrotask(() => {
      this.#open(searchParams.get('token') ?? '');
    });
  }

  send(data: string): void {
    this.#hub.forward(this, JSON.parse(data) as SignalMessage);
  }

  close(): void {
    this.end(1000);
  }

  deliver(message: SignalMessage): void {
    queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }

  end(code: number): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#hub.leave(this);
    const event = new CloseEvent('close', { code });
    this.onclose?.(event);
    this.dispatchEvent(event);
  }

  #open(ticket: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = OPEN;
    this.onopen?.();
    this.#hub.enter(this, ticket);
  }
}
