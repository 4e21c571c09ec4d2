import { median } from '../row.ts';

/** One figure at one moment. */
export interface Moment {
  readonly minutes: number;
  readonly value: number;
}

/** So much of a run, at its beginning, is what engines and caches need to come to rest. */
const WARM_UP_SHARE = 1 / 6;

/**
 * How fast a figure grows, per hour, once it has come to rest: the middle of the slopes between every two moments (Theil-Sen), which
 * a few odd moments do not move. Throws when there are too few moments to tell.
 */
export const growthPerHour = (moments: readonly Moment[]): number => {
  const end = Math.max(...moments.map(({ minutes }) => minutes));
  const settled = moments.filter(({ minutes }) => minutes >= end * WARM_UP_SHARE);
  const slopes = settled.flatMap((one, index) =>
    settled.slice(index + 1).map((other) => (other.value - one.value) / (other.minutes - one.minutes)),
  );
  return median(slopes) * 60;
};
