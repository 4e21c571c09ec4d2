import {
  compareTurns,
  estimateWait,
  instantPlus,
  openingAt,
  type Clinic,
  type ClinicId,
  type Instant,
  type Opening,
  type VisitId,
  type WaitEstimate,
} from '@venterum/contract';
import type { FinishedRow, QueueRow } from '../ports/records.ts';
import type { ReadTransaction } from '../ports/store.ts';
import { found } from './refusal.ts';

/** A place in a queue. */
export interface Place {
  readonly position: number;
  /** Not while the clinic is closed. */
  readonly waitEstimate?: WaitEstimate;
}

const medianOver = 20;
/** A clinician who ended a consultation so recently is still at it. */
const recentMilliseconds = 30 * 60_000;

const cliniciansAtWork = (
  rows: readonly QueueRow[],
  finished: readonly FinishedRow[],
  since: Instant,
): number => {
  const recent = finished.filter(({ endedAt }) => endedAt >= since);
  return new Set([...rows, ...recent].flatMap(({ claimedBy }) => claimedBy ?? [])).size;
};

/** One clinic's queue at one moment: who is at which place, and how long it may take. */
export class QueueSituation {
  readonly clinic: Clinic;
  readonly opening: Opening;
  readonly #order: readonly QueueRow[];
  readonly #places = new Map<VisitId, Place>();

  constructor(facts: {
    readonly clinic: Clinic;
    readonly rows: readonly QueueRow[];
    readonly finished: readonly FinishedRow[];
    readonly now: Instant;
  }) {
    this.clinic = facts.clinic;
    this.opening = openingAt(facts.clinic.opening, facts.now);
    this.#order = facts.rows.filter(({ state }) => state === 'waiting').sort(compareTurns);
    const clinicians = cliniciansAtWork(
      facts.rows,
      facts.finished,
      instantPlus(facts.now, -recentMilliseconds),
    );
    const recentMinutes = facts.finished.map(({ minutes }) => minutes);
    const { open, delayMinutes } = this.opening;
    for (const [ahead, { id }] of this.#order.entries()) {
      const wait = {
        ahead,
        recentMinutes,
        clinicians,
        ...(delayMinutes === undefined ? {} : { delayMinutes }),
      };
      this.#places.set(id, { position: ahead + 1, ...(open ? { waitEstimate: estimateWait(wait) } : {}) });
    }
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
