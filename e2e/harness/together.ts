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
