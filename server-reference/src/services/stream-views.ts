import {
  instantOfLocal,
  localDateAt,
  type ClinicId,
  type Principal,
  type Snapshot,
  type StreamEvent,
  type Visit,
  type VisitId,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { DataStore, ReadTransaction } from '../ports/store.ts';
import type { Audience } from './audience.ts';
import type { Audiences } from './audiences.ts';
import { toInvite } from './invites.ts';
import { limits } from './limits.ts';
import { ToldPlaces, type StreamChanges } from './stream-changes.ts';
import { joinersOf, ViewReader, visitsOf } from './visit-readers.ts';
import { clinicView, joinerView, overView, summaryOf } from './visit-views.ts';

/** What is read and where it is told. */
export interface StreamViewParts {
  readonly clock: ServerClock;
  readonly store: DataStore;
  readonly audiences: Audiences;
  readonly push: (audience: Audience, event: StreamEvent) => void;
  /** Whether guests listen: they are in visits that others joined. */
  readonly hasGuests: () => boolean;
}

/** What streams say: everything at their beginning, and after that whatever has changed, to each audience in its view. */
export class StreamViews {
  readonly #parts: StreamViewParts;
  readonly #places = new ToldPlaces();

  constructor(parts: StreamViewParts) {
    this.#parts = parts;
  }

  /** Clinics in which somebody waits who has been told a range: it goes on with the clock. */
  get clinicsWaitedAt(): Iterable<ClinicId> {
    return this.#places.clinics;
  }

  /** Tells everybody concerned. */
  tell(changes: StreamChanges): Promise<void> {
    return this.#parts.store.read(async (tx) => {
      const reader = new ViewReader(tx, this.#parts.clock.now());
      const moved = new Set<VisitId>();
      for (const clinicId of changes.queues) await this.#noteMoved(reader, clinicId, moved);
      for (const id of new Set([...moved, ...changes.visits])) {
        const visit = await tx.visits.get(id);
        if (visit === undefined) continue;
        if (changes.visits.has(id)) this.#pushToClinic(visit);
        await this.#pushToJoiners(tx, reader, visit);
      }
      await this.#pushInvites(tx, changes);
      for (const clinicId of changes.openings) await this.#pushOpening(reader, clinicId);
    });
  }

  /** Everything the reader may see: of a clinic, or of the own visits. */
  snapshot(principal: Principal, clinicId: ClinicId | undefined): Promise<Snapshot> {
    return this.#parts.store.read((tx) => this.#snapshot(tx, principal, clinicId));
  }

  /** Those at another place. Their clinic sees that in its list: it is told of the one visit that changed. */
  async #noteMoved(reader: ViewReader, clinicId: ClinicId, moved: Set<VisitId>): Promise<void> {
    const { audiences } = this.#parts;
    const everybody = this.#parts.hasGuests();
    for (const { id, joinedBy } of this.#places.moved(await reader.situation(clinicId))) {
      if (everybody || audiences.principal(joinedBy) !== undefined) moved.add(id);
    }
  }

  #pushToClinic(visit: Visit): void {
    const { audiences, push } = this.#parts;
    const clinic = audiences.clinic(visit.clinicId);
    if (clinic !== undefined) push(clinic, { type: 'visit', visit: clinicView(visit) });
  }

  async #pushToJoiners(tx: ReadTransaction, reader: ViewReader, visit: Visit): Promise<void> {
    const { audiences, push } = this.#parts;
    for (const { principalId, participantId } of await joinersOf(tx, visit)) {
      const audience = audiences.principal(principalId);
      if (audience === undefined) continue;
      const situation = await reader.situation(visit.clinicId);
      push(audience, { type: 'visit', visit: joinerView(visit, situation, participantId) });
    }
  }

  async #pushInvites(tx: ReadTransaction, { invites }: StreamChanges): Promise<void> {
    const { audiences, push } = this.#parts;
    for (const id of invites) {
      const invite = await tx.invites.get(id);
      const audience = invite === undefined ? undefined : audiences.clinic(invite.clinicId);
      if (invite !== undefined && audience !== undefined) {
        push(audience, { type: 'invite', invite: toInvite(invite) });
      }
    }
  }

  async #pushOpening(reader: ViewReader, clinicId: ClinicId): Promise<void> {
    const { opening, waiting } = await reader.situation(clinicId);
    const { audiences, push } = this.#parts;
    const joiners = waiting.map(({ joinedBy }) => audiences.principal(joinedBy));
    for (const audience of new Set([audiences.clinic(clinicId), ...joiners])) {
      if (audience !== undefined) push(audience, { type: 'opening', clinicId, opening });
    }
  }

  async #snapshot(
    tx: ReadTransaction,
    principal: Principal,
    clinicId: ClinicId | undefined,
  ): Promise<Snapshot> {
    const reader = new ViewReader(tx, this.#parts.clock.now());
    if (clinicId !== undefined) {
      const situation = await reader.situation(clinicId);
      const visits = await tx.visits.active(clinicId);
      const today = instantOfLocal(localDateAt(this.#parts.clock.now()), '00:00');
      const over = await tx.visits.over(clinicId, today, limits.listedOver);
      const invites = await tx.invites.ofClinic(clinicId, limits.listedInvites);
      return {
        type: 'snapshot',
        clinic: summaryOf(situation.clinic, situation.opening),
        visits: [...over.map(overView).reverse(), ...visits.map(clinicView)],
        invites: invites.map(toInvite),
      };
    }
    const views = [];
    for (const visit of await visitsOf(tx, principal)) {
      const view = await reader.viewOf(visit, principal);
      if (view !== undefined) views.push(view);
    }
    return { type: 'snapshot', visits: views, invites: [] };
  }
}
