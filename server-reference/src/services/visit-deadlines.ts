import {
  answerMilliseconds,
  awayExpiryMilliseconds,
  emptyMilliseconds,
  instantPlus,
  isOver,
  laterOf,
  type Instant,
  type Visit,
  type VisitCommand,
  unattendedMilliseconds,
} from '@venterum/contract';
import { durations } from './limits.ts';

const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((one) => one !== undefined).sort()[0];

const answerBy = ({ state, claim }: Visit): Instant | undefined =>
  state === 'called' && claim !== undefined ? instantPlus(claim.at, answerMilliseconds) : undefined;

const backBy = ({ state, presence, awaySince }: Visit): Instant | undefined =>
  state === 'waiting' && presence === 'away' && awaySince !== undefined
    ? instantPlus(awaySince, awayExpiryMilliseconds)
    : undefined;

/** When nobody is seen any more; whoever comes ahead of the agreed time starts to age then. */
const overBy = ({ startedAt, arrivedAt, agreedAt = arrivedAt }: Visit): Instant =>
  instantPlus(startedAt ?? laterOf(arrivedAt, agreedAt), durations.visit);

/** When a consultation that somebody has left is over. Nobody can be missed before the server listens. */
const abandonedBy = (
  { state, emptySince, unattendedSince }: Visit,
  listeningSince: Instant | undefined,
): Instant | undefined => {
  if (state !== 'in-consultation') return undefined;
  const after = (since: Instant | undefined, milliseconds: number): Instant | undefined =>
    since === undefined ? undefined : instantPlus(laterOf(since, listeningSince ?? since), milliseconds);
  return earliest(after(emptySince, emptyMilliseconds), after(unattendedSince, unattendedMilliseconds));
};

/** When the sweeper is to look at a visit again: at one that is over once more, as its invitations may name somebody. */
export const dueAt = (visit: Visit, listeningSince?: Instant): Instant | undefined => {
  if (isOver(visit.state)) return instantPlus(visit.endedAt ?? visit.arrivedAt, durations.keptAfterVisit);
  // A visit invited for later arrives when it is redeemed, and starts to age then.
  return earliest(answerBy(visit), backBy(visit), abandonedBy(visit, listeningSince), overBy(visit));
};

/** A consultation ends with whoever was in it last. */
const endDue = ({ emptySince, unattendedSince }: Visit): VisitCommand => ({
  type: 'end',
  outcome: 'technical-failure',
  at: emptySince ?? unattendedSince,
});

/** What time alone asks of a visit now, if anything. `listeningSince`: since when people can be connected. */
export const commandDue = (
  visit: Visit,
  now: Instant,
  listeningSince?: Instant,
): VisitCommand | undefined => {
  if (isOver(visit.state)) return undefined;
  const isDue = (due: Instant | undefined): boolean => due !== undefined && due <= now;
  if (isDue(answerBy(visit))) return { type: 'fall-back' };
  if (isDue(backBy(visit))) return { type: 'expire' };
  if (isDue(abandonedBy(visit, listeningSince))) return endDue(visit);
  if (!isDue(overBy(visit))) return undefined;
  return visit.state === 'in-consultation' ? endDue(visit) : { type: 'expire' };
};

/** The visit without anything that names a person. */
export const forgotten = (visit: Visit): Visit => {
  const { citizen: _citizen, message: _message, jobTitle: _jobTitle, reason: _reason, ...rest } = visit;
  return {
    ...rest,
    ...(rest.claim === undefined ? {} : { claim: { ...rest.claim, name: '' } }),
    participants: rest.participants.map(({ name: _name, ...one }) => one),
  };
};
