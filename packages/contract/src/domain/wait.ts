import type { Opening } from './clinic.ts';
import { instantPlus, millisecondsBetween, type Instant } from './instant.ts';
import type { PrincipalId } from './principal.ts';
import { compareTurns } from './queue.ts';
import type { VisitId, VisitOrigin } from './visit.ts';

/** An honest wait: whole minutes, always a range. */
export interface WaitEstimate {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** A place in a queue. */
export interface Place {
  /** From 1. Test calls are not counted before others. */
  readonly position: number;
  /** Not while the clinic is closed. */
  readonly waitEstimate?: WaitEstimate;
}

/** Somebody who waits. */
export interface WaitingFact {
  readonly id: VisitId;
  readonly agreedAt?: Instant;
  /** Of those with an agreed time: who says so. */
  readonly origin?: VisitOrigin;
  readonly arrivedAt: Instant;
  readonly test: boolean;
}

/** A visit that a clinician has now. */
export interface RunningFact {
  readonly claimedBy?: PrincipalId;
  /** Absent while nobody has answered. */
  readonly startedAt?: Instant;
}

/** A consultation that is over. */
export interface FinishedFact {
  readonly minutes: number;
  readonly endedAt: Instant;
  readonly claimedBy?: PrincipalId;
}

/** One clinic's queue at one moment: all that places and estimates are made from. */
export interface QueueFacts {
  readonly now: Instant;
  readonly opening: Opening;
  readonly waiting: readonly WaitingFact[];
  readonly running: readonly RunningFact[];
  /** Newest first, without test calls; the first 20 count. */
  readonly finished: readonly FinishedFact[];
}

const minute = 60_000;
/** Until a clinic has durations of its own. Source: the national pilot, consultations take 8-14 minutes. */
const priorMinutes = [11, 11, 11];
const medianOver = 20;
const stepMinutes = 5;
/** From the end of one consultation to the next call: the note is written. */
const betweenMinutes = 2;
/** However long a consultation has lasted, it takes this long yet. */
const leastRestMinutes = 2;
/** A clinician who ended a consultation so recently is still at it. */
const atWorkMilliseconds = 15 * minute;
/** How far off consultations, the people who hold them and the estimate are; found by `wait.range-hit` of the bench. */
const spread = { consultation: 2.5, call: 2, share: 0.06 };

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Minutes from one call to the next of the same clinician. */
const cycleOf = (finished: readonly FinishedFact[]): number =>
  median([...finished.slice(0, medianOver).map(({ minutes }) => minutes), ...priorMinutes]) + betweenMinutes;

/** In how many minutes each clinician at work can call; one who has not begun yet is assumed when there is none. */
const freeIn = ({ now, running, finished }: QueueFacts, cycle: number): number[] => {
  const since = instantPlus(now, -atWorkMilliseconds);
  const busy = new Set(running.map(({ claimedBy }) => claimedBy));
  const idle = new Set(
    finished.flatMap(({ endedAt, claimedBy }) =>
      endedAt >= since && claimedBy !== undefined && !busy.has(claimedBy) ? [claimedBy] : [],
    ),
  );
  const rests = running.map(({ startedAt }) =>
    Math.max(leastRestMinutes, cycle - millisecondsBetween(startedAt ?? now, now) / minute),
  );
  const free = [...rests, ...Array.from(idle, () => 0)];
  return free.length === 0 ? [0] : free;
};

/** Whoever is free first takes the next. Answers in how many minutes that is, not before `earliest`. */
const nextCall = (free: number[], earliest: number, busyFor: number): number => {
  free.sort((a, b) => a - b);
  const starts = Math.max(free[0] ?? 0, earliest);
  free[0] = starts + busyFor;
  return starts;
};

const inSteps = (minutes: number, round: (value: number) => number): number =>
  round(minutes / stepMinutes) * stepMinutes;

/** The range in which a wait that is expected to take so long will most likely end. */
const rangeAround = (expected: number, { cycle, delay }: { cycle: number; delay: number }): WaitEstimate => {
  const rounds = expected / cycle;
  const off = Math.sqrt(rounds * spread.consultation ** 2 + spread.call ** 2) + expected * spread.share;
  // A delay is announced in round figures, and part of it has passed since.
  const fromMinutes = Math.max(0, inSteps(expected - off + (delay * 2) / 3, Math.floor));
  const toMinutes = inSteps(expected + off + delay, Math.ceil);
  return { fromMinutes, toMinutes: Math.max(toMinutes, fromMinutes + stepMinutes) };
};

/** Everybody's place, in the order of the queue, with a range to wait by in steps of five minutes while the clinic is open. */
export const placesIn = (facts: QueueFacts): ReadonlyMap<VisitId, Place> => {
  const cycle = cycleOf(facts.finished);
  const free = freeIn(facts, cycle);
  const { open, delayMinutes = 0 } = facts.opening;
  const places = new Map<VisitId, Place>();
  let ahead = 0;
  for (const { id, agreedAt = facts.now, test } of [...facts.waiting].sort(compareTurns)) {
    const earliest = millisecondsBetween(facts.now, agreedAt) / minute;
    const expected = nextCall(free, Math.max(0, earliest), test ? 0 : cycle);
    const waitEstimate = rangeAround(expected, { cycle, delay: delayMinutes });
    places.set(id, { position: ahead + 1, ...(open ? { waitEstimate } : {}) });
    if (!test) ahead += 1;
  }
  return places;
};
