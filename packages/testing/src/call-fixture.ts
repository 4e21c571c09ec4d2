import {
  ProblemError,
  type Clock,
  type EventListenerSet,
  type EventScope,
  type VenterumClient,
} from '@venterum/client';
import type {
  ClinicVisit,
  JoinerVisit,
  Participant,
  ProblemCode,
  RoomAccess,
  StreamEvent,
  VisitFields,
  VisitView,
} from '@venterum/contract';

/** The doctor. */
export const doctor: Participant = {
  id: 'p-doctor',
  role: 'clinician',
  name: 'Læge Test Lund',
  present: 'device',
  admitted: true,
};
/** The care worker with the tablet, who joined. */
export const careWorker: Participant = {
  id: 'p-care',
  role: 'care-staff',
  name: 'Sosu Test Holm',
  present: 'device',
  admitted: true,
};
/** The citizen beside the care worker (an official test person). */
export const citizen: Participant = {
  id: 'p-citizen',
  role: 'citizen',
  name: 'Nancy Ann Berggren',
  present: 'in-the-room',
  admitted: true,
};
/** A relative elsewhere, not let in yet (an official test person). */
export const relativeAtTheDoor: Participant = {
  id: 'p-relative',
  role: 'relative',
  name: 'Bruno Elmer',
  present: 'device',
  admitted: false,
};

/** The participant with an open signalling socket. */
export const inRoom = (participant: Participant, peerId: string): Participant => ({ ...participant, peerId });

const fields: VisitFields = {
  id: 'visit-1',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'in-consultation',
  arrivedAt: '2026-11-22T13:00:00.000Z',
  presence: 'online',
  participants: [careWorker, citizen, doctor],
  roomId: 'room-1',
  startedAt: '2026-11-22T13:10:00.000Z',
};

/** The visit as the care worker sees it. */
export const joinerVisit = (patch: Partial<JoinerVisit> = {}): JoinerVisit => ({
  ...fields,
  view: 'joiner',
  clinic: {
    id: 'clinic-1',
    ydernummer: '012345',
    name: 'Lægerne Test Torv',
    address: 'Torvet 1, 8000 Aarhus C',
    open: true,
  },
  me: careWorker.id,
  clinician: { name: 'Læge Test Lund', role: 'doctor' },
  ...patch,
});

/** The visit as the clinic sees it. */
export const clinicVisit = (patch: Partial<ClinicVisit> = {}): ClinicVisit => ({
  ...fields,
  view: 'clinic',
  clinicId: 'clinic-1',
  citizen: { name: 'Nancy Ann Berggren' },
  consented: true,
  claim: { by: 'principal-doctor', name: 'Læge Test Lund', role: 'doctor', at: '2026-11-22T13:10:00.000Z' },
  clinicianParticipant: doctor.id,
  ...patch,
});

/** A way into the room for one of them. */
export const accessFor = (participantId: string): RoomAccess => ({
  roomId: 'room-1',
  participantId,
  provider: 'peer',
  ticket: 'ticket',
  peerId: `peer-of-${participantId}`,
  signalPath: '/v1/signal/peerjs',
  iceServers: [],
  icePolicy: 'all',
});

/** A request that was made. */
export interface SentRequest {
  readonly name: string;
  readonly id?: string;
  readonly body?: unknown;
}

/** What a request is answered with; a code refuses it. */
export type FakeAnswer = VisitView | RoomAccess | ProblemCode | 'offline';

/** As much of a client as a call needs: answers that a test sets, events that a test pushes, time that a test moves. */
export class FakeCallClient {
  readonly server = 'https://video.example.dk';
  readonly requests: SentRequest[] = [];
  /** By route name; a function is asked at every request. */
  readonly answers = new Map<string, FakeAnswer | (() => FakeAnswer)>();
  readonly scopes: (EventScope | undefined)[] = [];
  readonly clock: Clock;
  readonly support = undefined;
  /** Whoever is signed in; `signOut` ends it in this page. */
  readonly session = {
    subscribe: (listener: (state: { readonly status: 'signed-out' }) => void): (() => void) => {
      this.#followers.add(listener);
      return () => this.#followers.delete(listener);
    },
    signOut: (): void => {
      for (const follower of [...this.#followers]) follower({ status: 'signed-out' });
    },
  };
  #seq = 0;
  readonly #followers = new Set<(state: { readonly status: 'signed-out' }) => void>();
  readonly #listeners = new Set<EventListenerSet>();
  #timers: { readonly milliseconds: number; readonly run: () => void }[] = [];

  constructor() {
    this.clock = {
      now: () => Date.parse('2026-11-22T13:12:00.000Z'),
      after: (milliseconds, run) => {
        const timer = { milliseconds, run };
        this.#timers.push(timer);
        return () => (this.#timers = this.#timers.filter((one) => one !== timer));
      },
    };
  }

  /** Itself, as stores and elements take it. */
  get asClient(): VenterumClient {
    return this as unknown as VenterumClient;
  }

  /** How many hear the events. */
  get listeners(): number {
    return this.#listeners.size;
  }

  async request(
    name: string,
    options: { readonly id?: string; readonly body?: unknown } = {},
  ): Promise<unknown> {
    const { id, body } = options;
    this.requests.push({
      name,
      ...(id === undefined ? {} : { id }),
      ...(body === undefined ? {} : { body }),
    });
    const set = this.answers.get(name) ?? 'internal';
    const answer = typeof set === 'function' ? set() : set;
    if (typeof answer === 'string') throw new ProblemError(answer);
    return answer;
  }

  events(scope?: EventScope): { listen: (listener: EventListenerSet) => () => void } {
    this.scopes.push(scope);
    return {
      listen: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  /** Pushes an event as the server would. */
  push(event: StreamEvent): void {
    this.#seq += 1;
    for (const listener of [...this.#listeners]) listener.event({ ...event, seq: this.#seq });
  }

  /** How long the shortest waiting was to be, in milliseconds; `undefined` when nothing waits. */
  get nextTimer(): number | undefined {
    return this.#timers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)[0];
  }

  /** Lets all waiting come to its end. */
  elapse(): void {
    for (const { run } of this.#timers.splice(0)) run();
  }
}
