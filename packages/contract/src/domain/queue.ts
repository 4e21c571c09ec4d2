import { instantPlus } from './instant.ts';
import type { Visit } from './visit.ts';

type Ordered = Pick<Visit, 'id' | 'agreedAt' | 'arrivedAt'> & Partial<Pick<Visit, 'origin'>>;

/** Whoever arrives so long after an agreed time has missed it, and queues like everybody else. */
export const agreedWindowMilliseconds = 60 * 60_000;

/** What a citizen says was agreed is nobody's word but theirs: it makes them wait longer, never shorter. */
const turn = ({ arrivedAt, agreedAt = arrivedAt, origin }: Ordered): string =>
  agreedAt < arrivedAt &&
  (origin === 'citizen-app' || instantPlus(agreedAt, agreedWindowMilliseconds) < arrivedAt)
    ? arrivedAt
    : agreedAt;

/**
 * Sorts a queue: agreed time (or arrival, for those without one or more than an hour late), then arrival, then id.
 * Somebody who arrives late for an agreed time goes before those who came after that time without one, if the clinic or
 * an employee says that it was agreed.
 */
export const compareTurns = (left: Ordered, right: Ordered): number =>
  turn(left).localeCompare(turn(right)) ||
  left.arrivedAt.localeCompare(right.arrivedAt) ||
  (left.id < right.id ? -1 : 1);
