import { isOver, type Invite, type SequencedEvent, type Snapshot, type VisitView } from '@venterum/contract';
import { clinicWith } from '../stores/clinic-with.ts';

type Opened = Extract<SequencedEvent, { readonly type: 'opening' }>;

/** What a stream has told so far, as one snapshot for who listens later. By id: one event costs the same in a queue of 300. */
export class KnownQueue {
  readonly #visits: Map<string, VisitView>;
  readonly #invites: Map<string, Invite>;
  #clinic: Snapshot['clinic'];
  #seq: number;

  constructor({ visits, invites, clinic, seq }: Snapshot & { readonly seq: number }) {
    this.#visits = new Map(visits.map((visit) => [visit.id, visit]));
    this.#invites = new Map(invites.map((invite) => [invite.id, invite]));
    this.#clinic = clinic;
    this.#seq = seq;
  }

  snapshot(): Snapshot & { readonly seq: number } {
    return {
      type: 'snapshot',
      seq: this.#seq,
      ...(this.#clinic === undefined ? {} : { clinic: this.#clinic }),
      visits: [...this.#visits.values()],
      invites: [...this.#invites.values()],
    };
  }

  hear(event: SequencedEvent): void {
    this.#seq = event.seq;
    if (event.type === 'visit') this.#hearVisit(event.visit);
    if (event.type === 'invite') this.#invites.set(event.invite.id, event.invite);
    if (event.type === 'opening') this.#hearOpening(event);
  }

  #hearVisit(visit: VisitView): void {
    if (isOver(visit.state)) this.#visits.delete(visit.id);
    // A clinic’s list tells those that are over too, in the order of their end.
    if (visit.view === 'clinic' || !isOver(visit.state)) this.#visits.set(visit.id, visit);
  }

  #hearOpening({ clinicId, opening }: Opened): void {
    if (this.#clinic?.id === clinicId) this.#clinic = clinicWith(this.#clinic, opening);
    for (const visit of this.#visits.values())
      if (visit.view === 'joiner' && visit.clinic.id === clinicId)
        this.#visits.set(visit.id, { ...visit, clinic: clinicWith(visit.clinic, opening) });
  }
}

/** What is known after an event; nothing after `reset`, and nothing before a snapshot. */
export const knownAfter = (known: KnownQueue | undefined, event: SequencedEvent): KnownQueue | undefined => {
  if (event.type === 'snapshot') return new KnownQueue(event);
  if (event.type === 'reset') return undefined;
  known?.hear(event);
  return known;
};
