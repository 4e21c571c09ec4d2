import {
  compareTurns,
  openingAt,
  placesIn,
  type Clinic,
  type ClinicId,
  type Instant,
  type Opening,
  type Place,
  type VisitId,
} from '@venterum/contract';
import type { FinishedRow, QueueRow } from '../ports/records.ts';
import type { ReadTransaction } from '../ports/store.ts';
import { hasRoom } from './has-room.ts';
import { found } from './refusal.ts';

const medianOver = 20;

/** One clinic's queue at one moment: who is at which place, and how long it may take. */
export class QueueSituation {
  readonly clinic: Clinic;
  readonly opening: Opening;
  readonly #order: readonly QueueRow[];
  readonly #places: ReadonlyMap<VisitId, Place>;

  constructor(facts: {
    readonly clinic: Clinic;
    readonly rows: readonly QueueRow[];
    readonly finished: readonly FinishedRow[];
    readonly now: Instant;
  }) {
    const { clinic, rows, now } = facts;
    this.clinic = clinic;
    this.opening = openingAt(clinic.opening, now);
    this.#order = rows.filter(({ state }) => state === 'waiting').sort(compareTurns);
    this.#places = placesIn({
      now,
      opening: this.opening,
      waiting: this.#order,
      running: rows.filter(hasRoom),
      finished: facts.finished,
    });
  }

  /** `undefined` for a visit that is not waiting. */
  placeOf(visitId: VisitId): Place | undefined {
    return this.#places.get(visitId);
  }

  /** Everybody waiting, in order. */
  get waiting(): readonly QueueRow[] {
    return this.#order;
  }
}

/** Reads the queue of a clinic that has been read. */
export const situationAt = async (
  tx: ReadTransaction,
  clinic: Clinic,
  now: Instant,
): Promise<QueueSituation> => {
  const rows = await tx.visits.queue(clinic.id);
  const finished = await tx.visits.finished(clinic.id, medianOver);
  return new QueueSituation({ clinic, rows, finished, now });
};

/** Reads the queue of a clinic. */
export const situationOf = async (
  tx: ReadTransaction,
  clinicId: ClinicId,
  now: Instant,
): Promise<QueueSituation> => situationAt(tx, found(await tx.clinics.get(clinicId), 'clinic-not-found'), now);
