import type { RoomAccess } from '@venterum/contract';

/** Somebody else in the room who can be connected to. */
export interface RoomPeer {
  readonly participantId: string;
  readonly peerId: string;
  /** Their way to the room is gone: there is no calling them until it is back, while media may still come through. */
  readonly isAway?: boolean;
}

/** How well media comes through: `weak` is lossy or late, so that sound goes before picture. */
export type MediaQuality = 'good' | 'weak';

/** Where trouble most likely lies: the line here or there, or the device here that cannot keep up. */
export type TroubleCause = 'own-network' | 'their-network' | 'own-device';

/**
 * How much picture is sent on a line of this strength: sound always goes first. `full` lowers resolution before movement, `small`
 * holds what is the least for signs and lips (240 lines; EN 301 549, 6.5.2), `still` is a picture a second, `none` is sound alone.
 */
export type PictureStep = 'full' | 'small' | 'still' | 'none';

/** The media of one other participant. */
export interface RemoteMedia {
  readonly participantId: string;
  readonly stream?: MediaStream;
  readonly connection: 'connecting' | 'connected' | 'reconnecting';
  /** Once measured. */
  readonly quality?: MediaQuality;
  /** The likely cause of a weak or broken connection, when there is one to name. */
  readonly cause?: TroubleCause;
  /** How much picture goes to them; `full` unless the line is too weak for it. */
  readonly sends?: PictureStep;
  /** Whether a picture comes, while anything does: a camera that is switched off sends none. Once measured. */
  readonly hasPicture?: boolean;
  /** Whether any sound comes, be it only that of a quiet room. Once measured, where the browser tells. */
  readonly hasSound?: boolean;
  /** A picture comes, but hardly moves: the line bears no more. Once measured. */
  readonly isStill?: boolean;
  /** The picture has given way to the sound on a line too weak for both; it comes back by itself. */
  readonly isSoundOnly?: boolean;
  /** Sound louder than a quiet room's came just now. Once measured. */
  readonly isSpeaking?: boolean;
  /** There has been no way through for 20 s; trying goes on. */
  readonly isStuck?: boolean;
  /** Somebody between us changed the keys: nothing is sent or shown, however often it is tried (D10). */
  readonly isUnsafe?: boolean;
}

/** What a room is like now. */
export interface VideoRoomState {
  /** The way to the room itself, not to the others in it. */
  readonly connection: 'connecting' | 'connected' | 'reconnecting' | 'closed';
  readonly remotes: readonly RemoteMedia[];
}

/** A room somebody is in. */
export interface VideoRoom {
  getState(): VideoRoomState;
  /** Calls the listener after every change; the answer ends it. */
  subscribe(listener: (state: VideoRoomState) => void): () => void;
  /** Who is in the room now, as the server says; calls are made and dropped accordingly. */
  setPeers(peers: readonly RoomPeer[]): void;
  /** Sends these tracks from now on, in place, without a new call. */
  setLocalStream(stream: MediaStream): Promise<void>;
  /**
   * The fingerprints of both ends' keys, `algorithm value` as in SDP (RFC 8122), for people to compare as words (D11). Absent when
   * nobody of that id is connected, or the provider's media is not encrypted from end to end.
   */
  fingerprints?(participantId: string): readonly [own: string, theirs: string] | undefined;
  /** Leaves. The tracks are the giver's to stop. */
  leave(): void;
}

/** What a provider needs to enter a room. */
export interface JoinRoomOptions {
  /** Base address of the server. */
  readonly server: string;
  /** The first way in, when there is one already. */
  readonly access: RoomAccess;
  readonly stream: MediaStream;
  /** A new way in after the connection was lost: tickets open one socket once. Rejects when the room is closed to us. */
  readonly renewAccess: () => Promise<RoomAccess>;
}

/** Carries sound and picture between the participants of a room. The built-in one is `peer`. */
export interface VideoProvider {
  /** Matches {@link RoomAccess.provider}. */
  readonly name: string;
  /** Enters a room. Rejects with the reason when the first connection fails. */
  join(options: JoinRoomOptions): Promise<VideoRoom>;
}

/** Loads a provider's code; called while somebody waits, so that being called costs no download. */
export type VideoProviderLoader = () => Promise<VideoProvider>;
