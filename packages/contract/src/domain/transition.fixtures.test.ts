import assert from 'node:assert/strict';
import type { VisitCommand, VisitCommandType } from './command.ts';
import { transition } from './transition.ts';
import type { Visit, VisitState } from './visit.ts';

/** A moment. */
export const start = '2026-11-23T09:00:00.000Z';
/** A clinician. */
export const lund = { id: 'lund', name: 'Læge Test Lund', role: 'doctor' } as const;
/** A colleague of theirs. */
export const holm = { id: 'holm', name: 'Læge Test Holm', role: 'doctor' } as const;

/** The clinician’s part in a visit. */
export const clinicianParticipant = (id: string) =>
  ({ id: `p-${id}`, role: 'clinician', present: 'device', admitted: true }) as const;

/** A visit that waits. */
export const waiting: Visit = {
  id: 'v1',
  clinicId: 'c1',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'waiting',
  joinedBy: 'employee',
  joinedAs: 'p-employee',
  citizen: { cpr: '2512489996', name: 'Nancy Ann Berggren' },
  reason: 'Sår på foden',
  arrivedAt: start,
  presence: 'online',
  participants: [
    { id: 'p-employee', role: 'care-staff', present: 'device', admitted: false },
    { id: 'p-citizen', role: 'citizen', present: 'in-the-room', admitted: false },
  ],
};

/** Somebody takes it. */
export const call = (by: typeof lund | typeof holm, roomId: string): VisitCommand => ({
  type: 'call',
  by,
  roomId,
  as: clinicianParticipant(by.id),
});

/** The first clinician gives it to somebody. */
export const handover = (to: typeof lund | typeof holm) =>
  ({ type: 'handover', by: 'lund', to, as: clinicianParticipant(to.id) }) as const;

/** The visit after commands that must be accepted. */
export const apply = (visit: Visit, ...commands: readonly VisitCommand[]): Visit =>
  commands.reduce((current, command) => {
    const result = transition(current, command, start);
    assert.ok(result.visit, `${command.type} in ${current.state}: ${String(result.refusal)}`);
    return result.visit;
  }, visit);

/** One that is called. */
export const called = apply(waiting, call(lund, 'r1'));
/** One that is being seen. */
export const inConsultation = apply(called, { type: 'answer', participantId: 'p-employee' });

/** A visit in every state. */
export const inState: Readonly<Record<VisitState, Visit>> = {
  invited: { ...waiting, state: 'invited' },
  waiting,
  called,
  'in-consultation': inConsultation,
  ended: apply(inConsultation, { type: 'end', outcome: 'completed' }),
  left: apply(waiting, { type: 'leave' }),
  removed: apply(waiting, { type: 'remove' }),
  expired: apply(waiting, { type: 'expire' }),
};

/** A command of every type. */
export const commands: Readonly<Record<VisitCommandType, VisitCommand>> = {
  redeem: { type: 'redeem', by: 'employee', as: 'p-employee', name: 'Kirsten' },
  call: call(lund, 'r2'),
  answer: { type: 'answer', participantId: 'p-employee' },
  release: { type: 'release', by: 'lund' },
  'fall-back': { type: 'fall-back' },
  handover: handover(holm),
  admit: { type: 'admit', participantId: 'p-employee' },
  dismiss: { type: 'dismiss', participantId: 'p-employee' },
  stage: { type: 'stage' },
  add: { type: 'add', participant: { id: 'p-new', role: 'relative', present: 'device', admitted: false } },
  connect: { type: 'connect', participantId: 'p-employee', peerId: 'peer' },
  presence: { type: 'presence', presence: 'away' },
  leave: { type: 'leave' },
  remove: { type: 'remove' },
  vacate: { type: 'vacate' },
  message: { type: 'message', message: 'Vi er lidt forsinket' },
  expire: { type: 'expire' },
  end: { type: 'end', outcome: 'completed' },
};
