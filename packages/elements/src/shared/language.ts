import type { Language } from '@venterum/contract';

/** The element around another, also across slots and shadow roots. */
export const parentOf = (node: Element): Element | null => {
  if (node.assignedSlot !== null) return node.assignedSlot;
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

const toLanguage = (tag: string): Language => (/^en\b/i.test(tag) ? 'en' : 'da');

/** The language of an element: its own `lang`, else the closest ancestor's across shadow roots, else Danish. */
export const languageOf = (element: Element): Language => {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    const tag = node.getAttribute('lang');
    if (tag !== null && tag !== '') return toLanguage(tag);
  }
  return 'da';
};

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

const observe = (element: Element): void => {
  observer ??= new MutationObserver(() => {
    for (const listener of listeners) listener();
  });
  let root = element.getRootNode();
  observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
};

/** Calls the listener when a `lang` changes in any tree around the element; the answer ends it. One observer serves the page. */
export const onLanguage = (element: Element, listener: () => void): (() => void) => {
  listeners.add(listener);
  observe(element);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
};
