import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import type { FrameRig } from './frame-rig.ts';
import { probeMedia } from './media-probe.ts';
import { atPlace, cutLine, mendLine, routerFrom, shapeLines } from './network.ts';

const NOBODY = '10.213.9.9';
const BLACKOUT = 10_000;
const GIVE_UP = 30_000;
/** The call carries a picture again for so long before the next blackout. Milliseconds. */
const BETWEEN = 4000;

/** Two pages in a call with each other. */
export type Pages = readonly [Page, Page];

/** A browser at one of the two places of the network; `folder` is for what starts it. */
export const launch = async (place: 0 | 1, folder: string): Promise<Browser> => {
  const { executablePath, args, ...options } = launchOptions();
  const script = join(folder, `browser-${place}`);
  writeFileSync(script, `#!/bin/sh\nexec ${atPlace(place).join(' ')} ${executablePath} "$@"\n`, {
    mode: 0o755,
  });
  const own = [
    // Every other name leads to where nobody is: whoever asked for one would be seen on the way there.
    `--host-resolver-rules=MAP localhost ${routerFrom(place)}, MAP *.* ${NOBODY}`,
    '--use-fake-device-for-media-stream=fps=30',
  ];
  return chromium.launch({ ...options, executablePath: script, args: [...args, ...own] });
};

const open = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await context.addInitScript(probeMedia);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  return page;
};

/** The same on both pages at once. */
export const both = <T>(pages: Pages, what: (page: Page) => Promise<T>): Promise<[T, T]> =>
  Promise.all([what(pages[0]), what(pages[1])]);

/** Calls over lines that are good until the call stands, as a network that becomes crowded is. */
export const inCall = async <T>(
  browsers: readonly [Browser, Browser],
  rig: FrameRig,
  run: (pages: Pages) => Promise<T>,
): Promise<T> => {
  shapeLines({});
  const second = await open(browsers[1], rig.pages[1]);
  const first = await open(browsers[0], rig.pages[0]);
  const pages: Pages = [first, second];
  try {
    await first.evaluate(() => globalThis.start());
    await both(pages, (page) => page.evaluate(() => globalThis.seen));
    const result = await run(pages);
    shapeLines({});
    await first.evaluate(() => globalThis.finish?.());
    return result;
  } finally {
    await both(pages, (page) => page.context().close());
  }
};

const framesAfter = async (page: Page, began: number): Promise<number | null> => {
  const frames = (): Promise<number> => page.evaluate(() => globalThis.mediaProbe.frames());
  const before = await frames();
  while (Date.now() - began < GIVE_UP) {
    if ((await frames()) > before) return Date.now() - began;
    await pause(20);
  }
  return null;
};

/** Milliseconds from the line's return to the next picture on both sides, of each blackout; `null`: none within 30 s. */
export const blackouts = async (pages: Pages, count: number): Promise<readonly (number | null)[]> => {
  const times: (number | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    await pause(BETWEEN);
    cutLine();
    await pause(BLACKOUT);
    mendLine();
    const began = Date.now();
    const [here, there] = await both(pages, (page) => framesAfter(page, began));
    times.push(here === null || there === null ? null : Math.max(here, there));
  }
  return times;
};
