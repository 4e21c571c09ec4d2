import type { ParticipantId, RoomId } from '@venterum/contract';
import type { TicketGrant } from './tickets.ts';

/** One participant of a room, as signalling needs to know them. */
export interface RoomMember {
  readonly participantId: ParticipantId;
  readonly peerId: string;
  readonly admitted: boolean;
  /** The sessions they are signed in with, and those that went on as one of them. */
  readonly sessionIds: readonly string[];
}

/** Takes a listener away again. */
export type Unsubscribe = () => void;

/** Who may speak with whom: what signalling asks the rooms, and tells them. */
export interface RoomMembers {
  /** Whether the room is open and the participant still belongs to it. */
  isOpen(grant: TicketGrant): Promise<boolean>;
  /** Everybody of an open room; none of a closed one. */
  peers(roomId: RoomId): Promise<readonly RoomMember[]>;
  /** The participant's socket is open. Told again when a second socket takes over. */
  connected(grant: TicketGrant): Promise<void>;
  /** The participant's last socket is gone. */
  disconnected(grant: TicketGrant): Promise<void>;
  /** Told once per room, after it was closed for good. */
  onRoomClosed(listener: (roomId: RoomId) => void): Unsubscribe;
  /** Told after somebody was admitted to the room, removed from it, or got a new peer id. */
  onRoomChanged(listener: (roomId: RoomId) => void): Unsubscribe;
}
