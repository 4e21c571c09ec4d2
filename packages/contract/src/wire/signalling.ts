/**
 * The signalling socket: PeerJS's wire format (peerjs 1.5), JSON text frames, under rules of our own.
 * A stock `peerjs` client connects with `path: '/v1/signal/'`, its issued id, and the ticket as `token`.
 */
export const signalPath = '/v1/signal/peerjs';

/** Where `peerjs` wants its `path` option to point: it appends `peerjs` itself. */
export const peerjsPath = '/v1/signal/';

/**
 * Answers a WebSocket from an allowed origin by opening it and closing it at once: a browser learns that sockets get
 * through, and nothing else. No ticket is asked for, and nothing is carried.
 */
export const reachPath = '/v1/signal/reach';

/** Types a client may send. All others close the socket. */
export const clientSignalTypes = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'HEARTBEAT'] as const;

/** A type a client may send. */
export type ClientSignalType = (typeof clientSignalTypes)[number];

/** Limits of the socket; beyond any of them it is closed. */
export const signalLimits = {
  frameBytes: 64 * 1024,
  jsonDepth: 8,
  messagesPerSecond: 50,
  bufferedBytes: 1024 * 1024,
  ticketSeconds: 30,
} as const;

/** WebSocket close codes (RFC 6455 § 7.4.2, private range) with what they mean. */
export const signalClose = {
  refused: 4401,
  displaced: 4409,
  tooFast: 4429,
  malformed: 4400,
  roomClosed: 4410,
} as const;
