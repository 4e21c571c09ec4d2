import { waitUntil } from './wait-until.fixtures.test.ts';

type Urgency = 'polite' | 'assertive';

const record = new WeakMap<Node, Record<Urgency, readonly string[]>>();

const note = (root: ShadowRoot): void => {
  const said = record.get(root) ?? { polite: [], assertive: [] };
  for (const urgency of ['polite', 'assertive'] as const) {
    const words = root.querySelector(`[data-live=${urgency}]`)?.textContent ?? '';
    if (words !== said[urgency].at(-1)) said[urgency] = [...said[urgency], words];
  }
  record.set(root, said);
};

// What is said is gone as soon as something else is: who only looks now and then, as a busy machine does, misses it.
const elements: { attachShadow: (this: Element, options: ShadowRootInit) => ShadowRoot } = Element.prototype;
const { attachShadow } = elements;
elements.attachShadow = function listen(options) {
  const root = attachShadow.call(this, options);
  const everything = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => note(root)).observe(root, everything);
  return root;
};

/** Waits until an element has said something to those who do not see the screen, or finds that it has. */
export const said = (element: Element, urgency: Urgency, text: string): Promise<void> => {
  const heard = (): readonly string[] =>
    element.shadowRoot === null ? [] : (record.get(element.shadowRoot)?.[urgency] ?? []);
  return waitUntil(() => heard().some((words) => words.includes(text)), `said: ${text}`);
};
