import type { VenterumClient } from '@venterum/client';
import type { LitElement, ReactiveController } from 'lit';
import { clientContext } from './client-context.ts';
import { getDefaultClient, onDefaultClient } from './default-client.ts';
import { serverClient } from './server-client.ts';

/** An element that may be given a client or a server address. */
export interface ClientHost extends LitElement {
  client?: VenterumClient;
  server?: string;
}

/** How long an element waits for its client before it says that there is none. */
const GRACE_MILLISECONDS = 1000;

/** Finds an element's client: its own property, then a provider, then the page's default, then its `server`. */
export class ClientController implements ReactiveController {
  /** No client came in time: time to say so. */
  missing = false;
  readonly #host: ClientHost;
  #provided: VenterumClient | undefined;
  #unsubscribe: (() => void) | undefined;
  #loaded: { readonly server: string; readonly client?: VenterumClient } | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ClientHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The client, or `undefined` until there is one. */
  get value(): VenterumClient | undefined {
    return this.#host.client ?? this.#provided ?? getDefaultClient() ?? this.#fromServer;
  }

  get #fromServer(): VenterumClient | undefined {
    return this.#loaded?.server === this.#host.server ? this.#loaded?.client : undefined;
  }

  hostConnected(): void {
    this.#ask();
    const ended = new AbortController();
    const stopDefault = onDefaultClient(() => this.#host.requestUpdate());
    // A provider defined after its content did not hear the request; it announces itself when it is there.
    document.addEventListener('context-provider', () => this.#askAgain(), { signal: ended.signal });
    const grace = setTimeout(() => this.#graceOver(), GRACE_MILLISECONDS);
    this.#stop = () => {
      ended.abort();
      stopDefault();
      clearTimeout(grace);
    };
  }

  hostUpdate(): void {
    const { server } = this.#host;
    if (this.value !== undefined || server === undefined || this.#loaded?.server === server) return;
    this.#loaded = { server };
    serverClient(server).then(
      (client) => this.#use(server, client),
      () => this.#forget(server),
    );
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.missing = false;
  }

  /** Asks the providers around the element, by the context protocol of the Web Components Community Group. */
  #ask(): void {
    const request = new Event('context-request', { bubbles: true, composed: true });
    const details = {
      context: clientContext,
      contextTarget: this.#host,
      callback: this.#hear,
      subscribe: true,
    };
    this.#host.dispatchEvent(Object.assign(request, details));
  }

  /** One function for all requests: a provider knows by it who asks again. */
  readonly #hear = (client: VenterumClient | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#provided = client;
    this.#host.requestUpdate();
  };

  #askAgain(): void {
    if (this.#provided === undefined) this.#ask();
  }

  #graceOver(): void {
    this.missing = true;
    this.#host.requestUpdate();
  }

  #use(server: string, client: VenterumClient): void {
    if (this.#loaded?.server !== server) return;
    this.#loaded = { server, client };
    this.#host.requestUpdate();
  }

  #forget(server: string): void {
    if (this.#loaded?.server === server && this.#loaded.client === undefined) this.missing = true;
    this.#host.requestUpdate();
  }
}
