import { simulateDay, type ToldWait } from '../rigs/clinic-day.ts';
import { dayPatterns } from '../rigs/day-patterns.ts';
import { median, row, type Row } from '../row.ts';

const DAYS = 100;
const MINUTES_EACH = 11;

interface Range {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

const share = (waits: readonly ToldWait[], rangeOf: (told: ToldWait) => Range): number => {
  const hits = waits.filter((told) => {
    const { fromMinutes, toMinutes } = rangeOf(told);
    return fromMinutes <= told.wait && told.wait <= toMinutes;
  });
  return hits.length / waits.length;
};

const widthOf = ({ fromMinutes, toMinutes }: Range): number => toMinutes - fromMinutes;

/** What one would tell without knowing more than the place: eleven minutes each, in a range as wide as ours. */
const byPlaceAlone = ({ ahead, estimate }: ToldWait): Range => {
  const middle = ahead * MINUTES_EACH;
  const half = widthOf(estimate) / 2;
  return { fromMinutes: Math.max(0, middle - half), toMinutes: middle + half };
};

const percent = (value: number): number => value * 100;

/** `wait.range-hit` in the worst of the patterns, and `wait.range-width`. */
export const waitRows = (): Promise<readonly Row[]> => {
  const patterns = dayPatterns.map((pattern) => {
    const told = Array.from({ length: DAYS }, (_, day) => simulateDay(pattern, day + 1)).flat();
    const onArrival = told.filter((one) => one.onArrival);
    const hit = Math.min(
      share(onArrival, ({ estimate }) => estimate),
      share(told, ({ estimate }) => estimate),
    );
    console.log(`  ${pattern.name}: ${percent(hit).toFixed(1)} % of ${onArrival.length} people`);
    return { name: pattern.name, onArrival, hit, plain: share(onArrival, byPlaceAlone) };
  });
  const worst = patterns.reduce((low, one) => (one.hit < low.hit ? one : low));
  const widths = patterns.flatMap(({ onArrival }) => onArrival.map(({ estimate }) => widthOf(estimate)));
  const waits = patterns.flatMap(({ onArrival }) => onArrival.map(({ wait }) => wait));
  return Promise.resolve([
    row({
      id: 'wait.range-hit',
      what: `waits inside the range told on arrival and at every minute after, in the worst of ${patterns.length} simulated patterns (${worst.name}), ${DAYS} mornings each, beside ${MINUTES_EACH} minutes for everybody ahead in a range as wide`,
      unit: '%',
      ours: percent(worst.hit),
      reference: percent(worst.plain),
      goal: '>= 80 %',
      holds: ({ ours }) => ours >= 80,
    }),
    row({
      id: 'wait.range-width',
      what: 'median width of the range told on arrival in all patterns, beside the median wait',
      unit: 'min',
      ours: median(widths),
      reference: median(waits),
      goal: '<= 15 min',
      holds: ({ ours }) => ours <= 15,
    }),
  ]);
};
