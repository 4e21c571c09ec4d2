import {
  finalInviteStatuses,
  instantPlus,
  isOver,
  unopenedInviteStatuses,
  type Instant,
  type Invite,
  type InviteId,
  type Visit,
  type VisitId,
} from '@venterum/contract';
import type { Cancel, ServerClock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { DataStore, Transaction } from '../ports/store.ts';
import type { Clinics } from './clinics.ts';
import { durations } from './limits.ts';
import type { VisitChanges } from './visit-changes.ts';
import { commandDue, dueAt, forgotten } from './visit-deadlines.ts';

/** What the sweeper needs. */
export interface SweeperParts {
  readonly clock: ServerClock;
  readonly log: Log;
  readonly store: DataStore;
  readonly changes: VisitChanges;
  readonly clinics: Clinics;
  /** Done with every sweep. */
  readonly everySecond: readonly (() => void)[];
  /** Done every fifteenth. */
  readonly everyQuarterMinute: readonly (() => Promise<void>)[];
  readonly fault: (error: unknown) => void;
}

const hasLapsed = ({ status, expiresAt }: Invite, now: Instant): boolean =>
  unopenedInviteStatuses.includes(status) && expiresAt <= now;

const batch = 200;
const housekeepingSeconds = 600;

/** Does what time asks for: one timer for everything, and what is due is asked of the store. */
export class Sweeper {
  readonly #parts: SweeperParts;
  readonly #listeningSince: Instant;
  #cancel: Cancel | undefined;
  #seconds = 0;
  #sweeping: Promise<void> | undefined;

  constructor(parts: SweeperParts) {
    this.#parts = parts;
    this.#listeningSince = parts.clock.now();
  }

  /** Sweeps every second from now on. */
  start(): void {
    this.#cancel ??= this.#parts.clock.every(1000, () => {
      for (const task of this.#parts.everySecond) task();
      this.#sweeping ??= this.sweep()
        .catch(this.#parts.fault)
        .finally(() => {
          this.#sweeping = undefined;
        });
    });
  }

  /** Stops, after the sweep under way. */
  async stop(): Promise<void> {
    this.#cancel?.();
    await this.#sweeping;
  }

  /** Settles when the sweep under way is done. */
  async settled(): Promise<void> {
    await this.#sweeping;
  }

  /** One sweep. One visit's trouble does not keep the others waiting. */
  async sweep(): Promise<void> {
    const { clock, store, log, clinics } = this.#parts;
    this.#seconds += 1;
    const now = clock.now();
    const turning = await store.read((tx) => tx.clinics.due(now, batch));
    for (const { id } of turning) await this.#safely(() => store.transact((tx) => clinics.turn(tx, id)));
    const visits = await store.read((tx) => tx.visits.due(now, batch));
    for (const { id } of visits) await this.#safely(() => store.transact((tx) => this.#visit(tx, id)));
    const invites = await store.read((tx) => tx.invites.due(now, batch));
    for (const { id } of invites) await this.#safely(() => store.transact((tx) => this.#invite(tx, id)));
    if (visits.length + invites.length > 0) {
      log.write({ event: 'swept', visits: visits.length, invites: invites.length });
    }
    if (this.#seconds % 15 === 0) for (const task of this.#parts.everyQuarterMinute) await this.#safely(task);
    if (this.#seconds % housekeepingSeconds === 0) await this.#safely(() => this.#housekeeping());
  }

  async #visit(tx: Transaction, id: VisitId): Promise<void> {
    const visit = await tx.visits.get(id);
    if (visit === undefined) return;
    const { clock, changes } = this.#parts;
    const command = commandDue(visit, clock.now(), this.#listeningSince);
    if (command !== undefined) await changes.apply(tx, visit, command);
    else await this.#forget(tx, visit);
  }

  async #forget(tx: Transaction, visit: Visit): Promise<void> {
    const due = dueAt(visit, this.#listeningSince);
    if (!isOver(visit.state) || due === undefined || due > this.#parts.clock.now()) {
      await tx.visits.save(visit, due);
      return;
    }
    await tx.visits.save(forgotten(visit), undefined);
    for (const invite of await tx.invites.ofVisit(visit.id)) {
      const { role, language } = invite.recipient;
      await tx.invites.save({ ...invite, recipient: { name: '', role, language } });
    }
  }

  async #invite(tx: Transaction, id: InviteId): Promise<void> {
    const invite = await tx.invites.get(id);
    // It may have been opened or sent again since it was found.
    if (invite === undefined || !hasLapsed(invite, this.#parts.clock.now())) return;
    await tx.invites.save({ ...invite, status: 'expired' });
    tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: id });
    const visit = await tx.visits.get(invite.visitId);
    if (visit?.state !== 'invited') return;
    const others = await tx.invites.ofVisit(visit.id);
    const allOver = others.every((one) => finalInviteStatuses.includes(one.status));
    if (allOver) await this.#parts.changes.apply(tx, visit, { type: 'expire' });
  }

  async #housekeeping(): Promise<void> {
    const { clock, store } = this.#parts;
    const now = clock.now();
    await store.transact(async (tx) => {
      await tx.idempotency.deleteBefore(instantPlus(now, -durations.idempotency));
      await tx.sessions.deleteExpired(now);
      await tx.smsCounts.deleteUntil(instantPlus(now, -durations.smsCounts));
    });
  }

  async #safely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.fault(error);
    }
  }
}
