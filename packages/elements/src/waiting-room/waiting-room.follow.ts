import type { ClinicVisit } from '@venterum/contract';
import type { QueueState } from '@venterum/client';
import {
  calledBetween,
  changesBetween,
  endedBetween,
  partsOf,
  type QueueChange,
} from './waiting-room.changes.ts';
import {
  QueueChangedEvent,
  VisitCalledEvent,
  VisitEndedEvent,
  visitEndedFacts,
  visitFacts,
  type QueueCounts,
} from './waiting-room.events.ts';
import type { ReadyState } from './waiting-room.ui.ts';

/** What following the queue needs of the element. */
export interface FollowingHost {
  readonly emit: (event: Event) => boolean;
  /** Something to be told to who does not look; how many of it are new. */
  readonly changed: (changes: readonly QueueChange[], arrived: number) => void;
  readonly counted: (counts: QueueCounts) => void;
  /** My call has begun. */
  readonly begun: () => void;
  /** My call is over. */
  readonly ended: (visit: ClinicVisit) => void;
}

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
  const changes = changesBetween(before, after);
  const arrived = changes.filter(({ type }) => type === 'new').length;
  if (changes.length > 0) host.changed(changes, arrived);
  const called = calledBetween(before, after);
  if (called !== undefined) {
    host.begun();
    host.emit(new VisitCalledEvent(visitFacts(called)));
  }
  const ended = endedBetween(before, after);
  if (ended !== undefined) {
    host.ended(ended);
    host.emit(new VisitEndedEvent(visitEndedFacts(ended)));
  }
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
