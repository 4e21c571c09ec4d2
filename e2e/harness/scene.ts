import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { startDemo, type Demo } from '../../examples/demo/demo.ts';
import { freeBase } from './free-base.ts';
import { openLine, type Line } from './line.ts';
import { recordConnections } from './media.ts';
import { patience } from './until.ts';
import { watch, type Fault, type Watch } from './watch.ts';

/** One person with a browser of their own. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  /** The person's own way to the network. */
  readonly line: Line;
}

/** The demo on ports of its own with a data folder of its own, and a browser for everybody who takes part. */
export interface Scene {
  readonly demo: Demo;
  /** Everything the scene writes. */
  readonly folder: string;
  /** A fresh browser profile, opened at a host page, e.g. `/eoj/`. */
  person(path: string, options?: PersonOptions): Promise<Person>;
  readonly people: readonly Person[];
  close(): Promise<void>;
}

/** How somebody's browser is. */
export interface PersonOptions {
  readonly width?: number;
  readonly height?: number;
  /** As large, and touched, as this telephone; its own browser it is not. */
  readonly telephone?: 'Pixel 7' | 'iPhone 14';
  /** Run in every page before its own scripts. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

const shapeOf = ({ width = 1280, height = 800, telephone }: PersonOptions): BrowserContextOptions => {
  if (telephone === undefined) return { viewport: { width, height } };
  const { viewport, isMobile, hasTouch } = devices[telephone];
  return { viewport, isMobile, hasTouch };
};

const newPerson = async (browser: Browser, url: string, options: PersonOptions): Promise<Person> => {
  const { prepare } = options;
  const line = await openLine();
  const context = await browser.newContext({
    // Chromium would leave its own machine's addresses out.
    proxy: { server: line.proxy, bypass: '<-loopback>' },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    ...shapeOf(options),
    permissions: ['camera', 'microphone'],
  });
  context.setDefaultTimeout(patience);
  await recordConnections(context);
  const watched = await watch(context);
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(url);
  return { context, page, watch: watched, line };
};

/** Every policy that was broken and every script error, on whosever page: to be none. */
export const faultsOf = ({ people }: Scene): readonly Fault[] =>
  people.flatMap(({ watch: { faults } }) => faults);

/** Sets the scene; {@link Scene.close} leaves nothing running and nothing on disk. */
export const setScene = async (): Promise<Scene> => {
  const folder = await mkdtemp(join(tmpdir(), 'venterum-e2e-'));
  const demo = await startDemo({ basePort: await freeBase(), dataFolder: folder });
  const browser = await chromium.launch(launchOptions());
  const people: Person[] = [];
  return {
    demo,
    folder,
    people,
    async person(path, options = {}) {
      const somebody = await newPerson(browser, new URL(path, demo.addresses.hostPages).href, options);
      people.push(somebody);
      return somebody;
    },
    async close() {
      await browser.close();
      await Promise.all(people.map(({ line }) => line.close()));
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
