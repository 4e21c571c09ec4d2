import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { VisitCommand } from './command.ts';
import { instantPlus } from './instant.ts';
import { start, lund, holm, call, handover, inState, commands } from './transition.fixtures.test.ts';
import { transition } from './transition.ts';
import { isOver, type Visit, type VisitState } from './visit.ts';

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
    const clinicians = visit.participants.filter(({ role }) => role === 'clinician');
    if (held) assert.equal(clinicians.length, 1);
    const isUnattended = held && clinicians.every(({ peerId }) => peerId === undefined);
    assert.equal(visit.unattendedSince !== undefined, isUnattended, 'a clinician who is gone is missed');
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
    ask(participant.map((participantId) => ({ type: 'connect', participantId }))),
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
