import { compareTurns, type ClinicVisit, type Invite } from '@venterum/contract';

/** The invitations with these in place of what was known of them, newest first. */
export const mergeInvites = (known: readonly Invite[], changed: readonly Invite[]): readonly Invite[] =>
  [...known.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed].sort((left, right) =>
    right.sentAt.localeCompare(left.sentAt),
  );

const isTaken = ({ state }: ClinicVisit): boolean => state === 'called' || state === 'in-consultation';

/** Everybody in the queue as the clinic reads it: who is being seen, then who is next. Guests not yet here are left out. */
export const inOrder = (visits: Iterable<ClinicVisit>): readonly ClinicVisit[] =>
  [...visits]
    .filter(({ state }) => state !== 'invited')
    .sort((left, right) => Number(isTaken(right)) - Number(isTaken(left)) || compareTurns(left, right));

/** The visits that one clinician has. */
export const takenBy = (visits: Iterable<ClinicVisit>, clinicianId: string): readonly ClinicVisit[] =>
  [...visits].filter((visit) => isTaken(visit) && visit.claim?.by === clinicianId);

/** What is over, newest first, at most 50. */
export const withOver = (over: readonly ClinicVisit[], visit: ClinicVisit): readonly ClinicVisit[] =>
  [visit, ...over.filter(({ id }) => id !== visit.id)].slice(0, 50);
