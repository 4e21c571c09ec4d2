import { chromium } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { leftByMounts } from '../rigs/mounts-page.ts';
import { row, type Row } from '../row.ts';

/** An element that stays costs tens of KiB; this much is what engines keep for themselves. */
const LIMIT_KIB = 0.5;

/** What taking part in a call and leaving it leaves behind: `leak.mounts`. */
export const leakRows = async (): Promise<readonly Row[]> => {
  const browser = await chromium.launch(launchOptions());
  try {
    const { ours, byHand, mounts } = await leftByMounts(browser);
    const { nodes, listeners, open } = ours;
    console.log(`after ${mounts} mounts: ${nodes} nodes, ${listeners} listeners, ${open} open things more`);
    return [
      row({
        id: 'leak.mounts',
        what: `heap kept of each of ${mounts} mounts of <video-room> in a call, beside a camera and a connection by hand`,
        unit: 'KiB',
        ours: ours.kib / mounts,
        reference: byHand.kib / mounts,
        goal: `<= ${LIMIT_KIB} KiB, and no node, listener, connection, track or socket more`,
        holds: (figures) => figures.ours <= LIMIT_KIB && [nodes, listeners, open].every((more) => more <= 0),
      }),
    ];
  } finally {
    await browser.close();
  }
};
