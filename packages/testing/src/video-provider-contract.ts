import type { VideoProvider, VideoRoom, VideoRoomState } from '@venterum/client';
import type { RoomAccess } from '@venterum/contract';
import { stateUntil } from './state-until.ts';

/** What a provider is tested with. Two rooms of one fixture can reach each other. */
export interface VideoProviderFixture {
  readonly provider: VideoProvider;
  /** A way in that opens, for a participant of this id. */
  issue(peerId: string): RoomAccess;
  /** A way in that does not. */
  issueRefused(peerId: string): RoomAccess;
  stream(): Promise<MediaStream>;
}

/** One thing every provider must do. `run` rejects when it does not. */
export interface VideoProviderCase {
  readonly title: string;
  readonly run: (fixture: VideoProviderFixture) => Promise<void>;
}

const check = (holds: boolean, message: string): void => {
  if (!holds) throw new Error(message);
};

/** Whether everybody in the room comes through. */
export const allConnected = ({ remotes }: VideoRoomState): boolean =>
  remotes.length > 0 &&
  remotes.every(({ connection, stream }) => connection === 'connected' && stream !== undefined);

const enter = async (fixture: VideoProviderFixture, peerId: string): Promise<VideoRoom> =>
  fixture.provider.join({
    server: 'https://video.example.dk',
    access: fixture.issue(peerId),
    stream: await fixture.stream(),
    renewAccess: async () => fixture.issue(peerId),
  });

const enterTwo = async (fixture: VideoProviderFixture): Promise<readonly [VideoRoom, VideoRoom]> => {
  const rooms = [await enter(fixture, 'aa'), await enter(fixture, 'zz')] as const;
  rooms[0].setPeers([{ participantId: 'two', peerId: 'zz' }]);
  rooms[1].setPeers([{ participantId: 'one', peerId: 'aa' }]);
  return rooms;
};

const leaveAll = (rooms: readonly VideoRoom[]): void => {
  for (const room of rooms) room.leave();
};

/** What every {@link VideoProvider} must do, whatever carries its media. */
export const videoProviderContract: readonly VideoProviderCase[] = [
  {
    title: 'enters a room in which nobody else is yet',
    run: async (fixture) => {
      const room = await enter(fixture, 'aa');
      await stateUntil(room, ({ connection }) => connection === 'connected');
      check(room.getState().remotes.length === 0, 'nobody is there');
      room.leave();
    },
  },
  {
    title: 'rejects when the room does not open',
    run: async (fixture) => {
      const access = fixture.issueRefused('aa');
      const joined = fixture.provider.join({
        server: 'https://video.example.dk',
        access,
        stream: await fixture.stream(),
        renewAccess: async () => {
          throw new Error('closed');
        },
      });
      const outcome = await joined.then(
        () => 'entered',
        () => 'refused',
      );
      check(outcome === 'refused', 'must not enter');
    },
  },
  {
    title: 'shows everybody it is told of, under their participant ids, and nobody else',
    run: async (fixture) => {
      const room = await enter(fixture, 'aa');
      room.setPeers([
        { participantId: 'two', peerId: 'xx' },
        { participantId: 'three', peerId: 'yy' },
      ]);
      const ids = (): string =>
        room
          .getState()
          .remotes.map(({ participantId }) => participantId)
          .join();
      check(ids() === 'two,three', `shows ${ids()}`);
      room.setPeers([{ participantId: 'three', peerId: 'yy' }]);
      check(ids() === 'three', `shows ${ids()}`);
      room.leave();
    },
  },
  {
    title: 'connects two who know each other, with a stream each',
    run: async (fixture) => {
      const rooms = await enterTwo(fixture);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      leaveAll(rooms);
    },
  },
  {
    title:
      'D11: gives both ends the same pair of keys, or none at all, and none of somebody who is not there',
    run: async (fixture) => {
      const rooms = await enterTwo(fixture);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      const [here, there] = [rooms[0].fingerprints?.('two'), rooms[1].fingerprints?.('one')];
      check([...(here ?? [])].sort().join() === [...(there ?? [])].sort().join(), 'the same two keys');
      check(rooms[0].fingerprints?.('nobody') === undefined, 'nobody has keys');
      leaveAll(rooms);
    },
  },
  {
    title: 'B9: sends nothing more to somebody who is no longer in the room, and takes them back',
    run: async (fixture) => {
      const rooms = await enterTwo(fixture);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      rooms[0].setPeers([]);
      await stateUntil(rooms[1], ({ remotes }) =>
        remotes.every(({ connection }) => connection !== 'connected'),
      );
      rooms[0].setPeers([{ participantId: 'two', peerId: 'zz' }]);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      leaveAll(rooms);
    },
  },
  {
    title: 'connects everybody with everybody, and goes on when one of them leaves',
    run: async (fixture) => {
      const ids = ['aa', 'mm', 'zz'] as const;
      const rooms = await Promise.all(ids.map((id) => enter(fixture, id)));
      for (const [index, room] of rooms.entries())
        room.setPeers(
          ids.filter((_, other) => other !== index).map((peerId) => ({ participantId: peerId, peerId })),
        );
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      const [first, ...others] = rooms;
      first?.leave();
      for (const [index, room] of others.entries())
        room.setPeers([{ participantId: ids[2 - index] ?? '', peerId: ids[2 - index] ?? '' }]);
      await Promise.all(others.map((room) => stateUntil(room, allConnected)));
      leaveAll(others);
    },
  },
  {
    title: 'stays connected when the tracks are replaced',
    run: async (fixture) => {
      const rooms = await enterTwo(fixture);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      await rooms[0].setLocalStream(await fixture.stream());
      check(allConnected(rooms[0].getState()), 'still connected');
      leaveAll(rooms);
    },
  },
  {
    title: 'forgets a peer that is no longer in the room',
    run: async (fixture) => {
      const rooms = await enterTwo(fixture);
      await Promise.all(rooms.map((room) => stateUntil(room, allConnected)));
      rooms[0].setPeers([]);
      check(rooms[0].getState().remotes.length === 0, 'gone');
      leaveAll(rooms);
    },
  },
  {
    title: 'is closed after leave, tells it once, and wakes no more',
    run: async (fixture) => {
      const room = await enter(fixture, 'aa');
      let told = 0;
      room.subscribe(({ connection }) => {
        if (connection === 'closed') told += 1;
      });
      room.leave();
      room.leave();
      room.setPeers([{ participantId: 'two', peerId: 'zz' }]);
      check(told === 1, `told ${told} times`);
      const { connection, remotes } = room.getState();
      check(connection === 'closed' && remotes.length === 0, 'closed and empty');
    },
  },
  {
    title: 'D17: leaves the local tracks to their owner',
    run: async (fixture) => {
      const stream = await fixture.stream();
      const room = await fixture.provider.join({
        server: 'https://video.example.dk',
        access: fixture.issue('aa'),
        stream,
        renewAccess: async () => fixture.issue('aa'),
      });
      room.leave();
      check(
        stream.getTracks().every(({ readyState }) => readyState === 'live'),
        'tracks are still live',
      );
    },
  },
];
