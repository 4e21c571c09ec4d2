import { Peer } from 'peerjs';
import { systemClock, type Clock } from '../../clock.ts';
import { systemRandom } from '../../random-id.ts';
import type { JoinRoomOptions, VideoProvider, VideoRoom } from '../video-provider.ts';
import { peerOptions } from './peer-options.ts';
import { PeerRoom } from './peer-room.ts';

/** What a peer provider can be given instead of the browser's own. */
export interface PeerProviderOptions {
  /** Default: the browser's time. */
  readonly clock?: Clock;
  /** From 0 up to 1. Default: the browser's own. */
  readonly random?: () => number;
}

/** The built-in provider: sound and picture go straight between the participants (PeerJS, full mesh up to six). */
export const createPeerProvider = ({
  clock = systemClock,
  random = systemRandom,
}: PeerProviderOptions = {}): VideoProvider => ({
  name: 'peer',
  join: async ({ server, access, stream, renewAccess }: JoinRoomOptions): Promise<VideoRoom> => {
    const room = new PeerRoom({
      access,
      stream,
      renewAccess,
      clock,
      random,
      createEngine: (issued) => new Peer(issued.peerId, peerOptions(server, issued)),
    });
    await room.open();
    return room;
  },
});
