import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { RoomAccess } from '@venterum/contract';
import { FakeEngine, MovedClock } from './fake-peer.fixtures.test.ts';
import { PeerRoom } from './peer-room.ts';

const access: RoomAccess = {
  roomId: 'room',
  participantId: 'p-care',
  provider: 'peer',
  ticket: 'ticket',
  peerId: 'me',
  signalPath: '/v1/signal/peerjs',
  iceServers: [],
  icePolicy: 'relay',
};

describe('peer room', () => {
  let clock: MovedClock;
  let engine: FakeEngine;
  let room: PeerRoom;

  beforeEach(async () => {
    clock = new MovedClock();
    engine = new FakeEngine(access);
    room = new PeerRoom({
      access,
      renewAccess: () => Promise.resolve(access),
      stream: { getTracks: () => [] } as unknown as MediaStream,
      createEngine: () => engine.asEngine,
      clock,
      random: () => 0.5,
    });
    const opening = room.open();
    engine.emit('open');
    await opening;
  });

  it('calls at once, and once, whom a call has not reached, and nobody else', async () => {
    const names = ['a', 'b'].map((peerId) => ({ participantId: `p-${peerId}`, peerId }));
    room.setPeers(names);
    assert.deepEqual(
      engine.calls.map(({ peer }) => peer),
      ['a', 'b'],
    );
    await clock.advance(2000);
    // A call is an offer and many candidates: each of them is said to be lost.
    for (let frame = 0; frame < 5; frame += 1) engine.emit('error', new Error('Could not connect to peer b'));
    assert.deepEqual(
      engine.calls.map(({ peer }) => peer),
      ['a', 'b', 'b'],
    );
    room.leave();
  });
});
