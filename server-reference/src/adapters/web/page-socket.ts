import type { Signalling } from '../../services/signalling.ts';
import type { SignalConnection } from '../../services/signalling-connection.ts';
import type { SignalTimers } from '../../services/signalling-types.ts';

/** Ready states of a socket (WebSockets Standard). */
const OPEN = 1;
const CLOSED = 3;

/** How a socket ends that was not let in. */
const ABNORMAL = 1006;

/** The page's own time. */
export const pageTimers: SignalTimers = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A socket that leads to signalling in the same page: as much of `WebSocket` as PeerJS uses. */
export class PageSocket extends EventTarget {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly #signalling: Signalling;
  #connection: SignalConnection | undefined;

  constructor(signalling: Signalling, address: string | URL) {
    super();
    this.#signalling = signalling;
    const query = new URL(address).searchParams;
    void this.#open({ peerId: query.get('id') ?? '', ticket: query.get('token') ?? '' });
  }

  send(text: string): void {
    this.#connection?.receive(text);
  }

  close(): void {
    this.#end(1000);
    this.#connection?.lost();
  }

  async #open(asked: { readonly peerId: string; readonly ticket: string }): Promise<void> {
    const grant = await this.#signalling.admit(asked).catch(() => undefined);
    if (this.readyState === CLOSED) return;
    if (grant === undefined) {
      this.#end(ABNORMAL);
      return;
    }
    this.readyState = OPEN;
    this.onopen?.();
    this.#connection = this.#signalling.accept(grant, {
      bufferedAmount: 0,
      send: (data) => {
        queueMicrotask(() => this.onmessage?.({ data }));
      },
      close: (code, reason) => {
        this.#end(code, reason);
        this.#connection?.lost();
      },
    });
  }

  #end(code: number, reason = ''): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    const event = new CloseEvent('close', { code, reason });
    this.onclose?.(event);
    this.dispatchEvent(event);
  }
}
