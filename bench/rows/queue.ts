import { chromium } from 'playwright-core';
import { launchOptions } from '../../.config/chromium.mjs';
import { timeList } from '../rigs/queue-page.ts';
import { percentile, row, type Row } from '../row.ts';

const LIMIT_MILLISECONDS = 50;

/** 300 waiting in the list, on a processor slowed down fourfold: `queue.300-p95`, `queue.300-scroll`. */
export const queueRows = async (): Promise<readonly Row[]> => {
  const browser = await chromium.launch(launchOptions());
  try {
    const { ours, byHand } = await timeList(browser);
    const limit = { unit: 'ms', goal: `<= ${LIMIT_MILLISECONDS} ms` };
    const holds = (figures: { readonly ours: number }): boolean => figures.ours <= LIMIT_MILLISECONDS;
    return [
      row({
        id: 'queue.300-p95',
        what: 'an event to the frame that shows it, 300 waiting, processor 4 x slower, beside the same list by hand, p95',
        ...limit,
        ours: percentile(ours.events, 0.95),
        reference: percentile(byHand.events, 0.95),
        holds,
      }),
      row({
        id: 'queue.300-scroll',
        what: 'longest task while 300 rows are scrolled and the queue changes, processor 4 x slower, beside the same list by hand',
        ...limit,
        ours: ours.longestTask,
        reference: byHand.longestTask,
        holds,
      }),
    ];
  } finally {
    await browser.close();
  }
};
