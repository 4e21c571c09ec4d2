import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FakeCall } from './fake-peer.fixtures.test.ts';
import { PeerLink } from './peer-link.ts';
import { PeerPatience } from './peer-patience.ts';

const stream = { getTracks: () => [] } as unknown as MediaStream;

describe('peer link', () => {
  let calls: FakeCall[];
  let reachable: boolean;
  let stuck: number;
  let changes: number;

  const create = (isCaller = true, patience = new PeerPatience()): PeerLink =>
    new PeerLink({
      participantId: 'p-care',
      isCaller,
      patience,
      others: () => 1,
      stream,
      dial: () => {
        if (!reachable) return undefined;
        const call = new FakeCall('peer');
        calls.push(call);
        return call.asCall;
      },
      changed: () => (changes += 1),
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

  const createConnected = async (): Promise<PeerLink> => {
    const link = create();
    last().connection.become('connected');
    await ticks(link, 5);
    return link;
  };

  beforeEach(() => {
    calls = [];
    reachable = true;
    stuck = 0;
    changes = 0;
  });

  it('calls at once, and is connected as soon as the browser says so', () => {
    const link = create();
    assert.equal(link.media.connection, 'connecting');
    last().connection.become('connected');
    assert.deepEqual([link.media.connection, calls.length, changes], ['connected', 1, 1]);
  });

  it('waits to be called when it is the other that calls', async () => {
    const link = create(false);
    await ticks(link, 30);
    assert.equal(calls.length, 0);
    const call = new FakeCall('peer');
    link.answer(call.asCall);
    assert.equal(call.answered, stream);
    call.connection.become('connected');
    assert.equal(link.media.connection, 'connected');
  });

  it('calls anew after 2.5 s of silence, and keeps the old leg until the new one works', async () => {
    const link = await createConnected();
    const [old] = calls;
    last().connection.flowing = false;
    await ticks(link, 4);
    assert.deepEqual([link.media.connection, calls.length], ['connected', 1]);
    await ticks(link, 2);
    assert.deepEqual([link.media.connection, calls.length, old?.closed], ['reconnecting', 2, false]);
    last().connection.become('connected');
    assert.deepEqual([link.media.connection, old?.closed], ['connected', true]);
  });

  it('is back at once when the old line comes back first', async () => {
    const link = await createConnected();
    const { connection } = last();
    connection.flowing = false;
    await ticks(link, 8);
    connection.flowing = true;
    await link.tick();
    assert.equal(link.media.connection, 'connected');
  });

  it('calls anew at once when the browser gives up or the other side closes', async () => {
    const link = await createConnected();
    last().connection.become('failed');
    assert.deepEqual([link.media.connection, calls.length], ['reconnecting', 2]);
    last().connection.become('connected');
    await ticks(link, 5);
    last().close();
    assert.equal(calls.length, 3);
  });

  it('calls no faster than every 2 s, however often it is refused', async () => {
    const link = await createConnected();
    for (let index = 0; index < 12; index += 1) {
      last().close();
      await link.tick();
    }
    assert.ok(calls.length <= 5, `${calls.length} calls`);
  });

  it('doubts the signalling when calling leads to nothing', async () => {
    const link = create();
    await ticks(link, 24);
    assert.deepEqual([calls.length, stuck], [3, 1]);
    assert.equal(calls.filter(({ closed }) => !closed).length, 2, 'no more than two at once');
    assert.equal(link.media.connection, 'connecting');
  });

  it('doubts the signalling sooner where it worked before, and so does who can only wait', async () => {
    const link = await createConnected();
    last().connection.flowing = false;
    await ticks(link, 18);
    assert.deepEqual([calls.length, stuck], [3, 1]);
    stuck = 0;
    const waiting = create(false);
    const call = new FakeCall('peer');
    waiting.answer(call.asCall);
    await ticks(waiting, 30);
    assert.equal(stuck, 0, 'never connected: nothing to doubt');
    call.connection.become('connected');
    await ticks(waiting, 2);
    call.connection.flowing = false;
    await ticks(waiting, 4 + 12);
    assert.equal(stuck, 1);
  });

  it('calls when the signalling is back', async () => {
    reachable = false;
    const link = create();
    await ticks(link, 20);
    assert.equal(calls.length, 0);
    reachable = true;
    link.wake();
    assert.equal(calls.length, 1);
  });

  it('begins with a whole picture when a line that was gone carries again, and only then', async () => {
    const link = await createConnected();
    const { connection } = last();
    assert.deepEqual(connection.pictureSender.switched, [true]);
    connection.flowing = false;
    await ticks(link, 4);
    connection.flowing = true;
    await ticks(link, 2);
    assert.deepEqual(connection.pictureSender.switched, [true]);
    connection.flowing = false;
    await ticks(link, 6);
    connection.flowing = true;
    await ticks(link, 2);
    assert.deepEqual(connection.pictureSender.switched, [true, false, true]);
    assert.ok(connection.soundSender.switched.every((active) => active === undefined));
  });

  it('does so as soon as the browser says that the line carries again', async () => {
    const link = await createConnected();
    const { connection } = last();
    connection.flowing = false;
    await ticks(link, 6);
    connection.become('disconnected');
    connection.become('connected');
    await new Promise(setImmediate);
    assert.deepEqual(connection.pictureSender.switched, [true, false, true]);
    link.close();
  });

  it('begins anew with the full picture where the browser holds it back on a line that bears it', async () => {
    const link = await createConnected();
    const { connection } = last();
    const anew = (): number => connection.pictureSender.switched.filter((active) => active === false).length;
    connection.heldBack = true;
    connection.bitrate = 700_000;
    await ticks(link, 20);
    assert.equal(anew(), 0);
    connection.bitrate = 800_000;
    await ticks(link, 2);
    assert.equal(anew(), 1);
    await ticks(link, 60);
    assert.equal(anew(), 5, 'ever more rarely');
    connection.heldBack = false;
    await ticks(link, 200);
    assert.equal(anew(), 5);
  });

  it('gives media half a second to come back by itself when the signalling does', async () => {
    const link = await createConnected();
    last().connection.flowing = false;
    await ticks(link, 9);
    const tried = calls.length;
    link.wake();
    assert.equal(calls.length, tried);
    await link.tick();
    assert.equal(calls.length, tried + 1);
  });

  it('does not call who is away, keeps what may come back, and calls at once who is back', async () => {
    const link = await createConnected();
    const [old] = calls;
    link.setAway(true);
    last().connection.flowing = false;
    await ticks(link, 9);
    assert.deepEqual(
      [link.media.connection, link.media.isStuck, calls.length],
      ['reconnecting', undefined, 1],
    );
    assert.equal(old?.closed, false);
    link.setAway(false);
    await link.tick();
    assert.equal(calls.length, 2);
  });

  it('takes whose signalling and media are both gone for 5 s to have left', async () => {
    const link = await createConnected();
    link.setAway(true);
    last().connection.flowing = false;
    await ticks(link, 13);
    assert.equal(link.media.isStuck, undefined);
    await link.tick();
    assert.equal(link.media.isStuck, true);
  });

  it('does not call anew when the signalling comes back and the media never went', async () => {
    const link = await createConnected();
    link.wake();
    assert.equal(calls.length, 1);
  });

  it('D10: says when there has been no way through for 20 s, and goes on trying', async () => {
    const link = create();
    for (let index = 0; index < 39; index += 1) {
      last().connection.become('failed');
      await link.tick();
    }
    assert.equal(link.media.isStuck, undefined);
    await link.tick();
    const tried = calls.length;
    assert.deepEqual([link.media.isStuck, link.media.connection], [true, 'connecting']);
    last().connection.become('failed');
    await ticks(link, 12);
    assert.ok(calls.length > tried);
    last().connection.become('connected');
    await ticks(link, 3);
    assert.deepEqual([link.media.isStuck, link.media.connection], [undefined, 'connected']);
  });

  it('D10: counts on over the links that signalling makes anew', async () => {
    const patience = new PeerPatience();
    const link = create(true, patience);
    await ticks(link, 30);
    link.close();
    const next = create(true, patience);
    await ticks(next, 10);
    assert.equal(next.media.isStuck, true);
  });

  it('D10: takes no way through that comes and goes for one', async () => {
    const link = create();
    for (let index = 0; index < 40; index += 1) {
      last().connection.become('connected');
      await link.tick();
      last().connection.become('failed');
    }
    assert.equal(link.media.isStuck, true);
  });

  it('calls anew when the tracks do not fit, and lets the other call when it may not', async () => {
    const video = { getTracks: () => [{ kind: 'video' }] } as unknown as MediaStream;
    const caller = await createConnected();
    await caller.setStream(video);
    assert.equal(calls.length, 2);
    const answerer = create(false);
    const call = new FakeCall('peer');
    answerer.answer(call.asCall);
    await answerer.setStream(video);
    assert.ok(call.closed);
  });

  it('closes everything and calls nobody any more', async () => {
    const link = await createConnected();
    link.close();
    await ticks(link, 20);
    assert.ok(calls.length === 1 && last().closed);
  });
});
