import { systemClock, type Clock, type Failure, type VenterumClient } from '@venterum/client';
import type { Language, Support } from '@venterum/contract';
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from './decorators.ts';
import { ClientController } from './client-controller.ts';
import { controlStyles } from './controls.styles.ts';
import { fetchFailureWords } from './failure-text.ts';
import { announce, liveRegions, type Urgency } from './live-region.ts';
import type { SharedTexts } from './shared.texts.da.ts';
import { stringsKey, type InnerStrings } from './strings.ts';
import { TextsController, type Dictionary } from './texts.ts';
import { supportView } from './support-view.ts';
import { themeStyles } from './theme.styles.ts';

/** What an element tells its support line. */
export interface SupportFacts {
  readonly support?: Support | undefined;
  /** Name of the state shown, for the report. */
  readonly state: string;
  readonly failure?: Failure | undefined;
}

/**
 * What every Venterum element is: it finds its client and its language, has words that can be overridden, a look from
 * tokens, and a live region. Subclasses give `content()`, called once there are words and, where needed, a client.
 * Their static styles begin with `VenterumElement.styles`. The language is the element's `lang`, else its closest ancestor's.
 */
export abstract class VenterumElement<Texts extends SharedTexts = SharedTexts> extends LitElement {
  static override styles: CSSResultGroup = [themeStyles, controlStyles];

  /** Where data and commands go; else a provider's, else `setDefaultClient`'s, else one made for `server`. */
  @property({ attribute: false }) client?: VenterumClient;

  /** Address of a Venterum server, for pages that make no client themselves. */
  @property() server?: string;

  /** Own words instead of the built-in ones, by key; for an element shown inside this one, by its tag and then by key. */
  @property({ attribute: false }) strings: Partial<Texts> & InnerStrings = {};

  readonly #clients = new ClientController(this);
  readonly #words: TextsController<Texts>;
  #texts: Texts | undefined;

  constructor(dictionary: Dictionary<Texts>) {
    super();
    this.#words = new TextsController(this, dictionary);
  }

  /** What elements inside this one take their words from. */
  get [stringsKey](): InnerStrings {
    return this.strings;
  }

  /** The client in use, from wherever it came. */
  protected get activeClient(): VenterumClient | undefined {
    return this.#clients.value;
  }

  /** The language the words are in. */
  protected get language(): Language {
    return this.#words.language;
  }

  /** The words. Only to be read once `content()` has been called. */
  protected get texts(): Texts {
    if (this.#texts === undefined) throw new Error('Venterum: words were read before they were there');
    return this.#texts;
  }

  /** Whether the words are there yet. */
  protected get hasTexts(): boolean {
    return this.#texts !== undefined;
  }

  /** Whether the element has what it needs to render its content: a client, unless a store was injected. */
  protected get ready(): boolean {
    return this.activeClient !== undefined;
  }

  /** Danish words that have come with the views that need them. */
  protected get laterTexts(): Partial<Texts> | undefined {
    return undefined;
  }

  /** The element itself. */
  protected abstract content(): unknown;

  /** Says something through the live region. */
  protected announce(text: string, urgency: Urgency = 'polite'): void {
    announce(this.renderRoot, text, urgency);
  }

  /** Settles when the words for a failure are there, or cannot be. */
  protected async failureWorded(): Promise<void> {
    await fetchFailureWords();
    await this.updateComplete;
  }

  /** Time as the client sees it. */
  protected get clock(): Clock {
    return this.activeClient?.clock ?? systemClock;
  }

  /** The same, in milliseconds since the epoch. */
  protected now(): number {
    return this.clock.now();
  }

  /** Where to get help, and an error report to copy: the last thing on every screen. */
  protected supportView(facts: SupportFacts): TemplateResult {
    return supportView({
      support: facts.support ?? this.activeClient?.support,
      texts: this.texts,
      diagnosis: () => this.#diagnosis(facts),
      say: (text) => this.announce(text),
    });
  }

  protected override render(): TemplateResult {
    this.#texts = this.#words.read(this.strings, this.laterTexts);
    return html`<div part="base" class="base" lang=${this.language}>
      ${this.#texts === undefined ? nothing : this.#body(this.#texts)} ${liveRegions}
    </div>`;
  }

  #diagnosis({ state, failure }: SupportFacts): string {
    const problem = failure === undefined ? '' : ` ${failure.code} ${failure.correlationId ?? ''}`;
    const where = `<${this.localName}> ${state}${problem}`;
    const client = this.activeClient?.diagnosis();
    return [where, new Date(this.now()).toISOString(), navigator.userAgent, client ?? ''].join('\n').trim();
  }

  #body(texts: SharedTexts): unknown {
    if (this.ready) return this.content();
    return this.#clients.missing
      ? html`<div class="notice error" role="alert" part="no-client">
          <p><b>${texts.noClient}</b></p>
          <p>${texts.noClientNext}</p>
        </div>`
      : html`<p class="muted">${texts.oneMoment}</p>`;
  }
}
