import type { Page } from 'playwright-core';

/** Holds every page's next request to an address until all have sent theirs: neither can hear of the other's first. */
export const letGoTogether = async (pages: readonly Page[], address: string): Promise<void> => {
  const held: (() => void)[] = [];
  const everybody = (): Promise<void> =>
    new Promise((resolve) => {
      held.push(resolve);
      if (held.length === pages.length) for (const letGo of held) letGo();
    });
  await Promise.all(
    pages.map((page) =>
      page.route(
        address,
        async (route) => {
          await everybody();
          await route.continue();
        },
        { times: 1 },
      ),
    ),
  );
};

/** A request that was held. */
export interface HeldRequest {
  /** Settles once it has been sent. */
  readonly isSent: Promise<unknown>;
  readonly letGo: () => void;
}

/** Holds a page's next request to an address until it is let go. */
export const hold = async (page: Page, address: string): Promise<HeldRequest> => {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    address,
    async (route) => {
      await free;
      await route.continue();
    },
    { times: 1 },
  );
  return { isSent: page.waitForRequest(address), letGo };
};
