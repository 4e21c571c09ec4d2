import { chromium } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { timeOneCall, type FrameRig } from '../rigs/frame-rig.ts';
import { startBareExchange } from '../rigs/bare-exchange.ts';
import { startStockPeerjs } from '../rigs/stock-peerjs.ts';
import { startVenterumPages } from '../rigs/venterum-pages.ts';
import { median, row, type Row } from '../row.ts';

const CALLS = 9;
/** Loopback, a socket and back through the server's event loop. */
const ROUND_TRIP_MILLISECONDS = 20;

/** In turn, so that the machine's moods fall on all alike; the first of each warms up. */
const timeAll = async (rigs: readonly FrameRig[]): Promise<readonly number[]> => {
  const browser = await chromium.launch(launchOptions());
  const times: number[][] = rigs.map(() => []);
  try {
    for (let call = 0; call <= CALLS; call += 1)
      for (const [index, rig] of rigs.entries()) {
        const time = await timeOneCall(browser, rig);
        if (call > 0) times[index]?.push(time);
      }
  } finally {
    await browser.close();
  }
  return times.map(median);
};

/** From the tap on *start* to the first remote frame on both sides: `frame.vs-bare`, `frame.vs-peerjs`. */
export const frameRows = async (): Promise<readonly Row[]> => {
  const rigs = await Promise.all([startVenterumPages(), startBareExchange(), startStockPeerjs()]);
  try {
    const [ours = NaN, bare = NaN, stock = NaN] = await timeAll(rigs);
    const what = 'tap on start to the first remote frame on both sides, median';
    return [
      row({
        id: 'frame.vs-bare',
        what: `${what}, beside a bare RTCPeerConnection`,
        unit: 'ms',
        ours,
        reference: bare,
        goal: '<= 1.5 x',
        holds: ({ ratio }) => ratio <= 1.5,
      }),
      row({
        id: 'frame.vs-peerjs',
        what: `${what}, beside stock PeerJS through its own server`,
        unit: 'ms',
        ours,
        reference: stock,
        goal: `<= stock + ${ROUND_TRIP_MILLISECONDS} ms`,
        holds: (figures) => figures.ours <= figures.reference + ROUND_TRIP_MILLISECONDS,
      }),
    ];
  } finally {
    for (const rig of rigs) await rig.stop();
  }
};
