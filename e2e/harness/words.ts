import type { Page } from 'playwright-core';
import { until } from './until.ts';

declare global {
  interface Window {
    /** Every text that elements have shown or said since it was last emptied; put there by {@link keepWords}. */
    wordsShown?: string[];
  }
}

/** Runs in a page before its own scripts: keeps what is shown or said for a moment only, too. */
export const keepWords = (): void => {
  const shown: string[] = [];
  window.wordsShown = shown;
  const keep = (node: Node): void => {
    const text = (node instanceof Text ? node.parentElement : node)?.textContent?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && text !== '') shown.push(text);
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes) keep(node);
  });
  const attach: Element['attachShadow'] = Reflect.get(Element.prototype, 'attachShadow');
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };
};

/** What comes from now on is what counts. */
export const forgetWords = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.wordsShown?.splice(0);
  });

/** Waits until a page has shown or said it, be it for a moment. */
export const wasTold = (page: Page, who: string, words: RegExp): Promise<unknown> =>
  until(`${who} is told: ${words.source}`, () =>
    page.evaluate((wanted) => window.wordsShown?.some((text) => wanted.test(text)) === true, words),
  );
