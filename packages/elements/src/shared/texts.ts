import type { Language } from '@venterum/contract';
import type { LitElement, ReactiveController } from 'lit';
import { failureWords, fetchFailureWords } from './failure-text.ts';
import { languageOf, onLanguage } from './language.ts';
import { onStrings, stringsAround, stringsChanged } from './strings.ts';
import { whenIdle } from './when-idle.ts';

/** The words of an element: Danish at once, English when somebody reads it. Placeholders are `{name}`; see {@link fill}. */
export interface Dictionary<Texts extends object> {
  /** Without those of failures, and those that come with the views that need them. */
  readonly da: Partial<Texts>;
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
  #base: Partial<Texts> | undefined;
  #wanted: Language | undefined;
  #overrides: Partial<Texts> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: LitElement, dictionary: Dictionary<Texts>) {
    this.#host = host;
    this.#dictionary = dictionary;
    host.addController(this);
  }

  /**
   * All words with the overrides of elements around the host and its own, or `undefined` while the first are on their way.
   * `later`: Danish words that have come with views; nothing reads them before these are there.
   */
  read(overrides: Partial<Texts>, later: Partial<Texts> = {}): Texts | undefined {
    if (this.#overrides !== undefined && overrides !== this.#overrides) stringsChanged();
    this.#overrides = overrides;
    if (this.#base === undefined) return undefined;
    const around = stringsAround(this.#host);
    return { ...failureWords(), ...later, ...this.#base, ...around, ...overrides } as unknown as Texts;
  }

  hostConnected(): void {
    const update = (): void => this.#host.requestUpdate();
    const stops = [onLanguage(this.#host, update), onStrings(update)];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    update();
  }

  hostUpdate(): void {
    const language = languageOf(this.#host);
    if (language === this.#wanted) return;
    this.#wanted = language;
    if (language === 'da') {
      this.#use(language, this.#dictionary.da);
      whenIdle(() => void fetchFailureWords());
    } else void this.#load(language);
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

  #use(language: Language, texts: Partial<Texts>): void {
    this.language = language;
    this.#base = texts;
  }
}
