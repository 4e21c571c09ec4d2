// Runs at the router of the network (bench/rigs/network.ts): one call through a long loss, another network and a tablet that sleeps.
// Prints as JSON what each of the three came to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../bench/rigs/calls-at-places.ts';
import { cutLine, mendLine, moveSecondPlace } from '../../bench/rigs/network.ts';
import { startVenterumPages } from '../../bench/rigs/venterum-pages.ts';
import { keepConnections, seesMovingPicture } from './media.ts';
import { forgetWords, keepWords, wasTold } from './words.ts';

/** `back`, or not, by what happened to the call; those after one that it did not survive are missing. */
export type Survived = Readonly<Partial<Record<'loss' | 'move' | 'sleep', string>>>;

/** Beyond the time that it takes both sides to be told, so that the other has been given up for gone. */
const LONGER = 3000;
const ASLEEP = 10_000;

const gone = /Forbindelsen er væk/;
/** The other side may have been given up for gone meanwhile. */
const back = /Forbindelsen er tilbage|Du taler nu med/;

interface Side {
  readonly who: string;
  readonly page: Page;
}

const open = async (browser: Browser, who: string, address: string): Promise<Side> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await context.addInitScript(keepConnections);
  await context.addInitScript(keepWords);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  return { who, page };
};

/** Every process of a browser stands still, as on a tablet that sleeps. */
const sleepFor = async (browser: Browser, milliseconds: number): Promise<void> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const all = (signal: NodeJS.Signals): void => {
    for (const { id } of processInfo) process.kill(id, signal);
  };
  all('SIGSTOP');
  await pause(milliseconds);
  all('SIGCONT');
};

const folder = mkdtempSync(join(tmpdir(), 'venterum-survive-'));
const rig = await startVenterumPages();
const browsers = [await launch(0, folder), await launch(1, folder)] as const;
try {
  const joiner = await open(browsers[1], 'the joiner', rig.pages[1]);
  const clinic = await open(browsers[0], 'the clinic', rig.pages[0]);
  const both = [clinic, joiner] as const;
  const onBoth = (what: (side: Side) => Promise<unknown>): Promise<unknown> => Promise.all(both.map(what));
  /** Whoever slept may not have noticed: that is for the others to be told. */
  const comesBack = async (told: readonly Side[]): Promise<void> => {
    await Promise.all(told.map(({ page, who }) => wasTold(page, who, back)));
    await onBoth(({ page, who }) => seesMovingPicture(page, who));
    await onBoth(({ page }) => forgetWords(page));
  };
  await clinic.page.evaluate(() => globalThis.start());
  await onBoth(({ page, who }) => seesMovingPicture(page, who));
  await onBoth(({ page }) => forgetWords(page));

  const happenings = {
    loss: async () => {
      cutLine();
      await onBoth(({ page, who }) => wasTold(page, who, gone));
      await wasTold(clinic.page, clinic.who, /Nettet her er væk/);
      await wasTold(joiner.page, joiner.who, /Nettet er væk hos den anden/);
      await pause(LONGER);
      mendLine();
    },
    move: async () => moveSecondPlace(),
    sleep: () => sleepFor(browsers[1], ASLEEP),
  };
  const survived: Record<string, string> = {};
  try {
    for (const [name, happen] of Object.entries(happenings)) {
      survived[name] = 'not back';
      await happen();
      await comesBack(name === 'sleep' ? [clinic] : both);
      survived[name] = 'back';
    }
  } catch (error) {
    console.error(error);
  }
  await clinic.page.evaluate(() => globalThis.finish?.());
  console.log(JSON.stringify(survived satisfies Survived));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await rig.stop();
  rmSync(folder, { recursive: true, force: true });
}
