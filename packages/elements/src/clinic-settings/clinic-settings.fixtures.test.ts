import { fixture, html } from '@open-wc/testing';
import type { QueueCommand, QueueState, VenterumClient } from '@venterum/client';
import { fetchFailureWords } from '../shared/failure-text.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './clinic-settings.define.ts';
import type { ClinicSettingsElement } from './clinic-settings.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

interface Beginning {
  readonly lang?: string;
  readonly theme?: string;
  readonly clinic?: string;
  /** A scripted state, instead of what the server says. */
  readonly state?: QueueState;
}

/** An element in somebody's name, on the real server in memory. */
export const begin = async (
  client: VenterumClient,
  { lang = 'da', theme = 'light', clinic, state }: Beginning = {},
): Promise<ClinicSettingsElement> => {
  await fetchFailureWords();
  const store = state === undefined ? undefined : new ScriptedStore<QueueState, QueueCommand>(state);
  return fixture<ClinicSettingsElement>(
    html`<clinic-settings
      lang=${lang}
      theme=${theme}
      .clinic=${clinic}
      .client=${client}
      .store=${store}
    ></clinic-settings>`,
  );
};

/** Everything that can be read in it. */
export const words = (element: ClinicSettingsElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

/** Waits until something can be read. */
export const shows = (element: ClinicSettingsElement, text: string): Promise<void> =>
  waitUntil(() => words(element).includes(text), `"${text}" in: ${words(element)}`);

/** Something in the element; throws with the words shown when it is not there. */
export const find = (element: ClinicSettingsElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

/** All buttons, by their names. */
export const buttons = (element: ClinicSettingsElement): readonly string[] =>
  [...element.renderRoot.querySelectorAll('button')].map(nameOf);

const nameOf = (button: Element): string =>
  button.getAttribute('aria-label') ?? button.textContent.replace(/\s+/g, ' ').trim();

/** Presses a button by its name; the last of that name, which is the dialog's. */
export const press = async (element: ClinicSettingsElement, label: string): Promise<void> => {
  const found = [...element.renderRoot.querySelectorAll('button')]
    .filter((one) => nameOf(one) === label)
    .at(-1);
  if (found === undefined) throw new Error(`no button "${label}" in ${words(element)}`);
  found.focus();
  found.click();
  await element.updateComplete;
};

/** A field of a form. */
export const control = (element: ClinicSettingsElement, selector: string): HTMLInputElement =>
  find(element, selector) as HTMLInputElement;

/** Types into a field. */
export const type = async (element: ClinicSettingsElement, selector: string, text: string): Promise<void> => {
  const field = control(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
};

/** Waits until something has the focus. */
export const focuses = (element: ClinicSettingsElement, selector: string): Promise<void> =>
  waitUntil(() => element.shadowRoot?.activeElement?.matches(selector), `focus on ${selector}`);
