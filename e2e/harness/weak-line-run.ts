// Runs at the router of the network (bench/rigs/network.ts): one call over a line that gets ever narrower, and wide again. Prints as
// JSON what each line came to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launch } from '../../bench/rigs/calls-at-places.ts';
import { probeMedia } from '../../bench/rigs/media-probe.ts';
import { shapeLines, type LineSettings } from '../../bench/rigs/network.ts';
import { startVenterumPages } from '../../bench/rigs/venterum-pages.ts';
import { keepConnections } from './media.ts';
import { until } from './until.ts';
import { forgetWords, keepWords } from './words.ts';

/** What came through to one page since the line was made so, once it was as it was to be. */
export interface Came {
  /** Packets of sound. */
  readonly sound: number;
  /** Whether the page was told that its own picture stands still for the others. */
  readonly isStill: boolean;
  /** Whether the page was told that the connection is gone. */
  readonly isLost: boolean;
}

/** One line after the other, and what came of it on each page; those after one that led nowhere are missing. */
export type WeakLine = Readonly<Partial<Record<LineName, readonly Came[]>>>;

interface Received {
  readonly sound: number;
  readonly frames: number;
  readonly height: number;
  readonly text: string;
}

const GONE = 'Forbindelsen er væk';
const STILL = 'De andre ser et stillbillede af dig';
const SOUND_ONLY = 'De andre hører dig, men ser dig ikke lige nu';
/** Milliseconds. */
const LOOK = 1000;

const received = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    let [sound, frames, height] = [0, 0, 0];
    for (const connection of window.recordedConnections ?? [])
      for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (stat['type'] !== 'inbound-rtp') continue;
        if (stat['kind'] === 'audio') sound += Number(stat['packetsReceived'] ?? 0);
        else [frames, height] = [Number(stat['framesDecoded'] ?? 0), Number(stat['frameHeight'] ?? 0)];
      }
    const rooms = document.querySelectorAll('waiting-room, queue-join');
    const shown = [...rooms].map((one) => one.shadowRoot?.querySelector('video-room')?.shadowRoot);
    const text = shown.map((root) => root?.querySelector('[part=facts]')?.textContent ?? '').join();
    return { sound, frames, height, text };
  });

/** How it is, and how many pictures came in the second before. */
const looked = async (page: Page): Promise<Received & { readonly moved: number }> => {
  const before = await received(page);
  await pause(LOOK);
  const now = await received(page);
  return { ...now, moved: now.frames - before.frames };
};

type Looked = Awaited<ReturnType<typeof looked>>;

const isWhole = ({ height, moved }: Looked): boolean => height === 720 && moved > 5;
const isTold = ({ text }: Looked): boolean => text.includes(STILL) || text.includes(SOUND_ONLY);

interface Line {
  /** As good as the machine is when left out. */
  readonly line?: LineSettings;
  readonly isSo: (seen: Looked) => boolean;
}

/** How a line is, and how a picture over it is to be. Speech takes some 60 with all its headers. */
const lines = {
  wide: { isSo: isWhole },
  narrow: {
    line: { kilobits: 400 },
    isSo: (seen: Looked) => seen.height < 720 && seen.moved > 5 && !isTold(seen),
  },
  narrower: {
    line: { kilobits: 90 },
    isSo: (seen: Looked) => isTold(seen) && seen.moved <= 2,
  },
  again: { isSo: (seen: Looked) => seen.moved > 5 && !isTold(seen) },
} satisfies Record<string, Line>;

type LineName = keyof typeof lines;
const all: Readonly<Record<LineName, Line>> = lines;

const folder = mkdtempSync(join(tmpdir(), 'venterum-weak-'));
const rig = await startVenterumPages();
const browsers = [await launch(0, folder), await launch(1, folder)] as const;
const open = async (place: 0 | 1): Promise<Page> => {
  const context = await browsers[place].newContext({ permissions: ['camera', 'microphone'] });
  for (const script of [keepConnections, probeMedia, keepWords]) await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(rig.pages[place]);
  await page.waitForFunction(() => globalThis.ready === true);
  return page;
};

const cameOver = async (page: Page, name: LineName): Promise<Came> => {
  await forgetWords(page);
  const { sound } = await received(page);
  await until(`the picture is as the ${name} line has it`, async () => {
    const now = await looked(page);
    return all[name].isSo(now);
  });
  const words = await page.evaluate(() => window.wordsShown ?? []);
  const wasTold = (what: string): boolean => words.some((text) => text.includes(what));
  return {
    sound: (await received(page)).sound - sound,
    isStill: wasTold(STILL),
    isLost: wasTold(GONE),
  };
};

const came: Partial<Record<LineName, readonly Came[]>> = {};
try {
  const joiner = await open(1);
  const clinic = await open(0);
  await clinic.evaluate(() => globalThis.start());
  const pages = [clinic, joiner] as const;
  await Promise.all(pages.map((page) => page.evaluate(() => globalThis.seen)));
  try {
    for (const name of Object.keys(lines) as LineName[]) {
      shapeLines(all[name].line ?? {});
      came[name] = await Promise.all(pages.map((page) => cameOver(page, name)));
    }
  } catch (error) {
    console.error(error);
  }
  shapeLines({});
  await clinic.evaluate(() => globalThis.finish?.());
  console.log(JSON.stringify(came satisfies WeakLine));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await rig.stop();
  rmSync(folder, { recursive: true, force: true });
}
