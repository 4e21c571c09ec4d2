import {
  instantPlus,
  isOver,
  type Instant,
  type Principal,
  type PrincipalId,
  type Visit,
} from '@venterum/contract';
import type { Cancel, ServerClock } from '../ports/clock.ts';
import type { DataStore, Transaction } from '../ports/store.ts';
import { noteGuest } from './guest-status.ts';
import { durations } from './limits.ts';
import type { VisitChanges } from './visit-changes.ts';
import { joinersOf, visitsOf } from './visit-readers.ts';

/** What presence needs. */
export interface PresenceParts {
  readonly clock: ServerClock;
  readonly store: DataStore;
  readonly changes: VisitChanges;
  readonly isPresent: (principalId: PrincipalId) => boolean;
  readonly fault: (error: unknown) => void;
}

/** Whether whoever joined is there: there with the first open stream, away a moment after the last. */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #startedAt: Instant;
  readonly #leaving = new Map<PrincipalId, Cancel>();

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
  }

  /** The page opened its first stream, or its last one closed. */
  changed(principal: Principal, here: boolean): void {
    this.#leaving.get(principal.id)?.();
    this.#leaving.delete(principal.id);
    if (here) this.#note(principal);
    else {
      // A reload or a lost packet is not an absence.
      const cancel = this.#parts.clock.after(durations.presenceGrace, () => {
        this.#leaving.delete(principal.id);
        this.#note(principal);
      });
      this.#leaving.set(principal.id, cancel);
    }
  }

  /** Finds those said to be there who are not: after a restart, or when a page never opened a stream. */
  async reconcile(): Promise<void> {
    const { clock, store, isPresent } = this.#parts;
    const before = instantPlus(clock.now(), -durations.presenceAfterStart);
    if (this.#startedAt > before) return;
    const rows = await store.read((tx) => tx.visits.present());
    for (const { id, joinedBy, arrivedAt } of rows) {
      if (arrivedAt > before || isPresent(joinedBy)) continue;
      await store.transact(async (tx) => {
        const visit = await tx.visits.get(id);
        if (visit !== undefined) await this.#set(tx, visit);
      });
    }
  }

  /** Forgets those about to be noted as away. */
  dispose(): void {
    for (const cancel of this.#leaving.values()) cancel();
    this.#leaving.clear();
  }

  #note(principal: Principal): void {
    this.#parts.store
      .transact(async (tx) => {
        for (const visit of await visitsOf(tx, principal)) await this.#set(tx, visit);
        if (principal.kind === 'guest') await this.#noteGuest(tx, principal.id);
      })
      .catch(this.#parts.fault);
  }

  /** Of whoever is in the room, or has left, the visit tells: a page without a stream may still be in the call. */
  async #noteGuest(tx: Transaction, id: PrincipalId): Promise<void> {
    const invite = await tx.invites.ofGuest(id);
    const visit = invite && (await tx.visits.get(invite.visitId));
    const participant = visit?.participants.find((one) => one.id === invite?.participantId);
    if (invite === undefined || participant === undefined || participant.peerId !== undefined) return;
    const here = this.#parts.isPresent(id);
    if (!here || invite.status === 'opened') await noteGuest(tx, invite, here ? 'ready' : 'opened');
  }

  async #set(tx: Transaction, visit: Visit): Promise<void> {
    if (visit.state === 'invited' || isOver(visit.state)) return;
    const joiners = await joinersOf(tx, visit);
    const here = joiners.some(({ principalId }) => this.#parts.isPresent(principalId));
    const presence = here ? 'online' : 'away';
    if (visit.presence !== presence)
      await this.#parts.changes.apply(tx, visit, { type: 'presence', presence });
  }
}
