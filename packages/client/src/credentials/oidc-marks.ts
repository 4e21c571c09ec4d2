/**
 * What the next page of the same tab may know; never a token.
 * `left`: when the page before was left, and which provider somebody was logged in with.
 * `asked`: the provider of a redirect under way. `return`: the page to return to.
 * `answer`: the issuer's answer to it, a code that is useless without its verifier.
 * `ask-again`: somebody signed out, so that the next one says who they are.
 */
export type MarkName = 'left' | 'asked' | 'return' | 'answer' | 'ask-again';

/** Marks from one page to the next. */
export interface LoginMarks {
  has(name: MarkName): boolean;
  /** The mark, which is gone then. */
  take(name: MarkName): string | undefined;
  leave(name: MarkName, value: string): void;
}

/** Keeps the marks in a storage that ends with the tab. */
export const createMarks = (storage: Storage): LoginMarks => {
  const keyOf = (name: MarkName): string => `venterum.login:${name}`;
  return {
    has: (name) => Boolean(storage.getItem(keyOf(name))),
    take: (name) => {
      const value = storage.getItem(keyOf(name)) ?? undefined;
      storage.removeItem(keyOf(name));
      return value;
    },
    leave: (name, value) => {
      storage.setItem(keyOf(name), value);
    },
  };
};

const RELOAD_MILLISECONDS = 2 * 60_000;

/** The mark of a page that is left: the time, then the provider. */
export const leftMark = (providerId: string, now: number): string => `${now} ${providerId}`;

/** The provider, when the page was left so short a time ago that it is the same person. */
export const readLeftMark = (mark: string | undefined, now: number): string | undefined => {
  const [at, ...id] = (mark ?? '').split(' ');
  return id.length > 0 && now - Number(at) < RELOAD_MILLISECONDS ? id.join(' ') : undefined;
};
