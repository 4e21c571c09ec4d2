import {
  isOver,
  type ClinicStaff,
  type ClinicSummary,
  type ClinicVisit,
  type Invite,
  type Opening,
  type RoomAccess,
  type SequencedEvent,
  type Snapshot,
} from '@venterum/contract';
import { clinicWith } from './clinic-with.ts';
import { inOrder, mergeInvites, takenBy, withOver } from './clinic-lists.ts';
import { patched } from './patched.ts';
import type { QueueReady } from './queue-state.ts';

/** What a clinic's members know of its queue, from a snapshot and every event since. */
export class QueueList {
  readonly #me: ClinicStaff;
  readonly #visits = new Map<string, ClinicVisit>();
  /** How often each visit has been heard of: an answer asked for before an event is older than it. */
  readonly #heard = new Map<string, number>();
  /** Ways into rooms by room, as answered to this page's calls. */
  readonly #access = new Map<string, RoomAccess>();
  #over: readonly ClinicVisit[] = [];
  #invites: readonly Invite[] = [];
  #clinic: ClinicSummary | undefined;

  constructor(me: ClinicStaff) {
    this.#me = me;
  }

  /** `undefined` before the first snapshot. */
  view(): Omit<QueueReady, 'busy' | 'openingBusy'> | undefined {
    if (this.#clinic === undefined) return undefined;
    const current = this.#current();
    return {
      status: 'ready',
      me: this.#me,
      clinic: this.#clinic,
      visits: inOrder(this.#visits.values()),
      over: this.#over,
      invites: this.#invites,
      ...(current === undefined ? {} : { current }),
    };
  }

  /** Takes an event in and answers the ids of visits that went while nobody listened. */
  hear(event: SequencedEvent): readonly string[] {
    if (event.type === 'snapshot') return this.#hearSnapshot(event);
    if (event.type === 'visit' && event.visit.view === 'clinic') this.hearVisit(event.visit);
    if (event.type === 'invite') this.#invites = mergeInvites(this.#invites, [event.invite]);
    if (event.type === 'opening' && event.clinicId === this.#clinic?.id) this.hearOpening(event.opening);
    return [];
  }

  hearVisit(visit: ClinicVisit): void {
    this.#heard.set(visit.id, this.timesHeard(visit.id) + 1);
    if (isOver(visit.state)) {
      this.#visits.delete(visit.id);
      this.#over = withOver(this.#over, visit);
    } else this.#visits.set(visit.id, visit);
  }

  hearOpening(opening: Opening): void {
    if (this.#clinic !== undefined) this.#clinic = clinicWith(this.#clinic, opening);
  }

  keepAccess(access: RoomAccess): void {
    this.#access.set(access.roomId, access);
  }

  timesHeard(visitId: string): number {
    return this.#heard.get(visitId) ?? 0;
  }

  get(visitId: string): ClinicVisit | undefined {
    return this.#visits.get(visitId);
  }

  #hearSnapshot({ clinic, visits, invites }: Snapshot): readonly string[] {
    const gone = [...this.#visits.keys()].filter((known) => !visits.some(({ id }) => id === known));
    this.#visits.clear();
    for (const visit of visits) if (visit.view === 'clinic') this.hearVisit(visit);
    this.#clinic = clinic ?? this.#clinic;
    this.#invites = mergeInvites([], invites);
    return gone;
  }

  #current(): QueueReady['current'] {
    const mine = takenBy(this.#visits.values(), this.#me.id);
    const visit = mine.find(({ roomId }) => roomId !== undefined && this.#access.has(roomId)) ?? mine[0];
    if (visit === undefined) return undefined;
    return patched<NonNullable<QueueReady['current']>>(
      { visit },
      { access: this.#access.get(visit.roomId ?? '') },
    );
  }
}
