import {
  allConnected as connected,
  stateUntil as until,
  SignallingHub,
  videoProviderContract,
} from '@venterum/testing/video';
import type { VideoRoom, VideoRoomState } from '../video-provider.ts';
import { createPeerProvider } from './peer-provider.ts';

/** So many, and it moves. */
const MOVING_FRAMES = 5;

const pageSocket = globalThis.WebSocket;
const pageConnection = globalThis.RTCPeerConnection;

const assert: (holds: boolean, message: string) => asserts holds = (holds, message) => {
  if (!holds) throw new Error(message);
};

const allReconnecting = (state: VideoRoomState): boolean =>
  state.remotes.every(({ connection }) => connection === 'reconnecting');

const decoded = async (
  connection: RTCPeerConnection,
  track: MediaStreamTrack | undefined,
): Promise<number> => {
  let frames = 0;
  for (const stat of (await connection.getStats(track)).values() as Iterable<Record<string, unknown>>)
    if (stat['type'] === 'inbound-rtp') frames += Number(stat['framesDecoded'] ?? 0);
  return frames;
};

describe('the peer provider in a real browser', function () {
  this.timeout(30_000);
  let hub: SignallingHub;
  let connections: RTCPeerConnection[];
  const rooms: VideoRoom[] = [];
  const streams: MediaStream[] = [];

  const media = async (): Promise<MediaStream> => {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 320, height: 240 },
    });
    streams.push(stream);
    return stream;
  };

  /** Settles when some more frames of the stream's picture have been decoded. A page in the background paints none, but decodes. */
  const frames = async (stream: MediaStream | undefined): Promise<void> => {
    const [track] = stream?.getVideoTracks() ?? [];
    const holder = connections.find((one) => one.getReceivers().some((receiver) => receiver.track === track));
    assert(track !== undefined && holder !== undefined, 'a picture');
    const before = await decoded(holder, track);
    while ((await decoded(holder, track)) < before + MOVING_FRAMES)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  /** Settles when a picture over this connection may take so many bits a second. */
  const limited = async (connection: RTCPeerConnection, bitrate: number): Promise<void> => {
    const limit = (): number | undefined =>
      connection
        .getSenders()
        .find(({ track }) => track?.kind === 'video')
        ?.getParameters().encodings[0]?.maxBitrate;
    while (limit() !== bitrate) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  const enter = async (peerId: string, stream?: MediaStream): Promise<VideoRoom> => {
    const room = await createPeerProvider().join({
      server: 'https://video.example.dk',
      access: hub.issue(peerId),
      stream: stream ?? (await media()),
      renewAccess: async () => hub.issue(peerId),
    });
    rooms.push(room);
    return room;
  };

  const introduce = (left: VideoRoom, right: VideoRoom): void => {
    left.setPeers([{ participantId: 'right', peerId: 'zz' }]);
    right.setPeers([{ participantId: 'left', peerId: 'aa' }]);
  };

  beforeEach(() => {
    hub = new SignallingHub();
    connections = [];
    globalThis.WebSocket = hub.socketClass as unknown as typeof WebSocket;
    globalThis.RTCPeerConnection = class extends pageConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });

  afterEach(() => {
    for (const room of rooms.splice(0)) room.leave();
    for (const stream of streams.splice(0)) for (const track of stream.getTracks()) track.stop();
    globalThis.WebSocket = pageSocket;
    globalThis.RTCPeerConnection = pageConnection;
  });

  it('carries moving pictures both ways', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    const [seenLeft, seenRight] = await Promise.all([until(left, connected), until(right, connected)]);
    await Promise.all([frames(seenLeft.remotes[0]?.stream), frames(seenRight.remotes[0]?.stream)]);
    const offers = hub.forwarded.filter(({ type }) => type === 'OFFER');
    assert(offers.length === 1 && offers[0]?.src === 'zz', 'only the greater id calls');
  });

  it('asks for sound that survives losses, and limits the picture, in the browser’s own terms', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    await Promise.all([until(left, connected), until(right, connected)]);
    for (const connection of connections) {
      const { sdp = '' } = connection.remoteDescription ?? {};
      const opus = /^a=fmtp:.*useinbandfec=1.*$/m.exec(sdp)?.[0] ?? '';
      assert(
        opus.includes('usedtx=1') && opus.includes('maxplaybackrate=48000'),
        `Opus is asked for ${opus}`,
      );
      await limited(connection, 2_500_000);
    }
  });

  it('D15: tells the browser of no ICE server but the room’s', async () => {
    await enter('aa');
    const right = await enter('zz');
    right.setPeers([{ participantId: 'left', peerId: 'aa' }]);
    await until(right, ({ remotes }) => remotes.length === 1);
    const servers = connections.flatMap((one) => one.getConfiguration().iceServers ?? []);
    assert(servers.length === 0, `unexpected ICE servers ${JSON.stringify(servers)}`);
  });

  it('keeps the media while the signalling is lost, and comes back with a new ticket', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    const [before] = await Promise.all([until(left, connected), until(right, connected)]);
    const stream = before.remotes[0]?.stream;
    hub.dropAll();
    await until(left, ({ connection }) => connection === 'reconnecting');
    await frames(stream);
    assert(left.getState().remotes[0]?.connection === 'connected', 'media went on');
    await Promise.all([
      until(left, ({ connection }) => connection === 'connected'),
      until(right, ({ connection }) => connection === 'connected'),
    ]);
    assert(hub.opened === 4, `one new socket each, not ${hub.opened - 2}`);
    await frames(stream);
    assert(connections.length === 2, 'nothing was called anew');
  });

  it('rebuilds a connection that broke, and pictures move again', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    await Promise.all([until(left, connected), until(right, connected)]);
    const broken = Promise.all([until(left, allReconnecting), until(right, allReconnecting)]);
    connections[0]?.close();
    await broken;
    const [seenLeft, seenRight] = await Promise.all([until(left, connected), until(right, connected)]);
    await Promise.all([frames(seenLeft.remotes[0]?.stream), frames(seenRight.remotes[0]?.stream)]);
  });

  it('sends new tracks in place, without a new call', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    const [, seenRight] = await Promise.all([until(left, connected), until(right, connected)]);
    const old = streams[0];
    await left.setLocalStream(await media());
    for (const track of old?.getTracks() ?? []) track.stop();
    await frames(seenRight.remotes[0]?.stream);
    assert(hub.forwarded.filter(({ type }) => type === 'OFFER').length === 1, 'no new call');
  });

  it('shows the picture of the other to somebody without a camera, who can add one later', async () => {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    streams.push(sound);
    const [left, right] = [await enter('aa'), await enter('zz', sound)];
    introduce(left, right);
    const [seenLeft, seenRight] = await Promise.all([until(left, connected), until(right, connected)]);
    await frames(seenRight.remotes[0]?.stream);
    assert(seenLeft.remotes[0]?.stream?.getVideoTracks().length === 0, 'sound only');
    await right.setLocalStream(await media());
    const later = await until(left, (state) => (state.remotes[0]?.stream?.getVideoTracks().length ?? 0) > 0);
    await frames(later.remotes[0]?.stream);
  });

  it('never answers a stranger, and answers who turns out to be expected', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    right.setPeers([{ participantId: 'left', peerId: 'aa' }]);
    await until(right, ({ remotes }) => remotes.length === 1);
    hub.inject('aa', {
      type: 'OFFER',
      src: 'stranger',
      payload: { type: 'media', connectionId: 'mc_1', sdp: {} },
    });
    left.setPeers([{ participantId: 'right', peerId: 'zz' }]);
    await Promise.all([until(left, connected), until(right, connected)]);
    assert(!hub.forwarded.some(({ dst }) => dst === 'stranger'), 'the stranger heard nothing');
    assert(left.getState().remotes.length === 1, 'only the expected one is there');
  });

  it('removes everything on leave, and leaves the tracks to their owner', async () => {
    const [left, right] = [await enter('aa'), await enter('zz')];
    introduce(left, right);
    await Promise.all([until(left, connected), until(right, connected)]);
    left.leave();
    right.leave();
    assert(
      connections.every(({ connectionState }) => connectionState === 'closed'),
      'all connections closed',
    );
    assert(hub.present.length === 0, 'no socket left');
    assert(left.getState().connection === 'closed' && left.getState().remotes.length === 0, 'closed');
    assert(
      streams.every((stream) => stream.active),
      'tracks are the giver’s',
    );
  });

  it('gives way to a newer socket of the same participant instead of fighting it', async () => {
    const first = await enter('aa');
    await enter('aa');
    await until(first, ({ connection }) => connection === 'closed');
    assert(hub.opened === 2, 'no third socket');
  });

  for (const { title, run } of videoProviderContract)
    it(`contract: ${title}`, async () => {
      await run({
        provider: createPeerProvider(),
        issue: (peerId) => hub.issue(peerId),
        issueRefused: (peerId) => ({ ...hub.issue(peerId), ticket: 'used' }),
        stream: media,
      });
    });
});
