// Runs at the router of the network (bench/rigs/network.ts): a call through a real coturn. Prints what left the two pages, as JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { keepConnections } from './media.ts';
import { until } from './until.ts';
import { launch } from '../../bench/rigs/calls-at-places.ts';
import { startCoturn } from './coturn.ts';
import { logPackets, packetsTo } from '../../bench/rigs/packet-log.ts';
import { startVenterumPages } from '../../bench/rigs/venterum-pages.ts';

/** What left one page. */
export interface Left {
  /** Every message of the signalling, as sent. */
  readonly signals: readonly string[];
  /** Kinds of the candidates that its connections came to know of their own. */
  readonly candidates: readonly string[];
  /** Packets: to the relay, to anywhere else, and there after the page was made to ask somebody else's STUN server. */
  readonly relayed: number;
  readonly elsewhere: number;
  readonly elsewhereWhenAsked: number;
}

const places = [0, 1] as const;
type Place = (typeof places)[number];

interface Side {
  readonly place: Place;
  readonly page: Page;
  readonly signals: string[];
}

const open = async (browser: Browser, place: Place, address: string): Promise<Side> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await context.addInitScript(keepConnections);
  const page = await context.newPage();
  const signals: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => signals.push(payload.toString()));
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready === true);
  return { place, page, signals };
};

const candidatesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const kinds: string[] = [];
    for (const connection of window.recordedConnections ?? [])
      for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>)
        if (stat['type'] === 'local-candidate') kinds.push(String(stat['candidateType']));
    return kinds;
  });

/** As PeerJS by itself would, which is told better. */
const askSomebodyElse = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.com:19302' }] });
    connection.createDataChannel('');
    await connection.setLocalDescription();
  });

const leftBy = async ({ place, page, signals }: Side): Promise<Left> => {
  const [relayed, elsewhere] = [packetsTo('relay', place), packetsTo('elsewhere', place)];
  const left = { signals: [...signals], candidates: await candidatesOf(page), relayed, elsewhere };
  await askSomebodyElse(page);
  const seen = await until('the log sees it', () => {
    const more = packetsTo('elsewhere', place) - elsewhere;
    return more > 0 && more;
  });
  return { ...left, elsewhereWhenAsked: seen };
};

const folder = mkdtempSync(join(tmpdir(), 'venterum-relay-'));
const coturn = await startCoturn();
const rig = await startVenterumPages(coturn.settings);
const browsers = [await launch(0, folder), await launch(1, folder)] as const;
try {
  for (const place of places) logPackets(place, coturn);
  const joiner = await open(browsers[1], 1, rig.pages[1]);
  const clinic = await open(browsers[0], 0, rig.pages[0]);
  await clinic.page.evaluate(() => globalThis.start());
  await Promise.all([clinic, joiner].map(({ page }) => page.evaluate(() => globalThis.seen)));
  const left = [await leftBy(clinic), await leftBy(joiner)];
  await clinic.page.evaluate(() => globalThis.finish?.());
  console.log(JSON.stringify(left));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await rig.stop();
  await coturn.stop();
  rmSync(folder, { recursive: true, force: true });
}
