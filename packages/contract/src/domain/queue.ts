import { instantPlus } from './instant.ts';
import type { Visit } from './visit.ts';

type Ordered = Pick<Visit, 'id' | 'agreedAt' | 'arrivedAt'>;

/** Whoever arrives so long after an agreed time has missed it, and queues like everybody else. */
export const agreedWindowMilliseconds = 60 * 60_000;

const isMissed = (agreedAt: string, arrivedAt: string): boolean =>
  agreedAt < arrivedAt && instantPlus(agreedAt, agreedWindowMilliseconds) < arrivedAt;

const turn = ({ agreedAt, arrivedAt }: Ordered): string =>
  agreedAt === undefined || isMissed(agreedAt, arrivedAt) ? arrivedAt : agreedAt;

/**
 * Sorts a queue: agreed time (or arrival, for those without one or more than an hour late), then arrival, then id.
 * Somebody who arrives late for an agreed time goes before those who came after that time without one.
 */
export const compareTurns = (left: Ordered, right: Ordered): number =>
  turn(left).localeCompare(turn(right)) ||
  left.arrivedAt.localeCompare(right.arrivedAt) ||
  (left.id < right.id ? -1 : 1);
