/** How the way to the server is. */
export type NetworkStatus =
  /** Nobody has asked yet. */
  | 'unknown'
  | 'checking'
  | 'good'
  /** It gets through, but takes long: sound and picture will stutter. */
  | 'slow'
  /** The device itself says that it has no network. */
  | 'no-network'
  /** There is a network, and the server does not answer. */
  | 'no-server'
  /** The server answers, and something on the way stops WebSockets: no call can be set up. */
  | 'no-socket';

/** State of the network check. */
export interface NetworkState {
  readonly status: NetworkStatus;
  /** From asking the server to its answer, in whole milliseconds; once `good` or `slow`. */
  readonly roundTripMilliseconds?: number;
}

/** What can be asked of the network check. */
export interface NetworkCommand {
  readonly type: 'check';
}
