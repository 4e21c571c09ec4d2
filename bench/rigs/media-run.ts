// Runs at the router of the network (rigs/network.ts) and prints what came through, as JSON on the last line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startBareExchange } from './bare-exchange.ts';
import { blackouts, both, inCall, launch, type Pages } from './calls-at-places.ts';
import type { FrameRig } from './frame-rig.ts';
import type { Heard } from './media-probe.ts';
import { shapeLines, type LineSettings } from './network.ts';
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
const BLACKOUTS = 5;

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

const runRig = async (browsers: readonly [Browser, Browser], rig: FrameRig): Promise<MediaRun> => ({
  narrow: await inCall(browsers, rig, heardOver(narrow)),
  wide: await inCall(browsers, rig, heardOver(wide)),
  back: await inCall(browsers, rig, (pages) => blackouts(pages, BLACKOUTS)),
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
