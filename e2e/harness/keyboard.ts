import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** More than any of the demo's pages has to stop at. */
const LONGEST_WAY = 80;

/** What has the focus, through open shadow roots, by its name; empty when nothing has. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null || element === document.body) return '';
    const labels = (element as Partial<HTMLInputElement>).labels ?? [];
    const label = [...labels].map(({ textContent }) => textContent).join(' ');
    const name = element.getAttribute('aria-label') ?? (label === '' ? element.textContent : label);
    return name.replace(/\s+/g, ' ').trim() || element.localName;
  });

/** One person's keyboard, and nothing else of theirs. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on with Tab until it has the focus. */
  async reach(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < LONGEST_WAY; step += 1) {
      const now = await focused(this.#page);
      if (name.test(now)) return;
      passed.push(now);
      await this.#page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${name.source}, but to: ${passed.join(' | ')}`);
  }

  /** Reaches it and presses a key. */
  async press(name: RegExp, key: 'Enter' | 'Space' | 'Escape' = 'Enter'): Promise<void> {
    await this.reach(name);
    await this.#page.keyboard.press(key);
  }

  /** Waits until the focus is there. */
  async isAt(name: RegExp): Promise<void> {
    await until(`the focus is at ${name.source}`, async () => name.test(await focused(this.#page)));
  }

  /** Nobody is to look for the place they were at. */
  async isSomewhere(): Promise<void> {
    assert.notEqual(await focused(this.#page), '', 'the focus is lost');
  }
}
