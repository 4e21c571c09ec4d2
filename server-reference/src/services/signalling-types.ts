import type { RoomMembers } from '../ports/room-members.ts';
import type { Tickets } from '../ports/tickets.ts';

/** The server's end of one socket, as signalling uses it. */
export interface SignalSocket {
  send(text: string): void;
  /** Says why and is gone within a second, whether the other end answers or not. */
  close(code: number, reason: string): void;
  /** Bytes accepted by `send` that the network has not taken yet. */
  readonly bufferedAmount: number;
}

/** Time, in milliseconds. */
export interface SignalTimers {
  now(): number;
  /** Runs once, later; answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** What can be counted about signalling. Carries no ids and no content. */
export type SignalIncident =
  | 'opened'
  | 'refused'
  | 'displaced'
  | 'too-fast'
  | 'malformed'
  | 'slow-consumer'
  | 'room-closed'
  | 'undeliverable'
  | 'unavailable';

/** What signalling needs of the world. */
export interface SignallingPorts {
  readonly tickets: Tickets;
  readonly members: RoomMembers;
  readonly timers: SignalTimers;
  /** Told about each incident, for metrics. */
  readonly observe?: (incident: SignalIncident) => void;
}

/** WebSocket close codes of RFC 6455 § 7.4.1 used beside the contract's own. */
export const standardClose = {
  normal: 1000,
  goingAway: 1001,
  policyViolation: 1008,
  tryAgainLater: 1013,
} as const;
