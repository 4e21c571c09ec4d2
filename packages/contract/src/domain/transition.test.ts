import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { VisitCommand, VisitCommandType } from './command.ts';
import { instantPlus } from './instant.ts';
import type { Participant } from './participant.ts';
import { statesAccepting, transition } from './transition.ts';
import { isOver, type Visit, type VisitState } from './visit.ts';

const start = '2026-11-23T09:00:00.000Z';
const lund = { id: 'lund', name: 'Læge Test Lund', role: 'doctor' } as const;
const holm = { id: 'holm', name: 'Læge Test Holm', role: 'doctor' } as const;

const clinicianParticipant = (id: string) =>
  ({ id: `p-${id}`, role: 'clinician', present: 'device', admitted: true }) as const;

const waiting: Visit = {
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

const call = (by: typeof lund | typeof holm, roomId: string): VisitCommand => ({
  type: 'call',
  by,
  roomId,
  as: clinicianParticipant(by.id),
});

const handover = (to: typeof lund | typeof holm) =>
  ({ type: 'handover', by: 'lund', to, as: clinicianParticipant(to.id) }) as const;

const apply = (visit: Visit, ...commands: readonly VisitCommand[]): Visit =>
  commands.reduce((current, command) => {
    const result = transition(current, command, start);
    assert.ok(result.visit, `${command.type} in ${current.state}: ${String(result.refusal)}`);
    return result.visit;
  }, visit);

const called = apply(waiting, call(lund, 'r1'));
const inConsultation = apply(called, { type: 'answer', participantId: 'p-employee' });

const inState: Readonly<Record<VisitState, Visit>> = {
  invited: { ...waiting, state: 'invited' },
  waiting,
  called,
  'in-consultation': inConsultation,
  ended: apply(inConsultation, { type: 'end', outcome: 'completed' }),
  left: apply(waiting, { type: 'leave' }),
  removed: apply(waiting, { type: 'remove' }),
  expired: apply(waiting, { type: 'expire' }),
};

const commands: Readonly<Record<VisitCommandType, VisitCommand>> = {
  redeem: { type: 'redeem', name: 'Kirsten' },
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
  message: { type: 'message', message: 'Vi er lidt forsinket' },
  expire: { type: 'expire' },
  end: { type: 'end', outcome: 'completed' },
};

/** The documented graph, written down a second time: the states each command leads to. */
const graph: Readonly<Record<VisitCommandType, Partial<Record<VisitState, VisitState>>>> = {
  redeem: { invited: 'waiting' },
  call: { waiting: 'called' },
  answer: { called: 'in-consultation' },
  release: { called: 'waiting' },
  'fall-back': { called: 'waiting' },
  handover: { called: 'called', 'in-consultation': 'in-consultation' },
  admit: { called: 'called', 'in-consultation': 'in-consultation' },
  dismiss: { called: 'called', 'in-consultation': 'in-consultation' },
  stage: { called: 'called', 'in-consultation': 'in-consultation' },
  add: { invited: 'invited', waiting: 'waiting', called: 'called', 'in-consultation': 'in-consultation' },
  connect: { called: 'called', 'in-consultation': 'in-consultation' },
  presence: { waiting: 'waiting', called: 'called', 'in-consultation': 'in-consultation' },
  leave: { invited: 'left', waiting: 'left', called: 'left' },
  remove: { invited: 'removed', waiting: 'removed', called: 'removed', 'in-consultation': 'removed' },
  message: { waiting: 'waiting', called: 'called' },
  expire: { invited: 'expired', waiting: 'expired', called: 'expired' },
  end: { called: 'ended', 'in-consultation': 'ended' },
};

describe('the transition table', () => {
  for (const type of Object.keys(commands) as VisitCommandType[])
    for (const state of Object.keys(inState) as VisitState[]) {
      const expected = graph[type][state];
      it(`B4: ${type} in ${state} ${expected === undefined ? 'is refused' : `leads to ${expected}`}`, () => {
        const result = transition(inState[state], commands[type], start);
        assert.equal(result.visit?.state, expected);
        if (expected === undefined) assert.equal(result.refusal, 'visit-state');
        assert.equal(statesAccepting(type).includes(state), expected !== undefined);
      });
    }

  it('does not change the visit it is given', () => {
    const before = structuredClone(waiting);
    apply(waiting, call(lund, 'r1'), { type: 'end', outcome: 'no-show' });
    assert.deepEqual(waiting, before);
  });
});

describe('the room of a called visit', () => {
  const employee = (visit: Visit | undefined): Participant | undefined =>
    visit?.participants.find(({ id }) => id === 'p-employee');

  it('B9: somebody sent out is at the door: not let in, not connected, not on the stage', () => {
    const inRoom = apply(
      inConsultation,
      { type: 'connect', participantId: 'p-employee', peerId: 'peer' },
      { type: 'stage', stage: { participantId: 'p-employee', as: 'signer' } },
    );
    assert.equal(inRoom.stage?.as, 'signer');
    const out = apply(inRoom, { type: 'dismiss', participantId: 'p-employee' });
    assert.deepEqual(
      [employee(out)?.admitted, employee(out)?.peerId, out.stage],
      [false, undefined, undefined],
    );
    assert.equal(employee(apply(out, { type: 'admit', participantId: 'p-employee' }))?.admitted, true);
  });

  it('does not send out whoever has the visit', () => {
    const clinician = inConsultation.participants.find(({ role }) => role === 'clinician');
    const command = { type: 'dismiss', participantId: clinician?.id ?? '' } as const;
    assert.equal(transition(inConsultation, command, start).refusal, 'participant-unknown');
  });

  it('shows nobody first who is not let in, and nobody any more once it is over', () => {
    const stage = { participantId: 'p-employee', as: 'speaker' } as const;
    const out = apply(inConsultation, { type: 'dismiss', participantId: 'p-employee' });
    assert.equal(transition(out, { type: 'stage', stage }, start).refusal, 'participant-unknown');
    const staged = apply(inConsultation, { type: 'stage', stage });
    assert.equal(apply(staged, { type: 'stage' }).stage, undefined);
    assert.equal(apply(staged, { type: 'end', outcome: 'completed' }).stage, undefined);
    assert.equal(apply(apply(called, { type: 'stage', stage }), { type: 'fall-back' }).stage, undefined);
  });
});

describe('a claim', () => {
  it('B5: excludes a second clinician', () => {
    assert.equal(transition(called, call(holm, 'r2'), start).refusal, 'visit-state');
  });

  it('is let go of, and handed over, by its owner alone', () => {
    assert.equal(transition(called, { type: 'release', by: 'holm' }, start).refusal, 'claimed-by-other');
    assert.equal(transition(called, { ...handover(lund), by: 'holm' }, start).refusal, 'claimed-by-other');
    const handedOver = apply(called, handover(holm));
    assert.equal(handedOver.claim?.by, 'holm');
    assert.deepEqual(
      handedOver.participants.filter(({ role }) => role === 'clinician').map(({ id }) => id),
      ['p-holm'],
    );
  });

  it('I3: falls back to the old place, without room, claim or clinician', () => {
    const back = apply(called, { type: 'fall-back' });
    assert.equal(back.arrivedAt, waiting.arrivedAt);
    assert.equal(back.roomId, undefined);
    assert.equal(back.claim, undefined);
    assert.deepEqual(
      back.participants.map(({ id }) => id),
      ['p-employee', 'p-citizen'],
    );
  });

  it('B8: admits whoever queued and those beside them, not an invited one nobody has seen', () => {
    const invited = apply(waiting, commands.add, call(lund, 'r1'));
    assert.deepEqual(
      invited.participants.filter(({ admitted }) => !admitted).map(({ id }) => id),
      ['p-new'],
    );
  });

  it('B8: does not admit those who come later', () => {
    const joined = apply(inConsultation, commands.add);
    const admitted = Object.fromEntries(joined.participants.map((one) => [one.id, one.admitted]));
    assert.deepEqual(admitted, { 'p-employee': true, 'p-citizen': true, 'p-lund': true, 'p-new': false });
    const letIn = apply(joined, { type: 'admit', participantId: 'p-new' });
    assert.ok(letIn.participants.every((one) => one.admitted));
  });
});

describe('a visit that is over', () => {
  it('keeps no reason and no connection', () => {
    const connected = apply(inConsultation, commands.connect);
    assert.ok(connected.participants.some(({ peerId }) => peerId === 'peer'));
    const ended = apply(connected, commands.end);
    assert.equal(ended.reason, undefined);
    assert.ok(ended.participants.every(({ peerId }) => peerId === undefined));
    assert.equal(ended.endedAt, start);
  });

  it('carries the clinic’s words to somebody removed', () => {
    const removed = apply(waiting, { type: 'remove', message: 'Ring til os' });
    assert.deepEqual([removed.message, removed.messageAt], ['Ring til os', start]);
  });

  it('keeps no words that only served the wait', () => {
    const told = apply(waiting, commands.message);
    assert.deepEqual([told.message, told.messageAt], ['Vi er lidt forsinket', start]);
    for (const command of [commands.leave, commands.remove, commands.expire]) {
      const over = apply(told, command);
      assert.deepEqual([over.message, over.messageAt], [undefined, undefined]);
    }
  });
});

describe('presence', () => {
  it('remembers since when somebody is away, and forgets it on return', () => {
    const away = apply(waiting, commands.presence);
    const stillAway = transition(away, { type: 'presence', presence: 'away' }, instantPlus(start, 1000));
    assert.equal(stillAway.visit?.awaySince, start);
    const back = apply(away, { type: 'presence', presence: 'online' });
    assert.equal(back.awaySince, undefined);
    assert.equal(back.presence, 'online');
  });
});

// The model: what anybody may rely on, whatever is asked in whatever order.
interface Model {
  state: VisitState;
  rooms: Set<string>;
}
interface Real {
  visit: Visit;
  now: string;
}

class Ask implements fc.Command<Model, Real> {
  readonly command: VisitCommand;
  constructor(command: VisitCommand) {
    this.command = command;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    const before = real.visit;
    real.now = instantPlus(real.now, 1000);
    const result = transition(before, this.command, real.now);
    if (result.visit === undefined) {
      assert.ok(result.refusal);
      return;
    }
    const { visit } = result;
    assert.ok(!isOver(model.state), 'B4: nothing happens to a visit that is over');
    if (visit.roomId !== undefined && visit.roomId !== before.roomId) {
      assert.ok(!model.rooms.has(visit.roomId), 'I4: a room is never used again');
      model.rooms.add(visit.roomId);
    }
    if (visit.state === 'waiting' && model.state !== 'invited')
      assert.equal(visit.arrivedAt, before.arrivedAt, 'I3: the place is kept');
    const ids = visit.participants.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'participants are there once');
    const held = visit.state === 'called' || visit.state === 'in-consultation';
    if (!isOver(visit.state)) {
      assert.equal(visit.claim !== undefined, held, 'I2: a claim exactly while somebody has the visit');
      assert.equal(visit.roomId !== undefined, held, 'a room exactly while somebody has the visit');
    }
    if (held) assert.equal(visit.participants.filter(({ role }) => role === 'clinician').length, 1);
    model.state = visit.state;
    real.visit = visit;
  }
  toString(): string {
    return JSON.stringify(this.command);
  }
}

const anyCommand = (counter: { rooms: number }): fc.Arbitrary<Ask>[] => {
  const clinician = fc.constantFrom(lund, holm);
  const participant = fc.constantFrom('p-employee', 'p-citizen', 'p-lund', 'p-holm', 'p-nobody');
  const ask = (arbitrary: fc.Arbitrary<VisitCommand>): fc.Arbitrary<Ask> =>
    arbitrary.map((one) => new Ask(one));
  return [
    ask(fc.constant(commands.redeem)),
    ask(clinician.map((by) => call(by, `r${(counter.rooms += 1)}`))),
    ask(participant.map((participantId) => ({ type: 'answer', participantId }))),
    ask(clinician.map((by) => ({ type: 'release', by: by.id }))),
    ask(fc.constant({ type: 'fall-back' })),
    ask(fc.tuple(clinician, clinician).map(([by, to]) => ({ ...handover(to), by: by.id }))),
    ask(participant.map((participantId) => ({ type: 'admit', participantId }))),
    ask(fc.constantFrom('online', 'away').map((presence) => ({ type: 'presence', presence }))),
    ask(
      participant.map((participantId) => ({
        type: 'connect',
        participantId,
        peerId: `peer-${participantId}`,
      })),
    ),
    ask(fc.constant(commands.leave)),
    ask(fc.constant(commands.remove)),
    ask(fc.constant(commands.message)),
    ask(fc.constant(commands.expire)),
    ask(fc.constant(commands.end)),
  ];
};

describe('any order of commands', () => {
  it('B4, I3, I4: keeps what everybody relies on', () => {
    const counter = { rooms: 0 };
    fc.assert(
      fc.property(fc.commands(anyCommand(counter), { size: '+1' }), (list) => {
        fc.modelRun(
          (): { model: Model; real: Real } => ({
            model: { state: 'invited', rooms: new Set<string>() },
            real: { visit: inState.invited, now: start },
          }),
          list,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
