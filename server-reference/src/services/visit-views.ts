import {
  activeVisitStates,
  isOver,
  millisecondsBetween,
  type ClinicSummary,
  type Clinic,
  type ClinicVisit,
  type JoinerVisit,
  type Opening,
  type Participant,
  type ParticipantId,
  type Visit,
  type VisitFields,
} from '@venterum/contract';
import type { QueueSituation } from './queue-situation.ts';

/** A clinic as anybody logged in sees it. */
export const summaryOf = ({ opening: _settings, ...clinic }: Clinic, opening: Opening): ClinicSummary => ({
  ...clinic,
  ...opening,
});

type Optional<T> = { [K in keyof T]?: T[K] | undefined };
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value: `undefined` never goes on the wire. */
const given = <T extends object>(fields: Optional<T>): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

const durationOf = ({ state, startedAt, endedAt }: Visit): number | undefined =>
  isOver(state) && startedAt !== undefined && endedAt !== undefined
    ? Math.round(millisecondsBetween(startedAt, endedAt) / 1000)
    : undefined;

const fieldsOf = (visit: Visit): VisitFields => ({
  id: visit.id,
  kind: visit.kind,
  origin: visit.origin,
  test: visit.test,
  state: visit.state,
  arrivedAt: visit.arrivedAt,
  presence: visit.presence,
  participants: visit.participants,
  ...given({
    agreedAt: visit.agreedAt,
    awaySince: visit.presence === 'away' ? visit.awaySince : undefined,
    roomId: isOver(visit.state) ? undefined : visit.roomId,
    stage: visit.stage,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    durationSeconds: durationOf(visit),
    outcome: visit.outcome,
    message: visit.message,
    messageAt: visit.messageAt,
    movedFrom: visit.movedFrom,
    movedTo: visit.movedTo,
  }),
});

/** A visit as members of its clinic see it. */
export const clinicView = (visit: Visit): ClinicVisit => ({
  view: 'clinic',
  ...fieldsOf(visit),
  clinicId: visit.clinicId,
  consented: visit.consentId !== undefined,
  ...given({
    citizen: visit.citizen,
    reason: visit.reason,
    municipality: visit.municipality,
    area: visit.area,
    jobTitle: visit.jobTitle,
    claim: isOver(visit.state) && visit.claim?.name === '' ? undefined : visit.claim,
    clinicianParticipant: visit.participants.find(({ role }) => role === 'clinician')?.id,
    unattendedSince: visit.state === 'in-consultation' ? visit.unattendedSince : undefined,
  }),
});

/** One that is over, with what the list of those shows: neither number, place nor words. */
export const overView = (visit: Visit): ClinicVisit => {
  const { citizen, reason: _reason, message: _message, messageAt: _at, jobTitle: _title, ...rest } = visit;
  return clinicView({ ...rest, ...(citizen?.name === undefined ? {} : { citizen: { name: citizen.name } }) });
};

const withoutPeer = ({ peerId: _peerId, ...participant }: Participant): Participant => participant;

/**
 * Whoever joined knows whom they came with, and nobody a way to call. A guest knows nobody before being let in: also not
 * the first of several, whose link may have reached somebody else.
 */
const visibleTo = (visit: Visit, me: ParticipantId): readonly Participant[] => {
  const own = visit.participants.find(({ id }) => id === me);
  if (own?.admitted === true) return visit.participants;
  if (visit.joinedAs === me && visit.origin !== 'sms') return visit.participants.map(withoutPeer);
  return own === undefined ? [] : [withoutPeer(own)];
};

const isIn = (visit: Visit, me: ParticipantId): boolean =>
  visit.participants.some(({ id, admitted }) => id === me && admitted);

const offStage = ({ stage: _stage, ...visit }: Visit): Visit => visit;

/** A visit as whoever joined it, or a guest in it, sees it: nothing about the citizen, nothing of the others' numbers. */
export const joinerView = (visit: Visit, situation: QueueSituation, me: ParticipantId): JoinerVisit => ({
  view: 'joiner',
  ...fieldsOf(isIn(visit, me) ? visit : offStage(visit)),
  ...situation.placeOf(visit.id),
  participants: visibleTo(visit, me),
  clinic: summaryOf(situation.clinic, situation.opening),
  me,
  ...given({
    clinician:
      visit.claim !== undefined && activeVisitStates.includes(visit.state)
        ? { name: visit.claim.name, role: visit.claim.role }
        : undefined,
  }),
});
