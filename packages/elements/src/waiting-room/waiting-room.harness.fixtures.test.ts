import { aTimeout, fixture, html } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import { fetchFailureWords } from '../shared/failure-text.ts';
import './waiting-room.define.ts';
import { client, fakeStore, magnus, ready, withMe, type QueueScript } from './waiting-room.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';

/** An element that shows a scripted state. */
export const begin = async (
  state: QueueState = ready(),
  view: 'full' | 'list' = 'full',
): Promise<{ element: WaitingRoomElement; store: QueueScript }> => {
  const store = fakeStore(state);
  const element = await fixture<WaitingRoomElement>(
    html`<waiting-room .client=${client} .store=${store} view=${view}></waiting-room>`,
  );
  // What is loaded after the list; its own test watches it come.
  await Promise.all([import('./waiting-room.later.ts'), fetchFailureWords()]);
  // No frame is drawn in a tab behind another; a task comes all the same.
  await aTimeout(0);
  await element.updateComplete;
  return { element, store };
};

/** Something in the element; throws with the words shown when it is not there. */
export const find = (element: WaitingRoomElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

/** Everything that can be read in it. */
export const words = (element: WaitingRoomElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

/** A button by its name. */
export const button = (element: WaitingRoomElement, label: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === label,
  );
  if (found === undefined) throw new Error(`no button "${label}" in ${words(element)}`);
  return found;
};

/** Presses a button by its name. */
export const press = async (element: WaitingRoomElement, label: string): Promise<void> => {
  button(element, label).click();
  await element.updateComplete;
};

/** Says that somebody is the right patient, and calls them in. */
export const callIn = async (element: WaitingRoomElement, name: string): Promise<void> => {
  await press(element, `Start video med ${name}`);
  await press(element, 'Ja, start video');
};

/** A key pressed where the focus is. */
export const key = async (element: WaitingRoomElement, name: string): Promise<void> => {
  const target = element.shadowRoot?.activeElement ?? element;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );
  await element.updateComplete;
};

/** What the server would have said next. */
export const show = async (
  element: WaitingRoomElement,
  store: QueueScript,
  state: QueueState,
): Promise<void> => {
  store.set(state);
  await element.updateComplete;
};

/** What has the focus inside. */
export const focused = (element: WaitingRoomElement): Element | null =>
  element.shadowRoot?.activeElement ?? null;

/** In consultation with me, one more waits. */
export const inCall = ready({ visits: [withMe, magnus], current: { visit: withMe } });

/** A field of a form. */
export const control = (element: WaitingRoomElement, selector: string): HTMLInputElement =>
  find(element, selector) as HTMLInputElement;

/** The open dialog. */
export const dialogOf = (element: WaitingRoomElement): HTMLDialogElement =>
  find(element, 'dialog') as HTMLDialogElement;

/** Submits a form as Enter in it would. */
export const submit = (element: WaitingRoomElement, selector: string): void => {
  (find(element, selector) as HTMLFormElement).requestSubmit();
};
