import { WebSocket } from 'ws';
import type { SignalSocket } from '../../services/signalling-types.ts';

/** How long a closing socket may take before it is cut. */
const LINGER = 250;

/** A `ws` socket as signalling sees it. */
export class WsSignalSocket implements SignalSocket {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text);
  }

  /** Reading stops at once, so that a flood costs nothing more while the reason travels. */
  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    this.#socket.pause();
    const cut = setTimeout(() => {
      this.#socket.terminate();
    }, LINGER);
    this.#socket.once('close', () => {
      clearTimeout(cut);
    });
  }
}
