import type { LazyTag } from './load-element.ts';
import { parentOf } from './language.ts';

/** Words in place of the built-in ones, by key. */
export type Words = Readonly<Record<string, string>>;

/** Words for elements further in, by their tag. */
export type StringsByTag = Readonly<Record<string, Words>>;

/** Words for the elements that one element shows inside itself. */
export type InnerStrings = Readonly<Partial<Record<LazyTag, Words>>>;

/** Where an element keeps words for those inside it. A registered symbol, so that two copies of this module still meet. */
export const stringsKey: unique symbol = Symbol.for('venterum-strings') as typeof stringsKey;

interface Giver {
  readonly [stringsKey]?: Readonly<Record<string, unknown>>;
}

/** The words that elements around this one have for it; those of the closest count. */
export const stringsAround = (element: Element): Words => {
  let words: Words = {};
  for (let node = parentOf(element); node !== null; node = parentOf(node)) {
    const given = (node as Giver)[stringsKey]?.[element.localName];
    words = { ...(given as Words | undefined), ...words };
  }
  return words;
};

const listeners = new Set<() => void>();

/** Calls the listener whenever some element has other words for those inside it; the answer ends it. */
export const onStrings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says that an element has other words for those inside it. */
export const stringsChanged = (): void => {
  for (const listener of listeners) listener();
};
