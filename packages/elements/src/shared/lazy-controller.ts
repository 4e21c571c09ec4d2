import type { ReactiveControllerHost } from 'lit';

/** After a failure rendering asks again only when so much time has passed. */
const PAUSE_MILLISECONDS = 10_000;

/** Loads code for its host and tells how far it is. */
export class LazyController<Loaded> {
  /** How far the code is. */
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** What was loaded, once `ready`. */
  value: Loaded | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Loaded>;
  #pauses = false;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Loaded>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Begins to load; after a failure only once a pause has passed, so that it may be called at every rendering. */
  load(): void {
    if (!this.#pauses) this.retry();
  }

  /** Begins to load, or begins again at once: somebody has asked for it. */
  retry(): void {
    if (this.status === 'loading' || this.status === 'ready') return;
    this.status = 'loading';
    this.#fetch().then(
      (value) => this.#settle('ready', value),
      () => this.#failed(),
    );
  }

  #failed(): void {
    this.#pauses = true;
    setTimeout(() => (this.#pauses = false), PAUSE_MILLISECONDS);
    this.#settle('failed');
  }

  #settle(status: 'ready' | 'failed', value?: Loaded): void {
    this.status = status;
    this.value = value;
    this.#host.requestUpdate();
  }
}
