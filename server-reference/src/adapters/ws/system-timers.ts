import type { SignalTimers } from '../../services/signalling-types.ts';

/** The process's own monotonic time. Its timers do not keep the process alive. */
export const systemTimers: SignalTimers = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
