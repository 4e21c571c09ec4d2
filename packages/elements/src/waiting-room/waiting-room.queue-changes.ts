import type { ClinicVisit } from '@venterum/contract';
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

/** How many there are of whom nobody here knew. */
export const arrivedIn = (changes: readonly QueueChange[]): number =>
  changes.filter(({ type }) => type === 'new' || type === 'handed').length;
