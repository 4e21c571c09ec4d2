// Runs at the router of the network (rigs/network.ts) and prints what came through, as JSON on the last line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { startBareExchange } from './bare-exchange.ts';
import type { FrameRig } from './frame-rig.ts';
import { probeMedia, type Heard } from './media-probe.ts';
import { atPlace, cutLine, mendLine, routerFrom, shapeLines, type LineSettings } from './network.ts';
import { startVenterumPages } from './venterum-pages.ts';

/** What one rig bore. */
export interface MediaRun {
  readonly narrow: Heard;
  readonly wide: Heard;
  /** Milliseconds from the line's return to the next picture on both sides, of each blackout; `null`: none within 30 s. */
  readonly back: readonly (number | null)[];
}

const narrow: LineSettings = { kilobits: 300, lossPercent: 5 };
const wide: LineSettings = { kilobits: 3000, lossPercent: 1 };
/** The line is found out, then measured. Milliseconds. */
const SETTLE = 20_000;
const MEASURE = 15_000;
const BLACKOUT = 10_000;
const BLACKOUTS = 5;
const GIVE_UP = 30_000;

type Pages = readonly [Page, Page];

const launch = async (place: 0 | 1, folder: string): Promise<Browser> => {
  const { executablePath, args, ...options } = launchOptions();
  const script = join(folder, `browser-${place}`);
  writeFileSync(script, `#!/bin/sh\nexec ${atPlace(place).join(' ')} ${executablePath} "$@"\n`, {
    mode: 0o755,
  });
  const own = [
    `--host-resolver-rules=MAP localhost ${routerFrom(place)}`,
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

const both = <T>(pages: Pages, what: (page: Page) => Promise<T>): Promise<[T, T]> =>
  Promise.all([what(pages[0]), what(pages[1])]);

/** Calls over lines that are good until the call stands, as a network that becomes crowded is. */
const inCall = async <T>(
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

const worse = (one: Heard, other: Heard): Heard => ({
  fps: Math.min(one.fps, other.fps),
  height: Math.min(one.height, other.height),
  gap: Math.max(one.gap, other.gap),
});

const heardOver =
  (settings: LineSettings) =>
  async (pages: Pages): Promise<Heard> => {
    shapeLines(settings);
    await pause(SETTLE);
    return worse(
      ...(await both(pages, (page) => page.evaluate((time) => globalThis.mediaProbe.measure(time), MEASURE))),
    );
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

const blackouts = async (pages: Pages): Promise<MediaRun['back']> => {
  const times: (number | null)[] = [];
  for (let index = 0; index < BLACKOUTS; index += 1) {
    await pause(4000);
    cutLine();
    await pause(BLACKOUT);
    mendLine();
    const began = Date.now();
    const [here, there] = await both(pages, (page) => framesAfter(page, began));
    times.push(here === null || there === null ? null : Math.max(here, there));
  }
  return times;
};

const runRig = async (browsers: readonly [Browser, Browser], rig: FrameRig): Promise<MediaRun> => ({
  narrow: await inCall(browsers, rig, heardOver(narrow)),
  wide: await inCall(browsers, rig, heardOver(wide)),
  back: await inCall(browsers, rig, blackouts),
});

const folder = mkdtempSync(join(tmpdir(), 'venterum-media-'));
const browsers = [await launch(0, folder), await launch(1, folder)] as const;
const rigs = [await startVenterumPages(), await startBareExchange()] as const;
try {
  const ours = await runRig(browsers, rigs[0]);
  const reference = await runRig(browsers, rigs[1]);
  console.log(JSON.stringify({ ours, reference }));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  for (const rig of rigs) await rig.stop();
  rmSync(folder, { recursive: true, force: true });
}
