import { expect } from '@open-wc/testing';
import type { JoinState } from '@venterum/client';
import { accessFor, careWorker, citizen, FakeCallClient, joinerVisit } from '@venterum/testing/video';
import { JoinWayIn } from './queue-join.way-in.ts';

const visit = joinerVisit({ state: 'called', participants: [careWorker, citizen] });
const outside = joinerVisit({ participants: [{ ...careWorker, admitted: false }] });

const at = (step: 'waiting' | 'called' | 'in-call', shown = visit): JoinState => ({
  ...({ step, visit: shown, released: false } as const),
  draft: { citizenFromHost: false, reason: '', kind: 'consultation', test: false, companions: [] },
});

describe('<queue-join>: the way into the room', () => {
  let client: FakeCallClient;
  let wayIn: JoinWayIn;
  let time = 0;
  const follow = (...states: JoinState[]): void => {
    Object.assign(client, { clock: { ...client.clock, now: () => time } });
    for (const state of states) wayIn.follow(state, client.asClient);
  };

  beforeEach(() => {
    client = new FakeCallClient();
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    wayIn = new JoinWayIn();
    time = 0;
  });

  it('P2: is asked for once, as soon as somebody is called, and taken when they go in', async () => {
    follow(at('waiting'));
    expect(client.requests).to.deep.equal([]);
    follow(at('called'), at('called'));
    expect(client.requests.map(({ name }) => name)).to.deep.equal(['visits.ticket']);
    expect(wayIn.access, 'not in yet').to.equal(undefined);
    follow(at('in-call'), at('in-call'));
    expect(await wayIn.access).to.deep.equal(accessFor(careWorker.id));
    expect(client.requests).to.have.length(1);
  });

  it('B8: is not asked for by who is not let in', () => {
    follow(at('called', outside), at('in-call', outside));
    expect(client.requests).to.deep.equal([]);
    expect(wayIn.access).to.equal(undefined);
  });

  it('is asked for anew by who has left the room and is to go in again', () => {
    follow(at('called'), at('in-call'), at('called'));
    expect(client.requests).to.have.length(2);
    expect(wayIn.access).to.equal(undefined);
  });

  it('is left to the room once it may be too old, and by who comes in another way', () => {
    follow(at('called'));
    time = 20_000;
    follow(at('in-call'));
    expect(wayIn.access).to.equal(undefined);
    follow(at('called'), at('waiting'), at('in-call'));
    expect(wayIn.access).to.equal(undefined);
  });

  it('may be refused: the room asks again', async () => {
    client.answers.set('visits.ticket', 'visit-state');
    follow(at('called'), at('in-call'));
    const refused = await wayIn.access?.catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'visit-state');
  });
});
