import type { ServerClock } from '../../ports/clock.ts';

/** The real time, as browsers and Node know it. */
export const webClock: ServerClock = {
  now: () => new Date().toISOString(),
  every: (milliseconds, task) => {
    const timer = setInterval(task, milliseconds);
    return () => {
      clearInterval(timer);
    };
  },
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
