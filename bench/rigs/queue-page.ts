import type { Browser, CDPSession, Page } from 'playwright-core';
import { startStatic } from './static-server.ts';

declare global {
  /** Milliseconds from each event's arrival to the frame that shows it, by kind of event. */
  var measure: (rounds: number) => Promise<readonly (readonly [kind: string, milliseconds: number])[]>;
  /** From here on the same page is one written by hand. */
  var goByHand: () => void;
  /** Lets something happen in the queue again and again. */
  var keepBusy: () => void;
  /** Ends {@link keepBusy}. */
  var rest: () => void;
}

/** How fast the list is. */
export interface ListTimes {
  /** Milliseconds from an event's arrival to the frame that shows it. */
  readonly events: readonly number[];
  /** The longest task of the page's thread while somebody scrolls and the queue changes, in milliseconds. */
  readonly longestTask: number;
}

/** A slow reception's machine beside this one. */
const SLOWER = 4;
const ROUNDS = 20;
const SCREENS = { width: 1280, height: 900 };

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const longestTaskIn = (trace: Buffer): number => {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const isOfPage = ({ pid, tid }: TraceEvent): boolean =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && event.dur !== undefined && isOfPage(event),
  );
  if (tasks.length === 0) throw new Error('No task was seen.');
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
};

const scroll = async (browser: Browser, { page, cdp }: SlowPage): Promise<number> => {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.evaluate(() => {
    globalThis.keepBusy();
  });
  const { width, height } = SCREENS;
  const gesture = { x: width / 2, y: height / 2, speed: 4000 };
  for (const yDistance of [-12_000, 12_000])
    await cdp.send('Input.synthesizeScrollGesture', { ...gesture, yDistance });
  await page.evaluate(() => {
    globalThis.rest();
  });
  return longestTaskIn(await browser.stopTracing());
};

interface SlowPage {
  readonly page: Page;
  readonly cdp: CDPSession;
}

const openSlowly = async (browser: Browser, address: string): Promise<SlowPage> => {
  const page = await browser.newPage({ viewport: SCREENS });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, cdp };
};

const timesOf = async (browser: Browser, slow: SlowPage): Promise<ListTimes> => {
  // The first of each warms up.
  await slow.page.evaluate(() => globalThis.measure(2));
  const measured = await slow.page.evaluate((rounds) => globalThis.measure(rounds), ROUNDS);
  return { events: measured.map(([, time]) => time), longestTask: await scroll(browser, slow) };
};

/** The shipped element with 300 in its list on a processor slowed down fourfold, and the same list written by hand. */
export const timeList = async (
  browser: Browser,
): Promise<{ readonly ours: ListTimes; readonly byHand: ListTimes }> => {
  const { server, port } = await startStatic([
    ['/venterum/', new URL('../../packages/elements/dist/browser/', import.meta.url)],
    ['/', new URL('./pages/', import.meta.url)],
  ]);
  try {
    const slow = await openSlowly(browser, `http://localhost:${port}/queue.html`);
    const ours = await timesOf(browser, slow);
    await slow.page.evaluate(() => {
      globalThis.goByHand();
    });
    return { ours, byHand: await timesOf(browser, slow) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
