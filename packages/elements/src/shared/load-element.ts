import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Elements that others use inside themselves. They reach each other here and nowhere else. */
const loaders = {
  'video-room': () => import('../video-room/video-room.define.ts'),
  'consent-form': () => import('../consent-form/consent-form.define.ts'),
  'device-check': () => import('../device-check/device-check.define.ts'),
  'sms-invite': () => import('../sms-invite/sms-invite.define.ts'),
};

/** Tag of an element that can be loaded when it is needed. */
export type LazyTag = keyof typeof loaders;

/** Loads and registers an element. Rejects when its code cannot be fetched; asking again tries again. */
export const loadElement = async (tag: LazyTag): Promise<void> => {
  if (customElements.get(tag) === undefined) await loaders[tag]();
};

/** Loads code for its host and tells how far it is. */
export class LazyController<Loaded> {
  /** How far the code is. */
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** What was loaded, once `ready`. */
  value: Loaded | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Loaded>;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Loaded>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Begins to load, or begins again after a failure. Safe to call at every rendering. */
  load(): void {
    if (this.status === 'loading' || this.status === 'ready') return;
    this.status = 'loading';
    this.#fetch().then(
      (value) => this.#settle('ready', value),
      () => this.#settle('failed'),
    );
  }

  #settle(status: 'ready' | 'failed', value?: Loaded): void {
    this.status = status;
    this.value = value;
    this.#host.requestUpdate();
  }
}

/** Loads one element for its host and tells how far it is. */
export class LazyElementController extends LazyController<void> implements ReactiveController {
  readonly #tag: LazyTag;

  constructor(host: ReactiveControllerHost, tag: LazyTag) {
    super(host, () => loadElement(tag));
    this.#tag = tag;
    host.addController(this);
  }

  hostConnected(): void {
    if (customElements.get(this.#tag) !== undefined) this.status = 'ready';
  }
}
