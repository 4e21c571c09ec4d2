import type { Support } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatPhone, phoneLink } from './format.ts';
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

/** Pages without HTTPS and frames without the permission have no clipboard: then the report is there to be marked. */
const copy = async ({ diagnosis, texts, say }: SupportOptions, button: Element): Promise<void> => {
  const report = diagnosis();
  const { clipboard } = navigator as Partial<Navigator>;
  const copied = await clipboard?.writeText(report).then(
    () => true,
    () => false,
  );
  const words = copied === true ? texts.copied : texts.copyFailed;
  const [told, field] = button.parentElement?.querySelectorAll<HTMLElement>('.told, textarea') ?? [];
  if (told !== undefined) told.textContent = words;
  say(words);
  if (copied === true || !(field instanceof HTMLTextAreaElement)) return;
  field.value = report;
  field.hidden = false;
  field.select();
};

const copyBeside = (options: SupportOptions, { currentTarget }: Event): void => {
  if (currentTarget instanceof Element) void copy(options, currentTarget);
};

const contact = (support: Support): TemplateResult => {
  const url = safeUrl(support.url);
  return html`<span>${support.name}</span>
    ${support.phone === undefined ? nothing : html`<a href=${phoneLink(support.phone)}>${formatPhone(support.phone)}</a>`}
    ${support.email === undefined ? nothing : html`<a href=${`mailto:${support.email}`}>${support.email}</a>`}
    ${url === undefined ? nothing : html`<a href=${url} target="_blank" rel="noopener">${new URL(url).host}</a>`}`;
};

/** Where to get help and what to tell them, at the same place on every screen (WCAG 3.2.6). */
export const supportView = (options: SupportOptions): TemplateResult =>
  html`<footer class="support" part="support">
    <b>${options.texts.support}</b>
    ${options.support === undefined ? nothing : contact(options.support)}
    <button
      type="button"
      class="link"
      @click=${(event: Event) => {
        copyBeside(options, event);
      }}
    >
      ${options.texts.copyDiagnosis}
    </button>
    <span class="told"></span>
    <textarea hidden readonly rows="6" aria-label=${options.texts.copyDiagnosis}></textarea>
  </footer>`;
