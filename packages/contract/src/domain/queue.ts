import type { Visit } from './visit.ts';

/** An honest wait: whole minutes, always a range. */
export interface WaitEstimate {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** What an estimate is made from. */
export interface WaitFacts {
  /** How many are to be seen before. */
  readonly ahead: number;
  /** Durations of the clinic's latest consultations in minutes, newest first; the first 20 count. */
  readonly recentMinutes: readonly number[];
  /** Clinicians in a consultation or recently so; at least one is assumed. */
  readonly clinicians: number;
  /** The clinic's announced delay. */
  readonly delayMinutes?: number;
}

/** Until a clinic has durations of its own. Source: the national pilot, consultations take 8-14 minutes. */
const PRIOR_MINUTES = 11;
const STEP_MINUTES = 5;

type Ordered = Pick<Visit, 'id' | 'agreedAt' | 'arrivedAt'>;

const turn = (visit: Ordered): string => visit.agreedAt ?? visit.arrivedAt;

/**
 * Sorts a queue: agreed time (or arrival, for those without), then arrival, then id.
 * Somebody who arrives late for an agreed time goes before those who came after that time without one.
 */
export const compareTurns = (left: Ordered, right: Ordered): number =>
  turn(left).localeCompare(turn(right)) ||
  left.arrivedAt.localeCompare(right.arrivedAt) ||
  (left.id < right.id ? -1 : 1);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? PRIOR_MINUTES;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** The range in which the wait will most likely fall, in steps of five minutes. */
export const estimateWait = (facts: WaitFacts): WaitEstimate => {
  const typical = median([...facts.recentMinutes.slice(0, 20), PRIOR_MINUTES]);
  const expected = (facts.ahead * typical) / Math.max(1, facts.clinicians) + (facts.delayMinutes ?? 0);
  const fromMinutes = Math.floor((expected * 0.7) / STEP_MINUTES) * STEP_MINUTES;
  const toMinutes = Math.ceil((expected * 1.3 + typical / 2) / STEP_MINUTES) * STEP_MINUTES;
  return { fromMinutes, toMinutes };
};
