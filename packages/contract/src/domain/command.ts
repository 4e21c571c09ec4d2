import type { Instant } from './instant.ts';
import type { ClinicRole, PrincipalId } from './principal.ts';
import type { Participant, ParticipantId } from './participant.ts';
import type { RoomId, Stage, VisitMove, VisitOutcome } from './visit.ts';

/** A clinician as named in a claim. */
export interface Clinician {
  readonly id: PrincipalId;
  readonly name: string;
  readonly role: ClinicRole;
}

/** Everything that can be asked of a visit after it exists. Who may ask is the server's policy, not the table's. */
export type VisitCommand =
  /** The first guest came: from `invited` into the queue. From then on the visit is theirs, whoever it was made for. */
  | {
      readonly type: 'redeem';
      readonly by: PrincipalId;
      readonly as: ParticipantId;
      readonly name?: string;
    }
  /** A clinician takes the visit and opens a room for it. */
  | { readonly type: 'call'; readonly by: Clinician; readonly roomId: RoomId; readonly as: Participant }
  /** Somebody on the joining side opened the room. */
  | { readonly type: 'answer'; readonly participantId: ParticipantId }
  /** The caller lets go. */
  | { readonly type: 'release'; readonly by: PrincipalId }
  /** Nobody answered in time. */
  | { readonly type: 'fall-back' }
  /** The claim goes to a colleague, who takes the caller's part in the room. */
  | {
      readonly type: 'handover';
      readonly by: PrincipalId;
      readonly to: Clinician;
      readonly as: Participant;
    }
  /** One more person may come in. */
  | { readonly type: 'admit'; readonly participantId: ParticipantId }
  /** Somebody goes back to the door: no media, nobody's presence, until let in again. */
  | { readonly type: 'dismiss'; readonly participantId: ParticipantId }
  /** Somebody is shown first from now on; nobody when left out. */
  | { readonly type: 'stage'; readonly stage?: Stage }
  /** One more person is invited or present. */
  | { readonly type: 'add'; readonly participant: Participant }
  /** A participant's signalling socket opened or closed. */
  | { readonly type: 'connect'; readonly participantId: ParticipantId; readonly peerId?: string }
  /** The joiner's page is there, or is not. */
  | { readonly type: 'presence'; readonly presence: 'online' | 'away' }
  /** The joiner gives up the place, or goes from a consultation that no clinician is in. */
  | { readonly type: 'leave' }
  /** The clinic takes somebody out, of the queue or of a consultation. */
  | { readonly type: 'remove'; readonly message?: string; readonly movedTo?: VisitMove }
  /** Whoever it was made for was somebody else: it is kept, with its place in no queue, for whoever is invited next. */
  | { readonly type: 'vacate' }
  /** The clinic's words to somebody who waits; the latest count. */
  | { readonly type: 'message'; readonly message: string }
  /** Away too long, or never came. */
  | { readonly type: 'expire' }
  /** The clinician ends the consultation. `at`: since when nobody was in it any more; now when left out. */
  | { readonly type: 'end'; readonly outcome: VisitOutcome; readonly at?: Instant | undefined };

/** The names of all commands. */
export type VisitCommandType = VisitCommand['type'];
