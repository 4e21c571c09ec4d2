import type { Instant, Participant, Stage, VisitOutcome, VisitView } from '@venterum/contract';
import type { RemoteMedia, TroubleCause } from '../video/video-provider.ts';
import type { Failure } from './failure.ts';

/** Somebody else in the room, as seen from here: their media, once any arrives, and who they are. */
export interface RemoteParticipant extends Omit<RemoteMedia, 'participantId' | 'connection'> {
  readonly participant: Participant;
  readonly connection: 'absent' | RemoteMedia['connection'];
  /**
   * Three Danish words to read aloud after `compare-words`: the same at both ends, unless somebody sits between (D11). Absent
   * until asked for, and where the provider has none.
   */
  readonly safetyWords?: readonly string[];
}

/** Where the call is. */
export type CallStatus =
  /** Loading the video code and the devices. */
  | 'preparing'
  /** Not let in, or sent out again: no media and nobody's presence until somebody opens. Enters by itself then. */
  | 'at-the-door'
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
  /** The own screen goes out instead of the camera. */
  readonly sharing: boolean;
  /**
   * Camera or microphone were taken away while on, as a phone call or a lost permission does: `resume` brings them back. The same
   * command wakes sound that the browser holds back.
   */
  readonly interrupted: boolean;
  readonly remotes: readonly RemoteParticipant[];
  /** Not yet let in; shown to the clinician. */
  readonly atTheDoor: readonly Participant[];
  /** While `reconnecting`: what is most likely the matter. */
  readonly cause?: TroubleCause;
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
  /** The clinician's: back to the door. */
  | { readonly type: 'dismiss'; readonly participantId: string }
  /** Whom everybody sees first (`visit.stage`); nobody when left out. The clinician's, and of who signs for themselves. */
  | { readonly type: 'stage'; readonly stage?: Stage }
  /** Asks for a screen and sends it instead of the camera, or goes back. Ends by itself when the browser's own button is used. */
  | { readonly type: 'share-screen'; readonly on: boolean }
  /** Brings sound and picture back after an interruption: one tap. */
  | { readonly type: 'resume' }
  /** Fills in `safetyWords` of everybody connected, or takes them away. */
  | { readonly type: 'compare-words'; readonly on: boolean }
  /** The clinician's: ends the visit for everybody. */
  | { readonly type: 'end'; readonly outcome: VisitOutcome }
  /** Leaves the room; the clinician's leaving does not end the visit. */
  | { readonly type: 'hang-up' }
  | { readonly type: 'retry' };
