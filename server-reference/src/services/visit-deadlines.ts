import {
  answerMilliseconds,
  awayExpiryMilliseconds,
  instantPlus,
  isOver,
  type Instant,
  type Visit,
  type VisitCommand,
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

const holdsPersonalData = (visit: Visit): boolean =>
  visit.citizen !== undefined ||
  visit.message !== undefined ||
  visit.jobTitle !== undefined ||
  visit.participants.some(({ name }) => name !== undefined);

/** When the sweeper is to look at a visit again; `undefined` when never. */
export const dueAt = (visit: Visit): Instant | undefined => {
  if (isOver(visit.state)) {
    return holdsPersonalData(visit) && visit.endedAt !== undefined
      ? instantPlus(visit.endedAt, durations.keptAfterVisit)
      : undefined;
  }
  // A visit invited for later arrives when it is redeemed, and starts to age then.
  return earliest(
    answerBy(visit),
    backBy(visit),
    instantPlus(visit.startedAt ?? visit.arrivedAt, durations.visit),
  );
};

/** What time alone asks of a visit now, if anything. */
export const commandDue = (visit: Visit, now: Instant): VisitCommand | undefined => {
  if (isOver(visit.state)) return undefined;
  const answer = answerBy(visit);
  if (answer !== undefined && answer <= now) return { type: 'fall-back' };
  const back = backBy(visit);
  if (back !== undefined && back <= now) return { type: 'expire' };
  if (instantPlus(visit.startedAt ?? visit.arrivedAt, durations.visit) > now) return undefined;
  return visit.state === 'in-consultation'
    ? { type: 'end', outcome: 'technical-failure' }
    : { type: 'expire' };
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
