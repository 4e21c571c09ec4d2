import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whoever taps so soon aimed at what stood there before. */
const GUARD_MILLISECONDS = 500;

/** Keeps a button that has come by itself from being tapped before anybody can have seen it. */
export class TapGuard implements ReactiveController {
  /** The button is to say that it takes no taps yet. */
  active = false;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The button comes on the screen. */
  start(): void {
    clearTimeout(this.#timer);
    this.active = true;
    this.#timer = setTimeout(() => this.#end(), GUARD_MILLISECONDS);
  }

  /** Whether a click is meant: one from the keyboard always is. */
  accepts({ detail }: UIEvent): boolean {
    return !this.active || detail === 0;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.active = false;
  }

  #end(): void {
    this.active = false;
    this.#host.requestUpdate();
  }
}
