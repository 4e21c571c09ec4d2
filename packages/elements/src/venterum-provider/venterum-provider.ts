import { ContextProvider } from '@lit/context';
import type { VenterumClient } from '@venterum/client';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { clientContext } from '../shared/client-context.ts';
import { serverClient } from '../shared/server-client.ts';
import { providerStyles } from './venterum-provider.styles.ts';
import { providerView } from './venterum-provider.view.ts';

/**
 * Gives a client and a language to every Venterum element inside it, however deep.
 *
 * @summary One client and one language for all elements inside.
 * @tag venterum-provider
 * @attr {string} lang - Language of the elements inside, `da` or `en`.
 * @slot - The part of the page that uses Venterum.
 */
export class VenterumProviderElement extends LitElement {
  static override styles = providerStyles;

  /** The client to give; without one, a client is made for `server`. */
  @property({ attribute: false }) client?: VenterumClient;

  /** Address of a Venterum server, for pages that make no client themselves. */
  @property() server?: string;

  readonly #context = new ContextProvider(this, { context: clientContext });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client') && !changed.has('server')) return;
    this.#context.setValue(this.client);
    if (this.client === undefined && this.server !== undefined) void this.#load(this.server);
  }

  protected override render(): TemplateResult {
    return providerView;
  }

  async #load(server: string): Promise<void> {
    // Elements inside say by themselves that there is no client when the code cannot be fetched.
    const client = await serverClient(server).catch(() => undefined);
    if (this.client === undefined && this.server === server) this.#context.setValue(client);
  }
}
