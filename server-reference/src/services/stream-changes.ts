import type { ClinicId, InviteId, VisitId } from '@venterum/contract';
import type { DomainEvent } from '../ports/domain-event.ts';
import type { QueueSituation } from './queue-situation.ts';

/** What has changed since the streams were last written: each thing once, however often it changed. */
export class StreamChanges {
  readonly visits = new Set<VisitId>();
  readonly queues = new Set<ClinicId>();
  readonly openings = new Set<ClinicId>();
  readonly invites = new Set<InviteId>();

  /** Takes note of an event; answers whether it is one for the streams. */
  note(event: DomainEvent): boolean {
    switch (event.kind) {
      case 'visit':
        this.visits.add(event.visitId);
        if (event.queueChanged) this.queues.add(event.clinicId);
        return true;
      case 'opening':
        this.openings.add(event.clinicId);
        this.queues.add(event.clinicId);
        return true;
      case 'invite':
        this.invites.add(event.inviteId);
        return true;
      case 'session-ended':
      case 'room-closed':
      case 'room-changed':
        return false;
    }
  }
}

/** Remembers which place everybody was told, to tell only those who moved. */
export class ToldPlaces {
  readonly #told = new Map<ClinicId, ReadonlyMap<VisitId, string>>();

  /** Where somebody has been told a place. */
  get clinics(): Iterable<ClinicId> {
    return this.#told.keys();
  }

  /** Who is at another place, or expects another wait, than when last asked. */
  moved(situation: QueueSituation): QueueSituation['waiting'] {
    const before = this.#told.get(situation.clinic.id);
    const now = new Map(situation.waiting.map(({ id }) => [id, JSON.stringify(situation.placeOf(id))]));
    if (now.size === 0) this.#told.delete(situation.clinic.id);
    else this.#told.set(situation.clinic.id, now);
    return situation.waiting.filter(({ id }) => before?.get(id) !== now.get(id));
  }
}
