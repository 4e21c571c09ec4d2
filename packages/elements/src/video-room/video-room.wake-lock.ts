import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the screen on while its host needs it. Browsers let go of it whenever the page is hidden: asked for again when it is back. */
export class WakeLockController implements ReactiveController {
  readonly #needed: () => boolean;
  #lock: WakeLockSentinel | undefined;
  /** Grows with every request and release: what comes late is not wanted any more. */
  #turn = 0;
  #wanted = false;

  constructor(host: ReactiveControllerHost, needed: () => boolean) {
    this.#needed = needed;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }

  hostUpdated(): void {
    const needed = this.#needed();
    if (needed === this.#wanted) return;
    this.#wanted = needed;
    if (needed) void this.#ask();
    else this.#release();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#wanted = false;
    this.#release();
  }

  readonly #seen = (): void => {
    if (this.#wanted && document.visibilityState === 'visible') void this.#ask();
  };

  async #ask(): Promise<void> {
    this.#release();
    const turn = this.#turn;
    // Older browsers have none; others refuse it on a low battery. The call goes on either way.
    const lock = await (navigator as Partial<Navigator>).wakeLock?.request('screen').catch(() => undefined);
    if (turn === this.#turn) this.#lock = lock;
    else void lock?.release();
  }

  #release(): void {
    this.#turn += 1;
    void this.#lock?.release();
    this.#lock = undefined;
  }
}
