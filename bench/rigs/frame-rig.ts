import type { Browser, Page } from 'playwright-core';

/** Two pages that call each other; each sets `ready`, `start()` and `seen` on its window. */
export interface FrameRig {
  /** The first page starts the call. */
  readonly pages: readonly [string, string];
  stop(): void | Promise<void>;
}

declare global {
  /** Set by a rig's page once sockets are open and devices warm. */
  var ready: boolean | undefined;
  /** Starts the call; the moment it was asked for. */
  var start: () => Promise<number>;
  /** The moment of the first remote frame. */
  var seen: Promise<number>;
  /** Cleans up after a call, where there is something to clean. */
  var finish: (() => Promise<void>) | undefined;
}

/** In a window of its own: a page behind another is painted when the browser finds the time. */
const open = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  return page;
};

/** Milliseconds from asking for the call to the first remote frame on both sides. */
export const timeOneCall = async (browser: Browser, rig: FrameRig): Promise<number> => {
  const second = await open(browser, rig.pages[1]);
  const first = await open(browser, rig.pages[0]);
  try {
    const began = await first.evaluate(() => globalThis.start());
    const frames = await Promise.all([first, second].map((page) => page.evaluate(() => globalThis.seen)));
    await first.evaluate(() => globalThis.finish?.());
    return Math.max(...frames) - began;
  } finally {
    await Promise.all([first, second].map((page) => page.context().close()));
  }
};
