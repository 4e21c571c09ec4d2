import { ContextConsumer, ContextProvider } from '@lit/context';
import type { VenterumClient } from '@venterum/client';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { clientContext } from '../shared/client-context.ts';
import { stringsChanged, stringsKey, type StringsByTag } from '../shared/strings.ts';
import { serverClient } from '../shared/server-client.ts';
import { providerStyles } from './venterum-provider.styles.ts';
import { providerView } from './venterum-provider.view.ts';

export type { StringsByTag } from '../shared/strings.ts';

/**
 * Gives a client, a language and own words to every Venterum element inside it, however deep.
 *
 * @summary One client, one language and own words for all elements inside.
 * @tag venterum-provider
 * @attr {string} lang - Language of the elements inside, `da` or `en`.
 * @slot - The part of the page that uses Venterum.
 */
export class VenterumProviderElement extends LitElement {
  /** It has no box of its own. */
  static override styles = providerStyles;

  /** The client to give; without one, a client is made for `server`. */
  @property({ attribute: false }) client?: VenterumClient;

  /** Address of a Venterum server, for pages that make no client themselves. */
  @property() server?: string;

  /** Words for the elements inside, by their tag and then by key, e.g. `{ 'queue-join': { enter: 'Gå ind' } }`. */
  @property({ attribute: false }) strings: StringsByTag = {};

  /** A provider that gives only words or a language lets the client of one around it through. */
  readonly #around = new ContextConsumer(this, { context: clientContext, subscribe: true });
  #loaded: VenterumClient | undefined;
  readonly #context = new ContextProvider(this, { context: clientContext });

  /** What elements inside take their words from. */
  get [stringsKey](): StringsByTag {
    return this.strings;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) stringsChanged();
    if (changed.has('server')) this.#loaded = undefined;
    this.#context.setValue(this.client ?? (this.server === undefined ? this.#around.value : this.#loaded));
    const wantsOne = changed.has('client') || changed.has('server');
    if (wantsOne && this.client === undefined && this.server !== undefined) void this.#load(this.server);
  }

  protected override render(): TemplateResult {
    return providerView;
  }

  async #load(server: string): Promise<void> {
    // Elements inside say by themselves that there is no client when the code cannot be fetched.
    const client = await serverClient(server).catch(() => undefined);
    if (this.server !== server) return;
    this.#loaded = client;
    this.requestUpdate();
  }
}
