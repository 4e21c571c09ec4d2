import { isOver, type Citizen, type Participant, type Visit } from '@venterum/contract';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import type { FinishedRow, PresentRow, QueueRow } from '../../ports/records.ts';
import { bytesOf, optionalTextOf, textOf, type Row, type Values } from './statements.ts';

/** What of a visit is sealed. */
interface PersonalPart {
  readonly citizen?: Citizen;
  readonly reason?: string;
  readonly message?: string;
  readonly jobTitle?: string;
  readonly claimName?: string;
  /** By participant id. */
  readonly names: Readonly<Record<string, string>>;
}

const place = (id: string): { table: string; column: string; rowId: string } => ({
  table: 'visits',
  column: 'personal',
  rowId: id,
});

const namesOf = (participants: readonly Participant[]): Record<string, string> =>
  Object.fromEntries(participants.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])));

const split = (visit: Visit): { facts: unknown; personal: unknown } => {
  const { citizen, reason, message, jobTitle, claim, participants, ...facts } = visit;
  const personal = {
    citizen,
    reason,
    message,
    jobTitle,
    claimName: claim?.name,
    names: namesOf(participants),
  };
  return {
    facts: {
      ...facts,
      claim: claim === undefined ? undefined : { ...claim, name: undefined },
      participants: participants.map((one) => ({ ...one, name: undefined })),
    },
    personal,
  };
};

const rejoin = (facts: Visit, { claimName, names, ...personal }: PersonalPart): Visit => ({
  ...facts,
  ...personal,
  ...(facts.claim === undefined ? {} : { claim: { ...facts.claim, name: claimName ?? '' } }),
  participants: facts.participants.map((one) => {
    const name = names[one.id];
    return name === undefined ? one : { ...one, name };
  }),
});

/** The row that keeps a visit. */
export const toVisitRow = (visit: Visit, dueAt: string | undefined, cipher: FieldCipher): Values => {
  const { facts, personal } = split(visit);
  const cpr = visit.citizen?.cpr;
  return {
    id: visit.id,
    clinic_id: visit.clinicId,
    state: visit.state,
    active: isOver(visit.state) ? 0 : 1,
    joined_by: visit.joinedBy,
    agreed_at: visit.agreedAt,
    arrived_at: visit.arrivedAt,
    claimed_by: visit.claim?.by,
    room_id: visit.roomId,
    presence: visit.presence,
    consent_id: visit.consentId,
    test: visit.test ? 1 : 0,
    started_at: visit.startedAt,
    ended_at: visit.endedAt,
    due_at: dueAt,
    citizen_ix: cpr === undefined ? undefined : cipher.blindIndex(visit.clinicId, cpr),
    facts: JSON.stringify(facts),
    personal: cipher.seal(JSON.stringify(personal), place(visit.id)),
  };
};

/** The visit a row keeps. */
export const fromVisitRow = (row: Row, cipher: FieldCipher): Visit => {
  const facts = JSON.parse(textOf(row, 'facts')) as Visit;
  const personal = JSON.parse(
    cipher.open(bytesOf(row, 'personal'), place(textOf(row, 'id'))),
  ) as PersonalPart;
  return rejoin(facts, personal);
};

/** The light row of a queue. */
export const fromQueueRow = (row: Row): QueueRow => {
  const agreedAt = optionalTextOf(row, 'agreed_at');
  const claimedBy = optionalTextOf(row, 'claimed_by');
  const startedAt = optionalTextOf(row, 'started_at');
  return {
    id: textOf(row, 'id'),
    state: textOf(row, 'state') as QueueRow['state'],
    joinedBy: textOf(row, 'joined_by'),
    arrivedAt: textOf(row, 'arrived_at'),
    test: row['test'] === 1,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(agreedAt === undefined ? {} : { agreedAt, origin: textOf(row, 'origin') as Visit['origin'] }),
    ...(claimedBy === undefined ? {} : { claimedBy }),
  };
};

/** The light row of a finished consultation. */
export const fromFinishedRow = (row: Row): FinishedRow => {
  const endedAt = textOf(row, 'ended_at');
  const claimedBy = optionalTextOf(row, 'claimed_by');
  const minutes = (Date.parse(endedAt) - Date.parse(textOf(row, 'started_at'))) / 60_000;
  return { minutes, endedAt, ...(claimedBy === undefined ? {} : { claimedBy }) };
};

/** The light row of somebody online. */
export const fromPresentRow = (row: Row): PresentRow => ({
  id: textOf(row, 'id'),
  clinicId: textOf(row, 'clinic_id'),
  joinedBy: textOf(row, 'joined_by'),
  arrivedAt: textOf(row, 'arrived_at'),
});
