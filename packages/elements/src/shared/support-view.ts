import type { Support } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { phoneLink, phoneText } from './format.ts';
import { safeUrl } from './safe-url.ts';
import type { SharedTexts } from './shared.texts.da.ts';

/** What {@link supportView} shows. */
export interface SupportOptions {
  readonly support?: Support | undefined;
  readonly texts: SharedTexts;
  /** What a copied error report says: facts of element, client and browser, nothing about any person. */
  readonly diagnosis: () => string;
  /** Told when copying has succeeded or not, to be announced. */
  readonly say: (text: string) => void;
}

const copy = async (options: SupportOptions): Promise<void> => {
  const copied = await navigator.clipboard.writeText(options.diagnosis()).then(
    () => true,
    () => false,
  );
  options.say(copied ? options.texts.copied : options.texts.copyFailed);
};

const contact = (support: Support): TemplateResult => {
  const url = safeUrl(support.url);
  return html`<span>${support.name}</span>
    ${support.phone === undefined ? nothing : html`<a href=${phoneLink(support.phone)}>${phoneText(support.phone)}</a>`}
    ${support.email === undefined ? nothing : html`<a href=${`mailto:${support.email}`}>${support.email}</a>`}
    ${url === undefined ? nothing : html`<a href=${url} target="_blank" rel="noopener">${new URL(url).host}</a>`}`;
};

/** Where to get help and what to tell them, at the same place on every screen (WCAG 3.2.6). */
export const supportView = (options: SupportOptions): TemplateResult =>
  html`<footer class="support" part="support">
    <b>${options.texts.support}</b>
    ${options.support === undefined ? nothing : contact(options.support)}
    <button type="button" class="link" @click=${() => copy(options)}>${options.texts.copyDiagnosis}</button>
  </footer>`;
