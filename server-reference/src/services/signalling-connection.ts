import { signalClose, signalLimits } from '@venterum/contract';
import type { TicketGrant } from '../ports/tickets.ts';
import { TokenBucket } from './rate-limit.ts';
import { type ClientMessage, readClientMessage } from './signalling-messages.ts';
import { type SignalSocket, standardClose } from './signalling-types.ts';

/** Room for the candidates of a mesh of six that all come at once. */
const BURST = 150;
/** Frames of one socket that may wait for the membership check. */
const MAX_PENDING = BURST + signalLimits.messagesPerSecond;

/** What a connection hands its messages to, and where it says that it is over. */
export interface ConnectionOwner {
  now(): number;
  deliver(from: SignalConnection, message: ClientMessage): Promise<void>;
  ended(connection: SignalConnection, code: number): void;
}

/** One participant's socket: limits, reading, order. Knows nothing of rooms. */
export class SignalConnection {
  readonly grant: TicketGrant;
  readonly #socket: SignalSocket;
  readonly #owner: ConnectionOwner;
  readonly #bucket: TokenBucket;
  #live = true;
  #pending = 0;
  #tail: Promise<void> = Promise.resolve();

  constructor(grant: TicketGrant, socket: SignalSocket, owner: ConnectionOwner) {
    this.grant = grant;
    this.#socket = socket;
    this.#owner = owner;
    this.#bucket = new TokenBucket({ perSecond: signalLimits.messagesPerSecond, burst: BURST }, owner.now());
  }

  /** False from the moment it was displaced, closed or lost: it neither speaks nor hears any more. */
  get live(): boolean {
    return this.#live;
  }

  /** One text frame of the client's; `undefined` stands for a frame that is no text. */
  receive(text: string | undefined): void {
    if (!this.#live) return;
    if (!this.#bucket.take(this.#owner.now()) || this.#pending > MAX_PENDING) {
      this.close(signalClose.tooFast, 'too many messages');
      return;
    }
    const message = text === undefined ? undefined : readClientMessage(text);
    if (message === undefined) this.close(signalClose.malformed, 'malformed message');
    else this.#take(message);
  }

  /** Sends one frame, or gives the receiver up when it does not read what it got. */
  send(frame: string): void {
    if (!this.#live) return;
    if (this.#socket.bufferedAmount > signalLimits.bufferedBytes) {
      this.close(standardClose.policyViolation, 'reads too slowly');
      return;
    }
    this.#socket.send(frame);
  }

  /** Ends it from this side. */
  close(code: number, reason: string): void {
    if (!this.#live) return;
    this.#live = false;
    this.#socket.close(code, reason);
    this.#owner.ended(this, code);
  }

  /** The socket is gone, whoever ended it. */
  lost(): void {
    if (!this.#live) return;
    this.#live = false;
    this.#owner.ended(this, standardClose.normal);
  }

  #take(message: ClientMessage): void {
    if (message.type === 'HEARTBEAT') return;
    if (message.dst === undefined) {
      this.close(standardClose.normal, 'left');
      return;
    }
    this.#pending += 1;
    this.#tail = this.#tail
      .then(() => (this.#live ? this.#owner.deliver(this, message) : undefined))
      .catch(() => undefined)
      .then(() => {
        this.#pending -= 1;
      });
  }
}
