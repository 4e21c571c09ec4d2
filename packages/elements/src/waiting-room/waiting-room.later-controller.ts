import { adoptStyles, type LitElement, type ReactiveController } from 'lit';
import type { Later } from './waiting-room.ui.ts';

/** Loads what is not needed to show the queue, with its styles. */
export class LaterController implements ReactiveController {
  /** It, once it is there. */
  value: Later | undefined;
  /** It could not be fetched; {@link load} tries again. */
  failed = false;
  readonly #host: LitElement;
  #asked = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.failed) this.#asked = false;
  }

  /** Begins to load unless it has been tried. */
  loadOnce(): void {
    if (!this.#asked) this.load();
  }

  /** Begins to load, or begins again. */
  load(): void {
    this.#asked = true;
    this.failed = false;
    import('./waiting-room.later.ts').then(
      (later) => this.#settle(later),
      () => this.#settle(undefined),
    );
  }

  #settle(later: Later | undefined): void {
    this.value = later;
    this.failed = later === undefined;
    const root = this.#host.shadowRoot;
    const { elementStyles } = this.#host.constructor as typeof LitElement;
    if (later !== undefined && root !== null) adoptStyles(root, [...elementStyles, later.callStyles]);
    this.#host.requestUpdate();
  }
}
