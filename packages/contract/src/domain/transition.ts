import type { Clinician, VisitCommand, VisitCommandType } from './command.ts';
import type { Instant } from './instant.ts';
import type { Participant, ParticipantId } from './participant.ts';
import type { ProblemCode } from '../wire/problem.ts';
import type { Claim, Stage, Visit, VisitState } from './visit.ts';

/** What happened to a visit, as a fact without personal data. */
export type VisitFact =
  | 'redeemed'
  | 'called'
  | 'answered'
  | 'released'
  | 'fell-back'
  | 'handed-over'
  | 'admitted'
  | 'dismissed'
  | 'staged'
  | 'added'
  | 'connected'
  | 'presence'
  | 'left'
  | 'removed'
  | 'vacated'
  | 'messaged'
  | 'expired'
  | 'ended';

/** The visit as it is now and what happened, or why nothing did. */
export type TransitionResult =
  | { readonly visit: Visit; readonly fact: VisitFact; readonly refusal?: undefined }
  | { readonly visit?: undefined; readonly fact?: undefined; readonly refusal: ProblemCode };

type Handler<T extends VisitCommandType> = (
  visit: Visit,
  command: Extract<VisitCommand, { type: T }>,
  now: Instant,
) => Visit | ProblemCode;

interface Row<T extends VisitCommandType> {
  readonly from: readonly VisitState[];
  readonly fact: VisitFact;
  readonly apply: Handler<T>;
}

type EndCommand = Extract<VisitCommand, { type: 'end' }>;

type Table = { readonly [T in VisitCommandType]: Row<T> };

const withoutClaim = (visit: Visit): Visit => {
  const { claim: _claim, roomId: _roomId, stage: _stage, ...rest } = withoutAttendance(visit);
  return {
    ...rest,
    state: 'waiting',
    participants: rest.participants.filter(({ role }) => role !== 'clinician').map(disconnected),
  };
};

const disconnected = (participant: Participant): Participant => {
  const { peerId: _peerId, ...rest } = participant;
  return rest;
};

const withoutAttendance = (visit: Visit): Visit => {
  const { unattendedSince: _unattendedSince, emptySince: _emptySince, ...rest } = visit;
  return rest;
};

/** Notes since when the room, or the clinician's part in it, is empty. */
const withAttendance = (visit: Visit, now: Instant): Visit => {
  const there = visit.participants.filter(({ peerId }) => peerId !== undefined);
  const isAttended = there.some(({ role }) => role === 'clinician');
  return {
    ...withoutAttendance(visit),
    ...(isAttended ? {} : { unattendedSince: visit.unattendedSince ?? now }),
    ...(there.length > 0 ? {} : { emptySince: visit.emptySince ?? now }),
  };
};

const attended = (changed: Visit | ProblemCode, now: Instant): Visit | ProblemCode =>
  typeof changed === 'string' ? changed : withAttendance(changed, now);

/** Over: nothing personal that only served the wait is kept, and nobody is connected. */
const over = (visit: Visit, state: VisitState, now: Instant): Visit => {
  const {
    reason: _reason,
    message: _message,
    messageAt: _messageAt,
    stage: _stage,
    ...rest
  } = withoutAttendance(visit);
  return { ...rest, state, endedAt: now, participants: visit.participants.map(disconnected) };
};

const changeParticipant = (
  visit: Visit,
  id: string,
  change: (participant: Participant) => Participant,
): Visit | ProblemCode =>
  visit.participants.some((participant) => participant.id === id)
    ? { ...visit, participants: visit.participants.map((one) => (one.id === id ? change(one) : one)) }
    : 'participant-unknown';

/** Whoever comes first has the place, so that nobody who has not come is ever called, or let in by a call. */
const redeem: Handler<'redeem'> = (visit, { by, as, name }, now) => {
  const first = visit.participants.find(({ id }) => id === as);
  if (first === undefined) return 'participant-unknown';
  const others = visit.participants.filter((one) => one !== first);
  return {
    ...setPresence(visit, 'online', now),
    state: 'waiting',
    joinedBy: by,
    joinedAs: as,
    arrivedAt: now,
    participants: [name === undefined ? first : { ...first, name }, ...others],
  };
};

/** Whoever queued, and those beside that device, come in with the call; others stay at the door until they are seen. */
const admittedByCall = (visit: Visit): Participant[] =>
  visit.participants.map((one) =>
    one.id === visit.joinedAs || one.present === 'in-the-room' ? { ...one, admitted: true } : one,
  );

const withClinician = (participants: readonly Participant[], clinician: Participant): Participant[] => [
  ...participants.filter(({ role }) => role !== 'clinician'),
  clinician,
];

const claimOf = ({ id, name, role }: Clinician, at: Instant): Claim => ({ by: id, name, role, at });

const isClaimedBy = (visit: Visit, principalId: string): boolean => visit.claim?.by === principalId;

const setPresence = (visit: Visit, presence: 'online' | 'away', now: Instant): Visit => {
  const { awaySince, ...rest } = visit;
  return presence === 'online' ? { ...rest, presence } : { ...rest, presence, awaySince: awaySince ?? now };
};

const withoutStage = (visit: Visit): Visit => {
  const { stage: _stage, ...rest } = visit;
  return rest;
};

/** Whoever has the visit cannot be sent out of their own room. */
const dismiss = (visit: Visit, id: ParticipantId): Visit | ProblemCode => {
  if (visit.participants.some((one) => one.id === id && one.role === 'clinician'))
    return 'participant-unknown';
  const left = visit.stage?.participantId === id ? withoutStage(visit) : visit;
  return changeParticipant(left, id, (one) => ({ ...disconnected(one), admitted: false }));
};

/** It took no longer than somebody was there, and no less than nothing. */
const end = (visit: Visit, { outcome, at }: Pick<EndCommand, 'outcome' | 'at'>, now: Instant): Visit => {
  const { startedAt = at } = visit;
  const endedAt = at !== undefined && startedAt !== undefined && at < startedAt ? startedAt : at;
  return { ...over(visit, 'ended', endedAt ?? now), outcome };
};

/** A consultation is the clinician's to end, as long as there is one in it. */
const leave = (visit: Visit, now: Instant): Visit | ProblemCode => {
  if (visit.state !== 'in-consultation') return over(visit, 'left', now);
  const at = visit.unattendedSince;
  return at === undefined ? 'visit-state' : end(visit, { outcome: 'technical-failure', at }, now);
};

const setStage = (visit: Visit, stage: Stage | undefined): Visit | ProblemCode => {
  if (stage === undefined) return withoutStage(visit);
  const isIn = visit.participants.some(({ id, admitted }) => id === stage.participantId && admitted);
  return isIn ? { ...visit, stage } : 'participant-unknown';
};

/** The one table. A command that has no row for the visit's state is refused. */
const table: Table = {
  redeem: {
    from: ['invited'],
    fact: 'redeemed',
    apply: redeem,
  },
  call: {
    from: ['waiting'],
    fact: 'called',
    apply: (visit, { by, roomId, as }, now) =>
      withAttendance(
        {
          ...visit,
          state: 'called',
          roomId,
          claim: claimOf(by, now),
          participants: withClinician(admittedByCall(visit), as),
        },
        now,
      ),
  },
  answer: {
    from: ['called'],
    fact: 'answered',
    apply: (visit, { participantId }, now) =>
      visit.participants.some(({ id, role }) => id === participantId && role !== 'clinician')
        ? { ...visit, state: 'in-consultation', startedAt: now }
        : 'participant-unknown',
  },
  release: {
    from: ['called'],
    fact: 'released',
    apply: (visit, { by }) => (isClaimedBy(visit, by) ? withoutClaim(visit) : 'claimed-by-other'),
  },
  'fall-back': { from: ['called'], fact: 'fell-back', apply: withoutClaim },
  handover: {
    from: ['called', 'in-consultation'],
    fact: 'handed-over',
    apply: (visit, { by, to, as }, now) =>
      isClaimedBy(visit, by)
        ? withAttendance(
            {
              ...withoutAttendance(visit),
              claim: claimOf(to, now),
              participants: withClinician(visit.participants, as),
            },
            now,
          )
        : 'claimed-by-other',
  },
  admit: {
    from: ['called', 'in-consultation'],
    fact: 'admitted',
    apply: (visit, { participantId }) =>
      changeParticipant(visit, participantId, (one) => ({ ...one, admitted: true })),
  },
  dismiss: {
    from: ['called', 'in-consultation'],
    fact: 'dismissed',
    apply: (visit, { participantId }, now) => attended(dismiss(visit, participantId), now),
  },
  stage: {
    from: ['called', 'in-consultation'],
    fact: 'staged',
    apply: (visit, { stage }) => setStage(visit, stage),
  },
  add: {
    from: ['invited', 'waiting', 'called', 'in-consultation'],
    fact: 'added',
    apply: (visit, { participant }) => ({ ...visit, participants: [...visit.participants, participant] }),
  },
  connect: {
    from: ['called', 'in-consultation'],
    fact: 'connected',
    apply: (visit, { participantId, peerId }, now) =>
      attended(
        changeParticipant(visit, participantId, (one) =>
          peerId === undefined ? disconnected(one) : { ...one, peerId },
        ),
        now,
      ),
  },
  presence: {
    from: ['waiting', 'called', 'in-consultation'],
    fact: 'presence',
    apply: (visit, { presence }, now) => setPresence(visit, presence, now),
  },
  leave: {
    from: ['invited', 'waiting', 'called', 'in-consultation'],
    fact: 'left',
    apply: (visit, _command, now) => leave(visit, now),
  },
  remove: {
    from: ['invited', 'waiting', 'called', 'in-consultation'],
    fact: 'removed',
    apply: (visit, { message, movedTo }, now) => ({
      ...over(visit, 'removed', now),
      ...(message === undefined ? {} : { message, messageAt: now }),
      ...(movedTo === undefined ? {} : { movedTo }),
    }),
  },
  vacate: {
    from: ['invited', 'waiting', 'called', 'in-consultation'],
    fact: 'vacated',
    apply: (visit, _command, now) => {
      const {
        startedAt: _startedAt,
        message: _message,
        messageAt: _messageAt,
        ...rest
      } = withoutClaim(visit);
      return {
        ...setPresence(rest, 'away', now),
        state: 'invited',
        arrivedAt: now,
        participants: rest.participants.filter(({ id }) => id !== visit.joinedAs),
      };
    },
  },
  message: {
    from: ['waiting', 'called'],
    fact: 'messaged',
    apply: (visit, { message }, now) => ({ ...visit, message, messageAt: now }),
  },
  expire: {
    from: ['invited', 'waiting', 'called'],
    fact: 'expired',
    apply: (visit, _command, now) => over(visit, 'expired', now),
  },
  end: {
    from: ['called', 'in-consultation'],
    fact: 'ended',
    apply: end,
  },
};

/**
 * Applies one command to a visit. Pure: the same arguments give the same answer, and the visit given is not changed.
 * Refusals: `visit-state` when the table has no row for the state, `claimed-by-other`, `participant-unknown`.
 */
export const transition = (visit: Visit, command: VisitCommand, now: Instant): TransitionResult => {
  // The mapped type pairs each command with its row; an index by the union loses the pairing.
  const row = table[command.type] as unknown as Row<VisitCommandType>;
  if (!row.from.includes(visit.state)) return { refusal: 'visit-state' };
  const result = row.apply(visit, command, now);
  return typeof result === 'string' ? { refusal: result } : { visit: result, fact: row.fact };
};

/** The states in which a command is accepted, for documentation and tests. */
export const statesAccepting = (type: VisitCommandType): readonly VisitState[] => table[type].from;
