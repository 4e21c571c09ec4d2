import type { Locator } from 'playwright-core';

const POLL_MILLISECONDS = 50;

/** How long a journey may wait for one thing; generous, for a machine that has other work too. */
export const patience = 60_000;

/**
 * Waits until a condition holds and answers what it answered; `undefined` and `false` mean not yet.
 * Rejects with the sentence when patience runs out, and with the latest error if the condition threw to the end.
 */
export const until = async <Result>(
  sentence: string,
  condition: () => Promise<Result | undefined | false> | Result | undefined | false,
  milliseconds = patience,
): Promise<Result> => {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const asked = Date.now();
    let cause: unknown;
    try {
      const result = await condition();
      if (result !== undefined && result !== false) return result;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds} ms in vain: ${sentence}`, { cause });
    // What takes long to find out is asked less often: asking must not be what the machine is busy with.
    const pause = Math.max(POLL_MILLISECONDS, 3 * (Date.now() - asked));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/** Waits until nothing a locator finds is left in the page; `what` names it. */
export const gone = async (locator: Locator, what: string): Promise<void> => {
  await until(`gone: ${what}`, async () => (await locator.count()) === 0);
};
