import type { Browser, CDPSession, Page } from 'playwright-core';
import { startStatic } from './static-server.ts';
import { startVenterum } from './venterum-server.ts';

declare global {
  /** Puts both ends of a call in and takes them out again, so many times. */
  var mount: (rounds: number) => Promise<void>;
  /** The same without Venterum. */
  var mountByHand: (rounds: number) => Promise<void>;
  /** How many connections, tracks and sockets are still open. */
  var stillOpen: () => Readonly<Record<string, number>>;
}

/** What is left when everything has been taken out again. */
export interface Left {
  /** Heap, in KiB. */
  readonly kib: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Connections, tracks and sockets. */
  readonly open: number;
}

/** Two rooms a round. */
const ROUNDS = 250;
const WARM_UP = 100;

const metric = async (cdp: CDPSession, name: string): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
};

/** Requests that nobody waits for any more, and what hangs on weak references, are gone by then. */
const SETTLED_MILLISECONDS = 12_000;
const COLLECTIONS = 4;

const leftNow = async (page: Page, cdp: CDPSession): Promise<Left> => {
  for (let times = 0; times < COLLECTIONS; times += 1) {
    await page.waitForTimeout(SETTLED_MILLISECONDS / COLLECTIONS);
    await page.evaluate(() => globalThis.stillOpen());
    await cdp.send('HeapProfiler.collectGarbage');
  }
  const open = await page.evaluate(() => globalThis.stillOpen());
  return {
    kib: (await metric(cdp, 'JSHeapUsedSize')) / 1024,
    nodes: await metric(cdp, 'Nodes'),
    listeners: await metric(cdp, 'JSEventListeners'),
    open: Object.values(open).reduce((sum, count) => sum + count, 0),
  };
};

const growthOf = async (page: Page, cdp: CDPSession, name: 'mount' | 'mountByHand'): Promise<Left> => {
  const run = (rounds: number): Promise<void> =>
    page.evaluate(([how, times]) => globalThis[how](times), [name, rounds] as const);
  await run(WARM_UP);
  const before = await leftNow(page, cdp);
  await run(ROUNDS);
  const after = await leftNow(page, cdp);
  return {
    kib: after.kib - before.kib,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    open: after.open - before.open,
  };
};

/** What 500 mounts of `<video-room>` in a running call leave behind, and as many cameras and connections by hand. */
export const leftByMounts = async (
  browser: Browser,
): Promise<{ readonly ours: Left; readonly byHand: Left; readonly mounts: number }> => {
  const { server, port } = await startStatic([
    ['/venterum/', new URL('../../packages/elements/dist/browser/', import.meta.url)],
    ['/', new URL('./pages/', import.meta.url)],
  ]);
  const origin = `http://localhost:${port}`;
  const venterum = await startVenterum([origin]);
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  try {
    const page = await context.newPage();
    const tokens = [await venterum.token('doctor'), await venterum.token('citizen')];
    await page.goto(`${origin}/mounts.html?server=${encodeURIComponent(venterum.base)}#${tokens.join('~')}`);
    await page.waitForFunction(() => globalThis.ready === true);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const ours = await growthOf(page, cdp, 'mount');
    return { ours, byHand: await growthOf(page, cdp, 'mountByHand'), mounts: 2 * ROUNDS };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
    await venterum.stop();
  }
};
