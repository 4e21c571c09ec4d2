import type { Page } from 'playwright-core';
import { startConference } from '../../e2e/harness/conference.ts';
import { liveConnections, seesMovingPictures } from '../../e2e/harness/media.ts';
import { setScene } from '../../e2e/harness/scene.ts';
import { until } from '../../e2e/harness/until.ts';

declare global {
  /** When the person last clicked, and when the page last closed a connection: nothing of it comes or goes from then on. */
  var clickedAt: number;
  var closedAt: number;
}

/** Milliseconds from the doctor's tap, beside those of the request that it sends. */
export interface DoorTime {
  readonly effect: number;
  readonly request: number;
}

/** What letting in and sending out took, each time. */
export interface DoorTimes {
  readonly admit: readonly DoorTime[];
  readonly remove: readonly DoorTime[];
}

const guest = { name: 'Else', phone: '20 12 34 56' } as const;

const noteTimes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.addEventListener('click', () => (globalThis.clickedAt = Date.now()), true);
    const prototype = RTCPeerConnection.prototype;
    const close: unknown = Reflect.get(prototype, 'close');
    prototype.close = function (this: RTCPeerConnection) {
      if (typeof close === 'function') Reflect.apply(close, this, []);
      globalThis.closedAt = Date.now();
    };
  });

const requestTime = (page: Page, end: string): Promise<number> =>
  page.evaluate(
    (name) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith(name))
        .at(-1)?.duration ?? Number.NaN,
    end,
  );

const clickedAt = (page: Page): Promise<number> => page.evaluate(() => globalThis.clickedAt);

/** Let in: when the way in is on the guest's screen. */
const admit = async (clinic: Page, page: Page): Promise<DoorTime> => {
  await clinic.getByRole('button', { name: `Luk ind: ${guest.name}` }).click();
  const way = page.getByRole('button', { name: 'Gå til lægen' });
  await way.waitFor();
  const shown = await page.evaluate(() => Date.now());
  const effect = shown - (await clickedAt(clinic));
  await way.click();
  await seesMovingPictures(page, 'the guest', 2);
  return { effect, request: await requestTime(clinic, '/admit') };
};

/** Sent out: when the last of the three has closed what led to or from the guest. */
const remove = async (clinic: Page, others: readonly Page[]): Promise<DoorTime> => {
  const more = clinic.getByRole('button', { name: 'Mere', exact: true });
  await more.click();
  await clinic.getByRole('button', { name: `Send ud: ${guest.name}` }).click();
  const clicked = await clickedAt(clinic);
  await until('the connections are closed', async () => {
    const open = await Promise.all([clinic, ...others].map(liveConnections));
    return open.join() === '1,1,0';
  });
  await more.click();
  const closed = await Promise.all(
    [clinic, ...others].map((page) => page.evaluate(() => globalThis.closedAt)),
  );
  return { effect: Math.max(...closed) - clicked, request: await requestTime(clinic, '/dismiss') };
};

/** Lets a guest in and sends them out again, so many times, on the demo's own pages. */
export const timeDoor = async (rounds: number): Promise<DoorTimes> => {
  const scene = await setScene();
  try {
    const conference = await startConference(scene);
    const { clinic, bedside } = conference;
    const { page } = await conference.arrive(guest);
    for (const one of [clinic.page, bedside.page, page]) await noteTimes(one);
    const times = { admit: [] as DoorTime[], remove: [] as DoorTime[] };
    for (let round = 0; round < rounds; round += 1) {
      times.admit.push(await admit(clinic.page, page));
      times.remove.push(await remove(clinic.page, [bedside.page, page]));
    }
    return times;
  } finally {
    await scene.close();
  }
};
