import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VisitCommand, VisitCommandType } from './command.ts';
import { instantPlus } from './instant.ts';
import {
  start,
  lund,
  holm,
  waiting,
  call,
  handover,
  apply,
  called,
  inConsultation,
  inState,
  commands,
} from './transition.fixtures.test.ts';
import { statesAccepting, transition } from './transition.ts';
import type { Participant } from './participant.ts';
import type { Visit, VisitState } from './visit.ts';

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
  leave: { invited: 'left', waiting: 'left', called: 'left', 'in-consultation': 'ended' },
  remove: { invited: 'removed', waiting: 'removed', called: 'removed', 'in-consultation': 'removed' },
  vacate: { invited: 'invited', waiting: 'invited', called: 'invited', 'in-consultation': 'invited' },
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

describe('a room somebody has left', () => {
  const later = instantPlus(start, 90_000);
  const connect = (participantId: string, peerId?: string): VisitCommand =>
    peerId === undefined ? { type: 'connect', participantId } : { type: 'connect', participantId, peerId };
  const both = apply(inConsultation, connect('p-lund', 'one'), connect('p-employee', 'two'));
  const since = ({ unattendedSince, emptySince }: Visit) => [unattendedSince, emptySince];
  const afterwards = (visit: Visit, command: VisitCommand): Visit => {
    const result = transition(visit, command, later);
    assert.ok(result.visit, result.refusal);
    return result.visit;
  };

  it('knows since when the clinician is gone, and since when everybody is', () => {
    assert.deepEqual(since(waiting), [undefined, undefined]);
    assert.deepEqual(since(called), [start, start]);
    assert.deepEqual(since(both), [undefined, undefined]);
    const alone = afterwards(both, connect('p-lund'));
    assert.deepEqual(since(alone), [later, undefined]);
    assert.deepEqual(since(afterwards(alone, connect('p-employee'))), [later, later]);
    assert.deepEqual(since(apply(alone, connect('p-lund', 'one'))), [undefined, undefined]);
    assert.deepEqual(since(afterwards(alone, { type: 'end', outcome: 'completed' })), [undefined, undefined]);
    assert.deepEqual(since(apply(called, { type: 'fall-back' })), [undefined, undefined]);
    assert.deepEqual(
      since(afterwards(called, handover(holm))),
      [later, later],
      'a colleague has a minute too',
    );
  });

  it('B4: a consultation is the joiner’s to leave only while no clinician is in it, and it ended with them', () => {
    assert.equal(transition(both, { type: 'leave' }, later).refusal, 'visit-state');
    const alone = apply(both, connect('p-lund'));
    const { state, outcome, endedAt } = afterwards(alone, { type: 'leave' });
    assert.deepEqual([state, outcome, endedAt], ['ended', 'technical-failure', start]);
  });

  it('never ends before it began', () => {
    const began = afterwards(called, { type: 'answer', participantId: 'p-employee' });
    assert.equal(afterwards(began, { type: 'leave' }).endedAt, later);
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

  it('B8: admits of those invited the one who came, first on the list or not', () => {
    const daughter = { id: 'p-new', role: 'relative', present: 'device', admitted: false } as const;
    const patient = { ...daughter, id: 'p-patient', role: 'citizen' } as const;
    const invited: Visit = {
      ...inState.invited,
      joinedBy: 'patient',
      joinedAs: patient.id,
      participants: [patient, daughter],
    };
    const redeem = { type: 'redeem', by: 'daughter', as: daughter.id, name: 'May' } as const;
    const came = apply(invited, redeem);
    assert.deepEqual(
      [came.joinedBy, came.joinedAs, came.participants[0]?.name],
      ['daughter', 'p-new', 'May'],
    );
    const admitted = apply(came, call(lund, 'r1')).participants.map((one) => [one.id, one.admitted]);
    assert.deepEqual(Object.fromEntries(admitted), { 'p-new': true, 'p-patient': false, 'p-lund': true });
    assert.equal(transition(invited, { ...redeem, as: 'p-nobody' }, start).refusal, 'participant-unknown');
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
