import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { framesDecoded, liveConnections, recordConnections } from '../../e2e/harness/media.ts';
import { heldBy } from './processes.ts';
import { startVenterumPages } from './venterum-pages.ts';

/** Everything measured at one moment of a call, by name. */
export type CallSample = Readonly<Record<string, number>>;

/** A call between two real pages that goes on until it is stopped. */
export interface LongCall {
  sample(): Promise<CallSample>;
  stop(): Promise<void>;
}

interface Side {
  readonly name: 'clinic' | 'joiner';
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** What nobody holds goes in two rounds where it hangs on weak references. */
const COLLECTIONS = 3;
const BETWEEN_COLLECTIONS = 500;

const open = async (browser: Browser, name: Side['name'], address: string): Promise<Side> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await recordConnections(context);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  return { name, page, devtools };
};

/** What is closed must not be held by whoever looks: a line that was mended once would look like a leak. */
const forgetClosed = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all = window.recordedConnections ?? [];
    const open = all.filter(({ connectionState }) => connectionState !== 'closed');
    all.splice(0, all.length, ...open);
  });

const sampleOf = async ({ name, page, devtools }: Side): Promise<CallSample> => {
  await forgetClosed(page);
  const pictures = await framesDecoded(page);
  for (let times = 0; times < COLLECTIONS; times += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(BETWEEN_COLLECTIONS);
  }
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find((one) => one.name === wanted)?.value ?? Number.NaN;
  return {
    [`${name} heap`]: metric('JSHeapUsedSize') / 1024,
    [`${name} nodes`]: metric('Nodes'),
    [`${name} listeners`]: metric('JSEventListeners'),
    [`${name} connections`]: await liveConnections(page),
    [`${name} pictures`]: (await framesDecoded(page)) - pictures,
  };
};

/** Starts a call of a doctor and a citizen with small pictures, on a server and in a browser of its own. */
export const startLongCall = async (): Promise<LongCall> => {
  const rig = await startVenterumPages();
  const { args, ...options } = launchOptions();
  const small = '--use-fake-device-for-media-stream=fps=15';
  const server = await chromium.launchServer({ ...options, args: [...args, small] });
  const browser = await chromium.connect(server.wsEndpoint());
  const joiner = await open(browser, 'joiner', rig.pages[1]);
  const clinic = await open(browser, 'clinic', rig.pages[0]);
  await clinic.page.evaluate(() => globalThis.start());
  await Promise.all([clinic, joiner].map(({ page }) => page.evaluate(() => globalThis.seen)));
  return {
    sample: async () => {
      const sides = [await sampleOf(clinic), await sampleOf(joiner)];
      const [ofBrowser, ofServer] = [heldBy(server.process().pid ?? 0), heldBy(rig.serverPid)];
      return Object.assign({}, ...sides, {
        'browser descriptors': ofBrowser.descriptors,
        'browser memory': ofBrowser.memory,
        'server descriptors': ofServer.descriptors,
        'server memory': ofServer.memory,
      }) as CallSample;
    },
    stop: async () => {
      await clinic.page.evaluate(() => globalThis.finish?.());
      await browser.close();
      await server.close();
      await rig.stop();
    },
  };
};
