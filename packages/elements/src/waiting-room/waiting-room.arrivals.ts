import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CallSound } from '../shared/sound.ts';

/** Tells who is on another tab that somebody new waits: a number in the title, and one sound when wanted. */
export class ArrivalController implements ReactiveController {
  readonly #sound = new CallSound();
  #missed = 0;
  #title: string | undefined;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = new AbortController();
    document.addEventListener('visibilitychange', () => this.#seen(), { signal: this.#stop.signal });
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#restore();
    this.#sound.dispose();
  }

  /** Wakes the sound during a tap: browsers let no page sound before one. */
  prepare(): void {
    void this.#sound.prepare();
  }

  /** Somebody new waits. Nothing happens while the page is seen: the list shows it. */
  arrived(count: number, audible: boolean): void {
    if (!document.hidden) return;
    // Once is enough in a surgery; the ringing that repeats is for calling somebody back to a patient.
    if (audible) this.#sound.chime();
    this.#missed += count;
    this.#title ??= document.title;
    document.title = `(${this.#missed}) ${this.#title}`;
  }

  #seen(): void {
    if (!document.hidden) this.#restore();
  }

  #restore(): void {
    if (this.#title !== undefined) document.title = this.#title;
    this.#title = undefined;
    this.#missed = 0;
  }
}
