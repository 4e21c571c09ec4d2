import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CallSound } from '../shared/sound.ts';

/** Where newcomers are told of, by `sound` too if that is wanted. */
type Host = ReactiveControllerHost & Element & { readonly sound: boolean };

const setBadge = async (count: number): Promise<void> => {
  if (!('setAppBadge' in navigator)) return;
  // Refused to a page that is no app, or in a frame.
  await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(() => undefined);
};

/**
 * Tells who does not see the list that somebody new waits, because the page is on another tab, minimised, or shows
 * something else: a number in the title, and one sound when wanted. How many wait stands on the app's badge, seen or not.
 */
export class ArrivalController implements ReactiveController {
  readonly #host: Host;
  #sound: CallSound | undefined;
  #missed = 0;
  #inView = true;
  #title: string | undefined;
  #stop: AbortController | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const stop = new AbortController();
    this.#stop = stop;
    document.addEventListener('visibilitychange', () => this.#seen(), { signal: stop.signal });
    const view = new IntersectionObserver((entries) => {
      this.#inView = entries.at(-1)?.isIntersecting ?? true;
      this.#seen();
    });
    view.observe(this.#host);
    stop.signal.addEventListener('abort', () => view.disconnect());
  }

  hostUpdated(): void {
    if (this.#host.sound) this.#sound ??= new CallSound(this.#host);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#restore();
    void setBadge(0);
  }

  /** So many wait. */
  waiting(count: number): void {
    void setBadge(count);
  }

  get #isSeen(): boolean {
    return this.#inView && !document.hidden;
  }

  /** Somebody new waits. Nothing happens while the list is seen: it shows it. */
  arrived(count: number): void {
    if (this.#isSeen) return;
    // Once is enough in a surgery; the ringing that repeats is for calling somebody back to a patient.
    if (this.#host.sound) this.#sound?.chime();
    this.#missed += count;
    this.#title ??= document.title;
    document.title = `(${this.#missed}) ${this.#title}`;
  }

  #seen(): void {
    if (this.#isSeen) this.#restore();
  }

  #restore(): void {
    if (this.#title !== undefined) document.title = this.#title;
    this.#title = undefined;
    this.#missed = 0;
  }
}
