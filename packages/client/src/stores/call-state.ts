import type { Instant, Participant, VisitOutcome, VisitView } from '@venterum/contract';
import type { MediaQuality } from '../video/video-provider.ts';
import type { Failure } from './failure.ts';

/** Somebody else in the room, as seen from here. */
export interface RemoteParticipant {
  readonly participant: Participant;
  /** Sound and picture, once they arrive. */
  readonly stream?: MediaStream;
  readonly connection: 'absent' | 'connecting' | 'connected' | 'reconnecting';
  /** Once measured. */
  readonly quality?: MediaQuality;
  /** Whether a picture comes; once measured. */
  readonly hasPicture?: boolean;
  /** Whether any sound comes, be it only that of a quiet room; once measured, where the browser tells. */
  readonly hasSound?: boolean;
  /** There has been no way through for 20 s; trying goes on. */
  readonly isStuck?: boolean;
}

/** Where the call is. */
export type CallStatus =
  /** Loading the video code and the devices. */
  | 'preparing'
  | 'connecting'
  /** In the room, nobody else is. */
  | 'alone'
  | 'connected'
  /** Own network or the signalling is gone; coming back by itself. */
  | 'reconnecting'
  | 'ended'
  | 'failed';

/** State of a call in one room. */
export interface CallState {
  readonly status: CallStatus;
  readonly visit: VisitView;
  /** The reader's own participant. */
  readonly me?: Participant;
  readonly local?: MediaStream;
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly remotes: readonly RemoteParticipant[];
  /** Not yet let in; shown to the clinician. */
  readonly atTheDoor: readonly Participant[];
  /** When the first other participant was seen or heard. */
  readonly connectedAt?: Instant;
  /** A request of the reader's is under way. */
  readonly busy: boolean;
  readonly failure?: Failure;
}

/** What somebody in a call can ask for. */
export type CallCommand =
  | { readonly type: 'set-muted'; readonly muted: boolean }
  | { readonly type: 'set-camera-off'; readonly cameraOff: boolean }
  | { readonly type: 'use-camera'; readonly deviceId: string }
  | { readonly type: 'use-microphone'; readonly deviceId: string }
  | { readonly type: 'admit'; readonly participantId: string }
  /** The clinician's: ends the visit for everybody. */
  | { readonly type: 'end'; readonly outcome: VisitOutcome }
  /** Leaves the room; the clinician's leaving does not end the visit. */
  | { readonly type: 'hang-up' }
  | { readonly type: 'retry' };
