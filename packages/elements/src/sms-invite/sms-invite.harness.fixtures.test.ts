import { fixture, html } from '@open-wc/testing';
import type { InviteState } from '@venterum/client';
import { fetchFailureWords } from '../shared/failure-text.ts';
import './sms-invite.define.ts';
import { client, fakeStore, ready, type InviteScript } from './sms-invite.fixtures.test.ts';
import type { SmsInviteElement } from './sms-invite.ts';

/** An element that shows a scripted state. */
export const begin = async (
  state: InviteState = ready(),
  visit?: string,
  by = client,
): Promise<{ element: SmsInviteElement; store: InviteScript }> => {
  // Fetched while the page is idle; a test of their own watches them come.
  await fetchFailureWords();
  const store = fakeStore(state);
  const element = await fixture<SmsInviteElement>(
    html`<sms-invite clinic="clinic-1" .visit=${visit} .client=${by} .store=${store}></sms-invite>`,
  );
  await later(element);
  return { element, store };
};

/** Waits for what is fetched once there is a list. */
export const later = async (element: SmsInviteElement): Promise<void> => {
  await import('./sms-invite.later.ts');
  await element.updateComplete;
};

/** Something in the element; throws with the words shown when it is not there. */
export const find = (element: SmsInviteElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

/** Everything that can be read in it. */
export const words = (element: SmsInviteElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

/** Presses a button by its name. */
export const press = async (element: SmsInviteElement, label: string): Promise<void> => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === label,
  );
  if (found === undefined) throw new Error(`no button "${label}" in ${words(element)}`);
  found.click();
  await element.updateComplete;
};

/** Types into a field. */
export const type = async (element: SmsInviteElement, selector: string, text: string): Promise<void> => {
  const field = control(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};

/** One recipient, typed. */
export const fill = async (
  element: SmsInviteElement,
  name = 'Datter Test',
  phone = '20 12 34 56',
): Promise<void> => {
  await type(element, '#name-0', name);
  await type(element, '#phone-0', phone);
};

/** What the server would have said next. */
export const show = async (
  element: SmsInviteElement,
  store: InviteScript,
  state: InviteState,
): Promise<void> => {
  store.set(state);
  await element.updateComplete;
};

/** What has the focus inside. */
export const focused = (element: SmsInviteElement): Element | null =>
  element.shadowRoot?.activeElement ?? null;

/** What is said below a field. */
export const help = (element: SmsInviteElement, field: string): string =>
  find(element, `#${field}-help`).textContent.trim();

/** A field of the form. */
export const control = (element: SmsInviteElement, selector: string): HTMLInputElement =>
  find(element, selector) as HTMLInputElement;
