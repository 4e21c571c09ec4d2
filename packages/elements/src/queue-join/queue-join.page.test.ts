import { fixture, html } from '@open-wc/testing';
import type { JoinCommand, JoinState } from '@venterum/client';
import { fetchFailureWords } from '../shared/failure-text.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './queue-join.define.ts';
import { silentClient } from './queue-join.fixtures.test.ts';
import type { QueueJoinElement } from './queue-join.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

// Test files run side by side in one browser, and all know the same visit.
const page = crypto.randomUUID();
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name: string) {
    super(`${page} ${name}`);
  }
};

/** The scripted store of a test. */
export type JoinStore = ScriptedStore<JoinState, JoinCommand>;

/** The element in a state. */
export const begin = async (
  state: JoinState,
  client = silentClient(),
): Promise<{ element: QueueJoinElement; store: JoinStore }> => {
  // Fetched while the page is idle; a test of their own watches them come.
  await fetchFailureWords();
  const store: JoinStore = new ScriptedStore<JoinState, JoinCommand>(state);
  const element = await fixture<QueueJoinElement>(
    html`<queue-join .store=${store} .client=${client}></queue-join>`,
  );
  // Views that come late have a code of their own to fetch.
  await waitUntil(() => element.renderRoot.querySelector('h2') !== null, 'a heading');
  return { element, store };
};

/** Something that must be there. */
export const find = (element: QueueJoinElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

/** All that is written. */
export const words = (element: QueueJoinElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

/** A button by its words. */
export const button = (element: QueueJoinElement, text: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`no button "${text}" in ${words(element)}`);
  return found;
};

/** A field that must be there. */
export const fieldOf = (element: QueueJoinElement, selector: string): HTMLInputElement => {
  const field = find(element, selector);
  if (!(field instanceof HTMLInputElement)) throw new Error(`${selector} is no field`);
  return field;
};

/** Enter in the form of the step. */
export const submit = (element: QueueJoinElement): void => {
  const form = find(element, 'form');
  if (form instanceof HTMLFormElement) form.requestSubmit();
};

/** Types into a field. */
export const type = async (element: QueueJoinElement, selector: string, text: string): Promise<void> => {
  const field = fieldOf(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};
