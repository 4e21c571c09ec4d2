import type { WebSocket } from 'ws';

/** Every socket is pinged this often; one that let a whole interval pass in silence is cut, at the latest after two. */
export const PING_MILLISECONDS = 15_000;

/** Finds sockets whose other end is gone without having said so. */
export class Heartbeat {
  readonly #sockets = new Map<WebSocket, boolean>();
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number = PING_MILLISECONDS) {
    this.#timer = setInterval(() => {
      this.#beat();
    }, milliseconds);
    this.#timer.unref();
  }

  /** Watches a socket until it closes. Anything it says counts as a sign of life. */
  watch(socket: WebSocket): void {
    this.#sockets.set(socket, true);
    const alive = (): void => {
      this.#sockets.set(socket, true);
    };
    socket.on('pong', alive).on('message', alive);
    socket.once('close', () => {
      socket.off('pong', alive).off('message', alive);
      this.#sockets.delete(socket);
    });
  }

  /** Stops pinging. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    for (const [socket, alive] of this.#sockets) {
      if (!alive) socket.terminate();
      else {
        this.#sockets.set(socket, false);
        socket.ping();
      }
    }
  }
}
