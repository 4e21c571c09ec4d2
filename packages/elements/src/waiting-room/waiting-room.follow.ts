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

/** What happened to a queue between two states, to be said aloud. */
export type QueueChange =
  | { readonly type: 'new' | 'gone' | 'back' | 'answered' | 'taken' | 'handed'; readonly visit: ClinicVisit }
  | { readonly type: 'opened' | 'closed' };

type VisitChange = Extract<QueueChange, { readonly visit: ClinicVisit }>;

const typeOf = (before: ClinicVisit, after: ClinicVisit, mine: string): VisitChange['type'] | undefined => {
  const isMine = after.claim?.by === mine;
  if (isMine && before.claim !== undefined && before.claim.by !== mine) return 'handed';
  if (before.state === after.state) return undefined;
  if (after.state === 'waiting') return 'back';
  if (!isMine) return after.state === 'called' ? 'taken' : undefined;
  return after.state === 'in-consultation' ? 'answered' : undefined;
};

const changeOf = (
  before: ClinicVisit | undefined,
  after: ClinicVisit,
  mine: string,
): QueueChange | undefined => {
  const isNew = before === undefined && after.state === 'waiting';
  const type = before === undefined ? isNew && 'new' : typeOf(before, after, mine);
  return type ? { type, visit: after } : undefined;
};

const openingChange = (before: ReadyState, after: ReadyState): QueueChange[] => {
  if (before.clinic.open === after.clinic.open) return [];
  return [{ type: after.clinic.open ? 'opened' : 'closed' }];
};

/** Compares two states of the same queue. */
export const changesBetween = (before: ReadyState, after: ReadyState): readonly QueueChange[] => {
  const known = new Map(before.visits.map((visit) => [visit.id, visit]));
  const still = new Set(after.visits.map(({ id }) => id));
  const changed = after.visits.flatMap((visit) => changeOf(known.get(visit.id), visit, after.me.id) ?? []);
  const gone = before.visits.filter(({ id, state }) => state === 'waiting' && !still.has(id));
  return [
    ...openingChange(before, after),
    ...changed,
    ...gone.map((visit): QueueChange => ({ type: 'gone', visit })),
  ];
};

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
  const arrived = changes.filter(({ type }) => type === 'new' || type === 'handed').length;
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
