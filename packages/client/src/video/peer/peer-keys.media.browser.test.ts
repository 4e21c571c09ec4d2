import {
  allConnected,
  stateUntil as until,
  SignallingHub,
  type SignalMessage,
} from '@venterum/testing/video';
import { safetyWords, type Fingerprints } from '../safety-words.ts';
import type { VideoRoom } from '../video-provider.ts';
import { createPeerProvider } from './peer-provider.ts';

const pageSocket = globalThis.WebSocket;

const assert: (holds: boolean, message: string) => asserts holds = (holds, message) => {
  if (!holds) throw new Error(message);
};

/** A signalling server that wants to listen in: it puts other keys into every description that passes. */
const withOtherKeys = (message: SignalMessage): SignalMessage =>
  JSON.parse(
    JSON.stringify(message).replace(
      /a=fingerprint:sha-256 [0-9A-F]{2}/g,
      (line) => `${line.slice(0, -2)}${line.endsWith('00') ? '01' : '00'}`,
    ),
  ) as SignalMessage;

describe('the keys of a call in a real browser', function () {
  this.timeout(30_000);
  const rooms: VideoRoom[] = [];
  const streams: MediaStream[] = [];

  const enter = async (hub: SignallingHub, peerId: string, stream?: MediaStream): Promise<VideoRoom> => {
    globalThis.WebSocket = hub.socketClass as unknown as typeof WebSocket;
    const own = stream ?? (await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
    streams.push(own);
    const room = await createPeerProvider().join({
      server: 'https://video.example.dk',
      access: hub.issue(peerId),
      stream: own,
      renewAccess: async () => hub.issue(peerId),
    });
    rooms.push(room);
    return room;
  };

  const introduce = (left: VideoRoom, right: VideoRoom): void => {
    left.setPeers([{ participantId: 'right', peerId: 'zz' }]);
    right.setPeers([{ participantId: 'left', peerId: 'aa' }]);
  };

  const connect = async (left: VideoRoom, right: VideoRoom): Promise<void> => {
    introduce(left, right);
    await Promise.all([until(left, allConnected), until(right, allConnected)]);
  };

  const keysOf = (room: VideoRoom): Fingerprints => {
    const [remote] = room.getState().remotes;
    const keys = remote === undefined ? undefined : room.fingerprints?.(remote.participantId);
    assert(keys !== undefined, 'keys');
    return keys;
  };

  const wordsOf = async (room: VideoRoom): Promise<string> =>
    (await safetyWords(keysOf(room), 'room')).join(' ');

  afterEach(() => {
    for (const room of rooms.splice(0)) room.leave();
    for (const stream of streams.splice(0)) for (const track of stream.getTracks()) track.stop();
    globalThis.WebSocket = pageSocket;
  });

  it('D10: carries nothing where the keys were changed on the way, and both ends say so', async () => {
    const hub = new SignallingHub();
    hub.change = withOtherKeys;
    const [left, right] = [await enter(hub, 'aa'), await enter(hub, 'zz')];
    introduce(left, right);
    const isUnsafe = (room: VideoRoom): Promise<unknown> =>
      until(room, ({ remotes }) => remotes[0]?.isUnsafe === true);
    await Promise.all([isUnsafe(left), isUnsafe(right)]);
    for (const room of [left, right]) {
      const [remote] = room.getState().remotes;
      assert(remote?.connection !== 'connected' && remote?.hasPicture === undefined, 'nothing came through');
    }
  });

  it('D11: has the same words at both ends', async () => {
    const hub = new SignallingHub();
    const [left, right] = [await enter(hub, 'aa'), await enter(hub, 'zz')];
    await connect(left, right);
    assert((await wordsOf(left)) === (await wordsOf(right)), 'the same words');
  });

  it('D11: has other words at each end when somebody between them carries the media on', async () => {
    const [towardsLeft, towardsRight] = [new SignallingHub(), new SignallingHub()];
    const left = await enter(towardsLeft, 'aa');
    const right = await enter(towardsRight, 'zz');
    const asRight = await enter(towardsLeft, 'zz');
    await connect(left, asRight);
    const carried = asRight.getState().remotes[0]?.stream;
    assert(carried !== undefined, 'a stream to carry on');
    const asLeft = await enter(towardsRight, 'aa', carried);
    await connect(asLeft, right);
    const [here, there] = [await wordsOf(left), await wordsOf(right)];
    assert(here !== there, `both read ${here}`);
  });
});
