import { type RoomId, signalClose } from '@venterum/contract';
import type { RoomMember, Unsubscribe } from '../ports/room-members.ts';
import type { TicketGrant } from '../ports/tickets.ts';
import { type ConnectionOwner, SignalConnection } from './signalling-connection.ts';
import { type ClientMessage, expireFrame, openFrame, relayedFrame } from './signalling-messages.ts';
import { PresenceReports } from './signalling-presence.ts';
import { RoomCache } from './signalling-rooms.ts';
import {
  type SignalIncident,
  type SignallingPorts,
  type SignalSocket,
  standardClose,
} from './signalling-types.ts';
import { type HeldFrame, WaitingFrames } from './signalling-waiting.ts';

/** What a browser asks for on connecting. */
export interface SignalRequest {
  readonly peerId: string;
  readonly ticket: string;
}

const incidentOfClose: ReadonlyMap<number, SignalIncident> = new Map([
  [signalClose.displaced, 'displaced'],
  [signalClose.tooFast, 'too-fast'],
  [signalClose.malformed, 'malformed'],
  [signalClose.roomClosed, 'room-closed'],
  [signalClose.refused, 'refused'],
  [standardClose.policyViolation, 'slow-consumer'],
]);

/** The admitted other member with this peer id, when both may speak. */
const reachable = (
  members: readonly RoomMember[],
  from: TicketGrant,
  dst: string,
): RoomMember | undefined => {
  const isSender = (member: RoomMember): boolean =>
    member.participantId === from.participantId && member.peerId === from.peerId;
  if (dst === from.peerId || !members.some((member) => member.admitted && isSender(member))) return undefined;
  return members.find((member) => member.admitted && member.peerId === dst);
};

/**
 * Carries the messages that set up a call between the admitted members of one open room, and nothing else.
 * PeerJS's wire format; every decision is the server's: who one is, whom one reaches, and for how long.
 */
export class Signalling {
  readonly #ports: SignallingPorts;
  readonly #rooms: RoomCache;
  readonly #presence: PresenceReports;
  readonly #waiting: WaitingFrames;
  readonly #byPeer = new Map<string, SignalConnection>();
  readonly #byRoom = new Map<RoomId, Set<SignalConnection>>();
  readonly #subscriptions: readonly Unsubscribe[];
  readonly #owner: ConnectionOwner;

  constructor(ports: SignallingPorts) {
    this.#ports = ports;
    this.#rooms = new RoomCache(ports.members, () => ports.timers.now());
    this.#presence = new PresenceReports(ports.members);
    this.#waiting = new WaitingFrames(ports.timers, (frame) => {
      this.#sayUndeliverable(frame.src, frame.dst);
    });
    this.#owner = {
      now: () => ports.timers.now(),
      deliver: (from, message) => this.#deliver(from, message),
      ended: (connection, code) => {
        this.#ended(connection, code);
      },
    };
    this.#subscriptions = [
      ports.members.onRoomClosed((roomId) => {
        this.#roomClosed(roomId);
      }),
      ports.members.onRoomChanged((roomId) => {
        void this.#roomChanged(roomId);
      }),
    ];
  }

  /** How many sockets are open. */
  get size(): number {
    return this.#byPeer.size;
  }

  /**
   * Whether a browser may connect, asked before the upgrade. Uses the ticket up, also when the answer is no.
   * Rejects when the ticket or the room cannot be looked up.
   */
  async admit(request: SignalRequest): Promise<TicketGrant | undefined> {
    const grant = await this.#ports.tickets.redeem(request.ticket);
    if (grant?.peerId === request.peerId && (await this.#ports.members.isOpen(grant))) return grant;
    this.#observe('refused');
    return undefined;
  }

  /** Takes an upgraded socket over. An older socket of the same participant is closed. */
  accept(grant: TicketGrant, socket: SignalSocket): SignalConnection {
    const connection = new SignalConnection(grant, socket, this.#owner);
    const older = this.#byPeer.get(grant.peerId);
    this.#byPeer.set(grant.peerId, connection);
    this.#roomOf(grant.roomId).add(connection);
    older?.close(signalClose.displaced, 'opened elsewhere');
    this.#observe('opened');
    connection.send(openFrame);
    void this.#settle(connection, older !== undefined);
    return connection;
  }

  /** Closes everything; the server is going down. Resolves when the rooms know. */
  async stop(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    for (const connection of [...this.#byPeer.values()])
      connection.close(standardClose.goingAway, 'server is stopping');
    await this.#presence.settled();
  }

  /** The room may have closed between the check and now. If not, presence is told and what waited is handed out. */
  async #settle(connection: SignalConnection, hasDisplaced: boolean): Promise<void> {
    try {
      if (!(await this.#ports.members.isOpen(connection.grant))) {
        connection.close(signalClose.roomClosed, 'room closed');
        return;
      }
      if (!connection.live) return;
      if (hasDisplaced) await this.#sayMissed(connection);
      await Promise.all([this.#presence.connected(connection.grant), this.#handOut(connection)]);
    } catch {
      this.#observe('unavailable');
      connection.close(standardClose.tryAgainLater, 'try again');
    }
  }

  /** What went into a socket that had to be displaced went nowhere: the others in the room are told, as if it had been refused. */
  async #sayMissed({ grant: { roomId, peerId } }: SignalConnection): Promise<void> {
    const members = (await this.#rooms.members(roomId)) ?? [];
    for (const { grant } of this.#byRoom.get(roomId) ?? [])
      if (reachable(members, grant, peerId) !== undefined) this.#sayUndeliverable(grant.peerId, peerId);
  }

  async #handOut(connection: SignalConnection): Promise<void> {
    const { roomId, peerId, participantId } = connection.grant;
    if (!this.#waiting.has(peerId)) return;
    const members = (await this.#rooms.members(roomId)) ?? [];
    const mayGo = (frame: HeldFrame): boolean =>
      [frame.src, peerId].every((id) => members.some((member) => member.admitted && member.peerId === id));
    for (const frame of this.#waiting.take({ roomId, dst: peerId, participantId }))
      if (mayGo(frame)) connection.send(frame.frame);
      else this.#sayUndeliverable(frame.src, peerId);
  }

  async #deliver(from: SignalConnection, message: ClientMessage): Promise<void> {
    const { roomId, peerId } = from.grant;
    const dst = message.dst ?? '';
    const receiver = reachable((await this.#rooms.members(roomId)) ?? [], from.grant, dst);
    if (!from.live) return;
    const frame = relayedFrame(message, peerId);
    const delivered =
      receiver !== undefined &&
      this.#pass({ roomId, src: peerId, dst, participantId: receiver.participantId, frame });
    if (!delivered) this.#sayUndeliverable(peerId, dst);
  }

  #pass(frame: HeldFrame): boolean {
    const target = this.#byPeer.get(frame.dst);
    // What came first goes first: nothing overtakes frames that still wait to be handed out.
    if (target === undefined || this.#waiting.has(frame.dst)) return this.#waiting.hold(frame);
    if (target.grant.roomId !== frame.roomId || target.grant.participantId !== frame.participantId)
      return false;
    target.send(frame.frame);
    return true;
  }

  #sayUndeliverable(sender: string, missing: string): void {
    this.#observe('undeliverable');
    this.#byPeer.get(sender)?.send(expireFrame(missing, sender));
  }

  #ended(connection: SignalConnection, code: number): void {
    const { peerId, roomId } = connection.grant;
    const incident = incidentOfClose.get(code);
    if (incident !== undefined) this.#observe(incident);
    const room = this.#byRoom.get(roomId);
    room?.delete(connection);
    if (room?.size === 0) {
      this.#byRoom.delete(roomId);
      this.#rooms.invalidate(roomId);
    }
    if (this.#byPeer.get(peerId) !== connection) return;
    this.#byPeer.delete(peerId);
    this.#presence.disconnected(connection.grant).catch(() => {
      this.#observe('unavailable');
    });
  }

  #roomClosed(roomId: RoomId): void {
    this.#rooms.invalidate(roomId);
    this.#waiting.dropRoom(roomId);
    for (const connection of [...(this.#byRoom.get(roomId) ?? [])])
      connection.close(signalClose.roomClosed, 'room closed');
  }

  /** Whoever is no longer in the room loses the socket; whoever is not yet admitted keeps it and reaches nobody. */
  async #roomChanged(roomId: RoomId): Promise<void> {
    this.#rooms.invalidate(roomId);
    if (!this.#byRoom.has(roomId)) return;
    const members = await this.#rooms.members(roomId);
    if (members === undefined) return;
    const belongs = (grant: TicketGrant): boolean =>
      members.some(
        ({ participantId, peerId, sessionIds }) =>
          participantId === grant.participantId &&
          peerId === grant.peerId &&
          sessionIds.includes(grant.sessionId),
      );
    for (const connection of [...(this.#byRoom.get(roomId) ?? [])])
      if (!belongs(connection.grant)) connection.close(signalClose.refused, 'no longer in this room');
  }

  #roomOf(roomId: RoomId): Set<SignalConnection> {
    const known = this.#byRoom.get(roomId);
    if (known !== undefined) return known;
    const room = new Set<SignalConnection>();
    this.#byRoom.set(roomId, room);
    return room;
  }

  #observe(incident: SignalIncident): void {
    this.#ports.observe?.(incident);
  }
}
