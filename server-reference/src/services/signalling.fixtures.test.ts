import { webIds } from '../adapters/web/web-ids.ts';
import { WebTickets } from '../adapters/web/web-tickets.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { RoomMember, RoomMembers } from '../ports/room-members.ts';
import type { TicketGrant } from '../ports/tickets.ts';
import { Signalling } from './signalling.ts';
import type { SignalIncident, SignalSocket, SignalTimers } from './signalling-types.ts';

/** Time that stands still until told. */
export class ManualTimers implements SignalTimers {
  #now = 0;
  readonly #timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** The same time as the rest of the server sees it. */
  get clock(): ServerClock {
    return {
      now: () => new Date(Date.UTC(2026, 10, 22) + this.#now).toISOString(),
      after: (milliseconds, task) => this.after(milliseconds, task),
      every: () => () => undefined,
    };
  }

  get pending(): number {
    return this.#timers.size;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers])
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.run();
  }
}

/** Rooms in memory, with everything signalling said about them. */
export class FakeRooms implements RoomMembers {
  readonly rooms = new Map<string, RoomMember[]>();
  readonly reports: string[] = [];
  questions = 0;
  failing = false;
  readonly #closed = new Set<(roomId: string) => void>();
  readonly #changed = new Set<(roomId: string) => void>();

  async isOpen(grant: TicketGrant): Promise<boolean> {
    this.#failWhenTold();
    return this.#membersOf(grant.roomId).some((member) => member.participantId === grant.participantId);
  }

  async peers(roomId: string): Promise<readonly RoomMember[]> {
    this.questions += 1;
    this.#failWhenTold();
    return [...this.#membersOf(roomId)];
  }

  async connected(grant: TicketGrant): Promise<void> {
    this.#failWhenTold();
    this.reports.push(`+${grant.participantId}`);
  }

  async disconnected(grant: TicketGrant): Promise<void> {
    this.reports.push(`-${grant.participantId}`);
  }

  onRoomClosed(listener: (roomId: string) => void): () => void {
    this.#closed.add(listener);
    return () => this.#closed.delete(listener);
  }

  onRoomChanged(listener: (roomId: string) => void): () => void {
    this.#changed.add(listener);
    return () => this.#changed.delete(listener);
  }

  get listeners(): number {
    return this.#closed.size + this.#changed.size;
  }

  set(roomId: string, members: RoomMember[]): void {
    this.rooms.set(roomId, members);
    for (const listener of this.#changed) listener(roomId);
  }

  close(roomId: string): void {
    this.rooms.delete(roomId);
    for (const listener of this.#closed) listener(roomId);
  }

  #membersOf(roomId: string): RoomMember[] {
    return this.rooms.get(roomId) ?? [];
  }

  #failWhenTold(): void {
    if (this.failing) throw new Error('The store is down.');
  }
}

/** A socket that remembers what it was sent. */
export class FakeSocket implements SignalSocket {
  bufferedAmount = 0;
  readonly frames: unknown[] = [];
  closed: number | undefined;

  send(text: string): void {
    this.frames.push(JSON.parse(text));
  }

  close(code: number): void {
    this.closed = code;
  }

  ofType(type: string): unknown[] {
    return this.frames.filter((frame) => (frame as { type: string }).type === type);
  }
}

const sessionIds = ['session'];

/** Two rooms: doctor and citizen in one with somebody at the door, a stranger in the other. */
export const people = {
  doctor: { participantId: 'p-doctor', peerId: 'peer-doctor', admitted: true, roomId: 'room-1', sessionIds },
  citizen: {
    participantId: 'p-citizen',
    peerId: 'peer-citizen',
    admitted: true,
    roomId: 'room-1',
    sessionIds,
  },
  atTheDoor: { participantId: 'p-door', peerId: 'peer-door', admitted: false, roomId: 'room-1', sessionIds },
  stranger: {
    participantId: 'p-stranger',
    peerId: 'peer-stranger',
    admitted: true,
    roomId: 'room-2',
    sessionIds,
  },
} as const;

/** Whose ticket. */
export type Person = keyof typeof people;

/** The grant of one of the {@link people}. */
export const grantOf = (person: Person): TicketGrant => {
  const { participantId, peerId, roomId } = people[person];
  return {
    visitId: `visit-${roomId}`,
    clinicId: 'clinic-1',
    roomId,
    participantId,
    peerId,
    principalId: `principal-${participantId}`,
    sessionId: 'session',
  };
};

/** Signalling over fakes, with both rooms open. */
export class Rig {
  readonly timers = new ManualTimers();
  readonly members = new FakeRooms();
  readonly incidents: SignalIncident[] = [];
  readonly tickets = new WebTickets(this.timers.clock, webIds);
  readonly signalling = new Signalling({
    tickets: this.tickets,
    members: this.members,
    timers: this.timers,
    observe: (incident) => this.incidents.push(incident),
  });

  constructor() {
    for (const { roomId, ...member } of Object.values(people))
      this.members.rooms.set(roomId, [...(this.members.rooms.get(roomId) ?? []), member]);
  }

  /** Lets one of the people in. */
  async enter(person: Person) {
    const socket = new FakeSocket();
    const connection = this.signalling.accept(grantOf(person), socket);
    await settled();
    return {
      socket,
      connection,
      say: async (message: unknown) => {
        connection.receive(typeof message === 'string' ? message : JSON.stringify(message));
        await settled();
      },
    };
  }
}

/** After everything that was already under way in memory. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':');

/** A session description like Chromium's, one line per entry. */
export const sdpLines: readonly string[] = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  'a=msid-semantic: WMS stream',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=candidate:2999745851 1 udp 2122260223 192.0.2.7 56143 typ host generation 0 network-id 1',
  'a=ice-ufrag:Zx1y',
  'a=ice-pwd:asd88fgpdd777uzjYhagZg1x',
  `a=fingerprint:sha-256 ${FINGERPRINT}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=rtpmap:111 opus/48000/2',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 0.0.0.0',
  `a=fingerprint:sha-256 ${FINGERPRINT}`,
  'a=mid:1',
  'a=rtpmap:96 VP8/90000',
];

/** The lines as they travel. */
export const sdpOf = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

/** A sound session description. */
export const sdp = sdpOf(sdpLines);

/** A sound candidate. */
export const candidate =
  'candidate:842163049 1 udp 1677729535 192.0.2.7 46154 typ srflx raddr 0.0.0.0 rport 0';

/** What stock PeerJS sends to start a media call. */
export const offerTo = (dst: string): Record<string, unknown> => ({
  type: 'OFFER',
  dst,
  payload: { sdp: { type: 'offer', sdp }, type: 'media', connectionId: 'mc_1', metadata: { lang: 'da' } },
});

/** What stock PeerJS sends for each candidate. */
export const candidateTo = (dst: string, text: string = candidate): Record<string, unknown> => ({
  type: 'CANDIDATE',
  dst,
  payload: {
    candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'Zx1y' },
    type: 'media',
    connectionId: 'mc_1',
  },
});

/** The answer to what cannot be delivered. */
export const expire = (missing: string, sender: string): unknown => ({
  type: 'EXPIRE',
  src: missing,
  dst: sender,
});
