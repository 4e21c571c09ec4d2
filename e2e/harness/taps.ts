import type { Locator } from 'playwright-core';

/** Counts what a person has to touch. */
export class Taps {
  /** Taps so far. */
  count = 0;

  /** Touches something once. */
  async on(target: Locator): Promise<void> {
    await target.click();
    this.count += 1;
  }
}
