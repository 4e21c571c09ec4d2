import type { ClinicVisit, Participant } from '@venterum/contract';

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
