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
    let cause: unknown;
    try {
      const result = await condition();
      if (result !== undefined && result !== false) return result;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds} ms in vain: ${sentence}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
};
