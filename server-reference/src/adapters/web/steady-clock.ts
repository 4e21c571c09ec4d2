import type { ServerClock } from '../../ports/clock.ts';
import { webClock } from './web-clock.ts';

/** How much faster or slower than it is time may pass to catch up with the machine's clock: an hour takes four days. */
const CATCH_UP = 0.01;

/** What a steady clock is made from. */
export interface ClockSources extends Pick<ServerClock, 'after' | 'every'> {
  /** The machine's time, which somebody or something can set: milliseconds since the epoch. */
  readonly wall: () => number;
  /** Milliseconds since some moment, never set. */
  readonly elapsed: () => number;
}

/**
 * Time that passes evenly and never back, whatever the machine's clock is set to: a minute is a minute, and whoever
 * came first stays first. It begins at the machine's time, and comes nearer to it so slowly that nobody waits noticeably longer.
 */
export const createSteadyClock = ({ wall, elapsed, after, every }: ClockSources): ServerClock => {
  let at = wall();
  let counted = elapsed();
  return {
    now: () => {
      const passed = elapsed() - counted;
      counted += passed;
      at += passed;
      const most = passed * CATCH_UP;
      at += Math.min(Math.max(wall() - at, -most), most);
      return new Date(at).toISOString();
    },
    after,
    every,
  };
};

/** The clock of a server that runs for months. */
export const steadyClock: ServerClock = createSteadyClock({
  ...webClock,
  wall: () => Date.now(),
  elapsed: () => performance.now(),
});
