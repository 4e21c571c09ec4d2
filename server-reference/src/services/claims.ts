import {
  claimMilliseconds,
  instantPlus,
  laterOf,
  type ClinicId,
  type Instant,
  type PrincipalId,
  type Visit,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { isMember, type Caller } from './caller.ts';
import { hasRoom } from './has-room.ts';
import { Refusal } from './refusal.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What claims need. */
export interface ClaimParts {
  readonly clock: ServerClock;
  readonly changes: VisitChanges;
}

const isSignedIn = async (tx: ReadTransaction, by: PrincipalId, clinicId: ClinicId): Promise<boolean> =>
  (await tx.sessions.ofPrincipal(by)).some(({ principal }) => isMember(principal, clinicId));

/** Who has a visit, and whether they still do: whoever is gone does not keep it from the colleagues. */
export class Claims {
  readonly #parts: ClaimParts;
  /** Before this nobody could be connected, so nobody was missing. */
  readonly #listeningSince: Instant;

  constructor(parts: ClaimParts) {
    this.#parts = parts;
    this.#listeningSince = parts.clock.now();
  }

  /** Refuses `claimed-by-other` when a colleague of the caller has the visit, and is there or was a moment ago. */
  async refuseHeld(tx: ReadTransaction, visit: Visit, { principal }: Caller): Promise<void> {
    const isForeign = hasRoom(visit) && visit.claim?.by !== principal.id;
    if (isForeign && !(await this.#isVoid(tx, visit))) throw new Refusal('claimed-by-other');
  }

  /** Somebody has signed out, or is no member any more: whom they had called is back at the old place, and what ran is over. */
  async letGo(tx: Transaction, by: PrincipalId, clinicIds: readonly ClinicId[]): Promise<void> {
    for (const clinicId of clinicIds) {
      if (await isSignedIn(tx, by, clinicId)) continue;
      for (const { id, claimedBy } of await tx.visits.queue(clinicId)) {
        const visit = claimedBy === by ? await tx.visits.get(id) : undefined;
        if (visit !== undefined) await this.#letGoOf(tx, visit);
      }
    }
  }

  async #letGoOf(tx: Transaction, visit: Visit): Promise<void> {
    const { changes } = this.#parts;
    if (visit.state === 'called') await changes.apply(tx, visit, { type: 'fall-back' });
    else {
      const { unattendedSince: at } = visit;
      await changes.apply(tx, visit, { type: 'end', outcome: 'technical-failure', at });
    }
  }

  async #isVoid(tx: ReadTransaction, { claim, clinicId, state, unattendedSince }: Visit): Promise<boolean> {
    if (claim !== undefined && !(await isSignedIn(tx, claim.by, clinicId))) return true;
    if (state !== 'in-consultation' || unattendedSince === undefined) return false;
    const goneSince = laterOf(unattendedSince, this.#listeningSince);
    return instantPlus(goneSince, claimMilliseconds) <= this.#parts.clock.now();
  }
}
