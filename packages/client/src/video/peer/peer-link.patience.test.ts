import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FakeCall } from './fake-peer.fixtures.test.ts';
import { PeerLink } from './peer-link.ts';
import { PeerPatience } from './peer-patience.ts';

const stream = { getTracks: () => [] } as unknown as MediaStream;

describe('peer link on machines that are slow', () => {
  let calls: FakeCall[];
  let stuck: number;

  const create = (isCaller = true): PeerLink =>
    new PeerLink({
      participantId: 'p-care',
      isCaller,
      patience: new PeerPatience(),
      others: () => 1,
      stream,
      dial: () => {
        const call = new FakeCall('peer');
        calls.push(call);
        return call.asCall;
      },
      changed: () => undefined,
      stuck: () => (stuck += 1),
    });

  const last = (): FakeCall => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('nobody was called');
    return call;
  };

  const ticks = async (link: PeerLink, count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await link.tick();
  };

  beforeEach(() => {
    calls = [];
    stuck = 0;
  });

  it('gives the next try twice the time when one has to end for it: a slow machine is not called in a storm', async () => {
    const link = create();
    const called: number[] = [];
    for (let tick = 1; tick <= 200; tick += 1) {
      const before = calls.length;
      await link.tick();
      last().connection.answer();
      if (calls.length > before) called.push(tick);
    }
    assert.deepEqual(called, [12, 24, 48, 96, 144, 192]);
    last().connection.become('connected');
    last().connection.flowing = false;
    const tried = calls.length;
    await ticks(link, 7 + 12);
    assert.equal(calls.length, tried + 2, 'what has come through is tried for as soon as ever');
  });

  it('does not doubt a signalling that brings answers', async () => {
    const link = create();
    last().connection.answer();
    for (let tick = 0; tick < 100; tick += 1) {
      await link.tick();
      last().connection.answer();
    }
    assert.ok(calls.length > 3);
    assert.equal(stuck, 0);
  });

  it('does not doubt a signalling that has just brought a call, or brought somebody back', async () => {
    const link = create(false);
    const old = new FakeCall('peer');
    link.answer(old.asCall);
    old.connection.become('connected');
    await ticks(link, 2);
    old.connection.flowing = false;
    await ticks(link, 4 + 11);
    link.answer(new FakeCall('peer').asCall);
    await ticks(link, 23);
    assert.equal(stuck, 0, 'the call has the time of a try');
    await link.tick();
    assert.equal(stuck, 1);
    await ticks(link, 11);
    link.setAway(true);
    await ticks(link, 3);
    link.setAway(false);
    await ticks(link, 11);
    assert.equal(stuck, 1);
    await link.tick();
    assert.equal(stuck, 2);
  });
});
