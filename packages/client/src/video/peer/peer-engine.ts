import type { CallOption, MediaConnection, Peer } from 'peerjs';
import type { RoomAccess } from '@venterum/contract';

/** One call between two peers, as PeerJS has it. */
export type PeerCall = Pick<MediaConnection, 'peer' | 'answer' | 'close'> & {
  /** PeerJS takes it away when the call is closed. */
  readonly peerConnection: RTCPeerConnection | null;
  on(event: 'stream', listener: (stream: MediaStream) => void): unknown;
  on(event: 'close' | 'error', listener: () => void): unknown;
};

/** PeerJS passes these to `createOffer`: without them, who has no camera would not be sent a picture. */
export interface PeerCallOptions extends CallOption {
  readonly sdpTransform: (sdp: string) => string;
  readonly constraints: { readonly offerToReceiveAudio: boolean; readonly offerToReceiveVideo: boolean };
}

/** The part of a PeerJS `Peer` that is used; tests bring a fake. */
export interface PeerEngine extends Pick<
  Peer,
  'destroyed' | 'disconnected' | 'disconnect' | 'destroy' | 'reconnect'
> {
  readonly options: { token?: string; config?: RTCConfiguration };
  on(event: 'open' | 'disconnected' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'call', listener: (call: PeerCall) => void): unknown;
  on(event: 'connection', listener: (connection: { close(): void }) => void): unknown;
  /** `undefined` while the signalling socket is closed. */
  call(peerId: string, stream: MediaStream, options: PeerCallOptions): PeerCall | undefined;
}

/** Makes an engine that begins to connect at once. */
export type PeerEngineFactory = (access: RoomAccess) => PeerEngine;
