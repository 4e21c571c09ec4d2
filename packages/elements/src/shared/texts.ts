import type { Language } from '@venterum/contract';
import type { LitElement, ReactiveController } from 'lit';
import { languageOf, onLanguage } from './language.ts';

/** The words of an element: Danish at once, English when somebody reads it. Placeholders are `{name}`; see {@link fill}. */
export interface Dictionary<Texts extends object> {
  readonly da: Texts;
  readonly en: () => Promise<Texts>;
}

/** Puts values into the `{placeholders}` of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? `${values[name] ?? ''}` : whole,
  );

/** Knows an element's language and its words in it. */
export class TextsController<Texts extends object> implements ReactiveController {
  /** The language the words are in now. */
  language: Language = 'da';
  readonly #host: LitElement;
  readonly #dictionary: Dictionary<Texts>;
  #base: Texts | undefined;
  #wanted: Language | undefined;
  #stop: (() => void) | undefined;

  constructor(host: LitElement, dictionary: Dictionary<Texts>) {
    this.#host = host;
    this.#dictionary = dictionary;
    host.addController(this);
  }

  /** All words with the host's overrides, or `undefined` while the first are on their way. */
  read(overrides: Partial<Texts>): Texts | undefined {
    return this.#base === undefined ? undefined : { ...this.#base, ...overrides };
  }

  hostConnected(): void {
    this.#stop = onLanguage(this.#host, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const language = languageOf(this.#host);
    if (language === this.#wanted) return;
    this.#wanted = language;
    if (language === 'da') this.#use(language, this.#dictionary.da);
    else void this.#load(language);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  async #load(language: Language): Promise<void> {
    // Danish words are better than none when the English ones cannot be fetched.
    const texts = await this.#dictionary.en().catch(() => undefined);
    if (this.#wanted !== language) return;
    this.#use(texts === undefined ? 'da' : language, texts ?? this.#dictionary.da);
    this.#host.requestUpdate();
  }

  #use(language: Language, texts: Texts): void {
    this.language = language;
    this.#base = texts;
  }
}
