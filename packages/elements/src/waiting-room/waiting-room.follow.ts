import { isOver, type ClinicVisit } from '@venterum/contract';
import type { QueueState } from '@venterum/client';
import { partsOf } from './waiting-room.changes.ts';
import {
  QueueChangedEvent,
  VisitCalledEvent,
  VisitEndedEvent,
  visitEndedFacts,
  visitFacts,
  type QueueCounts,
} from './waiting-room.events.ts';
import type { ReadyState } from './waiting-room.ui.ts';

/** My visit that was running before and is over now, as it ended. */
export const endedBetween = (before: ReadyState, after: ReadyState): ClinicVisit | undefined => {
  const id = before.current?.visit.id;
  if (id === undefined || after.current?.visit.id === id) return undefined;
  return after.over.find((visit) => visit.id === id && isOver(visit.state));
};

/** The visit that has become mine. */
export const calledBetween = (before: ReadyState, after: ReadyState): ClinicVisit | undefined =>
  after.current?.visit.id === before.current?.visit.id ? undefined : after.current?.visit;

/** What following the queue needs of the element. */
export interface FollowingHost {
  readonly emit: (event: Event) => boolean;
  /** There may be something to be told to who does not look. */
  readonly changed: (before: ReadyState, after: ReadyState) => void;
  readonly counted: (counts: QueueCounts) => void;
  /** My call has begun. */
  readonly begun: () => void;
  /** My call is over. */
  readonly ended: (visit: ClinicVisit) => void;
}

/** Visits of mine that are over now and were not: also those that went to the phone or the clinic straight from the queue. */
const mineEndedBetween = (before: ReadyState, after: ReadyState): readonly ClinicVisit[] =>
  after.over.filter(
    ({ id, state, claim }) =>
      (id === before.current?.visit.id || (state === 'ended' && claim?.by === after.me.id)) &&
      !before.over.some((known) => known.id === id),
  );

const countsOf = (state: ReadyState): QueueCounts => {
  const { waiting, ongoing } = partsOf(state.visits);
  const called = ongoing.filter((visit) => visit.state === 'called').length;
  return {
    open: state.clinic.open,
    waiting: waiting.length,
    called,
    inConsultation: ongoing.length - called,
  };
};

const tellChanges = (before: ReadyState, after: ReadyState, host: FollowingHost): void => {
  host.changed(before, after);
  const called = calledBetween(before, after);
  if (called !== undefined) {
    host.begun();
    host.emit(new VisitCalledEvent(visitFacts(called)));
  }
  const ended = endedBetween(before, after);
  if (ended !== undefined) host.ended(ended);
  for (const visit of mineEndedBetween(before, after)) host.emit(new VisitEndedEvent(visitEndedFacts(visit)));
};

/** Tells the host page and the element what has happened in the queue. */
export const follow = (before: QueueState | undefined, after: ReadyState, host: FollowingHost): void => {
  const known = before?.status === 'ready' ? before : undefined;
  if (known !== undefined) tellChanges(known, after, host);
  const counts = countsOf(after);
  if (known !== undefined && JSON.stringify(countsOf(known)) === JSON.stringify(counts)) return;
  host.counted(counts);
  host.emit(new QueueChangedEvent(counts));
};
