import { isOver, type ClinicVisit, type Participant } from '@venterum/contract';
import type { ReadyState } from './waiting-room.ui.ts';

/** Everybody but the clinician. */
export const othersIn = (visit: ClinicVisit): readonly Participant[] =>
  visit.participants.filter(({ role }) => role !== 'clinician');

/** What to call whom a visit is about: never the helper's name; `undefined` when nobody has said. */
export const nameOf = ({ citizen, origin, participants }: ClinicVisit): string | undefined => {
  if (citizen?.name !== undefined) return citizen.name;
  const joiner = participants.find(({ role }) => role !== 'clinician');
  return joiner?.role === 'citizen' || origin === 'sms' ? joiner?.name : undefined;
};

/** The queue in the three parts that the list shows. */
export interface Parts {
  /** Called or in consultation, by whomever. */
  readonly ongoing: readonly ClinicVisit[];
  readonly waiting: readonly ClinicVisit[];
}

/** Tells who waits from who is being seen; the order is the queue's. */
export const partsOf = (visits: readonly ClinicVisit[]): Parts => ({
  ongoing: visits.filter(({ state }) => state === 'called' || state === 'in-consultation'),
  waiting: visits.filter(({ state }) => state === 'waiting'),
});

/** What happened to a queue between two states, to be said aloud. */
export type QueueChange =
  | { readonly type: 'new' | 'gone' | 'back' | 'answered' | 'taken'; readonly visit: ClinicVisit }
  | { readonly type: 'opened' | 'closed' };

const changeOf = (
  before: ClinicVisit | undefined,
  after: ClinicVisit,
  mine: string,
): QueueChange | undefined => {
  if (before === undefined) return after.state === 'waiting' ? { type: 'new', visit: after } : undefined;
  if (before.state === after.state) return undefined;
  if (after.state === 'waiting') return { type: 'back', visit: after };
  if (after.claim?.by !== mine) return after.state === 'called' ? { type: 'taken', visit: after } : undefined;
  return after.state === 'in-consultation' ? { type: 'answered', visit: after } : undefined;
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
