import type { ParticipantId } from '../domain/participant.ts';
import type { RoomId } from '../domain/visit.ts';

/** An ICE server as `RTCPeerConnection` takes it (W3C WebRTC `RTCIceServer`). */
export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** What one participant needs to enter one room once. */
export interface RoomAccess {
  readonly roomId: RoomId;
  readonly participantId: ParticipantId;
  /** Which video provider serves the room; `peer` is the built-in one. */
  readonly provider: string;
  /** Opens one signalling socket, once, within 30 s. */
  readonly ticket: string;
  /** The id issued for this participant in this room. */
  readonly peerId: string;
  /** Path of the signalling socket on the server, e.g. `/v1/signal/peerjs`. */
  readonly signalPath: string;
  readonly iceServers: readonly IceServer[];
  /** For so many seconds their credentials open anything, where they end: a call that goes on longer asks for new ones before. */
  readonly iceSeconds?: number;
  /** `relay`: no own address leaves. */
  readonly icePolicy: 'all' | 'relay';
}
