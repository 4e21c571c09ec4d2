import type {
  CallAnswer,
  Clinician,
  ClinicVisit,
  JoinerVisit,
  Participant,
  ParticipantId,
  RoomAccess,
  Stage,
  Visit,
  VisitCommand,
  VisitId,
  VisitOutcome,
  VisitView,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { isMember, staffOf, type Caller } from './caller.ts';
import type { Claims } from './claims.ts';
import { hasRoom } from './has-room.ts';
import { situationOf } from './queue-situation.ts';
import { found, Refusal } from './refusal.ts';
import type { RoomAccesses } from './room-access.ts';
import type { VisitChanges } from './visit-changes.ts';
import { participantOf, refuseForeignClaim, ViewReader, visitOfClinic, visitsOf } from './visit-readers.ts';
import { clinicView, joinerView } from './visit-views.ts';
import { limits } from './limits.ts';

/** What visits need. */
export interface VisitParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly changes: VisitChanges;
  readonly claims: Claims;
  readonly access: RoomAccesses;
}

/** Outcomes for which nobody needs to have been seen. */
const movingOutcomes: readonly VisitOutcome[] = ['moved-to-phone', 'moved-to-visit'];

/** Nobody is on the stage, or this one, signing. */
const isSigning = (stage: Stage | undefined, id: ParticipantId): boolean =>
  stage === undefined || (stage.participantId === id && stage.as === 'signer');

/** What can be done with a visit once it exists. To whom it is foreign, it does not exist: `visit-not-found`. */
export class Visits {
  readonly #parts: VisitParts;

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  /** As the caller sees it. */
  async get(tx: ReadTransaction, caller: Caller, id: VisitId): Promise<VisitView> {
    const reader = new ViewReader(tx, this.#parts.clock.now());
    return found(await reader.viewById(id, caller.principal), 'visit-not-found');
  }

  /** Mine, or my clinics': of one of them when it is named. Active ones, in the order of the queue. */
  async list(
    tx: ReadTransaction,
    caller: Caller,
    clinicId: string | undefined,
  ): Promise<readonly VisitView[]> {
    const reader = new ViewReader(tx, this.#parts.clock.now());
    const views: VisitView[] = [];
    for (const visit of await this.#listed(tx, caller, clinicId)) {
      const view = await reader.viewOf(visit, caller.principal);
      if (view !== undefined) views.push(view);
    }
    return views.slice(0, limits.listedVisits);
  }

  /** Takes the visit and opens a room for it. Refuses `claimed-by-other` when a colleague was first. */
  async call(tx: Transaction, caller: Caller, id: VisitId): Promise<CallAnswer> {
    const { visit, as } = await this.#claim(tx, caller, await visitOfClinic(tx, caller, id));
    return {
      visit: clinicView(visit),
      access: await this.#parts.access.give(visit, caller, as.id),
    };
  }

  /** Whether what a call was answered is still so: that room is open, in the same hands. */
  async isStillCalled(tx: ReadTransaction, { visit: { id, claim }, access }: CallAnswer): Promise<boolean> {
    const visit = await tx.visits.get(id);
    return (
      visit !== undefined && hasRoom(visit) && visit.roomId === access.roomId && visit.claim?.by === claim?.by
    );
  }

  /** The caller lets go: back to its place. */
  release(tx: Transaction, caller: Caller, id: VisitId): Promise<ClinicVisit> {
    return this.#command(tx, caller, { id, command: { type: 'release', by: caller.principal.id } });
  }

  /** Lets one more person in. Any member of the clinic may. */
  admit(
    tx: Transaction,
    caller: Caller,
    given: { id: VisitId; participantId: ParticipantId },
  ): Promise<ClinicVisit> {
    return this.#command(tx, caller, {
      id: given.id,
      command: { type: 'admit', participantId: given.participantId },
    });
  }

  /** Sends somebody back to the door: out of the room at once, until let in again. Only who has the visit can. */
  dismiss(
    tx: Transaction,
    caller: Caller,
    given: { id: VisitId; participantId: ParticipantId },
  ): Promise<ClinicVisit> {
    const { id, participantId } = given;
    return this.#commandOfHolder(tx, caller, { id, command: { type: 'dismiss', participantId } });
  }

  /**
   * Shows somebody first to everybody, or nobody more than others: who has the visit can, and whoever signs for themselves while
   * nobody else is shown. Refuses `forbidden`.
   */
  async stage(tx: Transaction, caller: Caller, given: { id: VisitId; stage?: Stage }): Promise<VisitView> {
    const { id, ...what } = given;
    const command = { type: 'stage', ...what } as const;
    if (caller.principal.kind === 'clinic-staff') return this.#commandOfHolder(tx, caller, { id, command });
    const before = found(await tx.visits.get(id), 'visit-not-found');
    const me = found(await participantOf(tx, before, caller.principal.id), 'visit-not-found');
    if (![before.stage, what.stage].every((stage) => isSigning(stage, me))) throw new Refusal('forbidden');
    const visit = await this.#parts.changes.apply(tx, before, command);
    return joinerView(visit, await this.#situation(tx, visit), me);
  }

  /** The clinic's words to somebody who waits. Any member of the clinic may. */
  message(tx: Transaction, caller: Caller, given: { id: VisitId; message: string }): Promise<ClinicVisit> {
    const { id, message } = given;
    return this.#command(tx, caller, { id, command: { type: 'message', message } });
  }

  /** Takes somebody out of the queue. A visit that a colleague has is refused `claimed-by-other`, unless they are gone. */
  async remove(
    tx: Transaction,
    caller: Caller,
    given: { id: VisitId; message?: string },
  ): Promise<ClinicVisit> {
    const { id, ...words } = given;
    const before = await visitOfClinic(tx, caller, id);
    await this.#parts.claims.refuseHeld(tx, before, caller);
    return clinicView(await this.#parts.changes.apply(tx, before, { type: 'remove', ...words }));
  }

  /** Ends the consultation; only who has it can, unless they are gone: then it ended with them. Somebody who waits can be moved elsewhere at once, without a call. */
  async end(
    tx: Transaction,
    caller: Caller,
    given: { id: VisitId; outcome: VisitOutcome },
  ): Promise<ClinicVisit> {
    const before = await visitOfClinic(tx, caller, given.id);
    await this.#parts.claims.refuseHeld(tx, before, caller);
    const isMoved = before.state === 'waiting' && movingOutcomes.includes(given.outcome);
    const visit = isMoved ? (await this.#claim(tx, caller, before)).visit : before;
    const at = visit.claim?.by === caller.principal.id ? undefined : visit.unattendedSince;
    const ended = await this.#parts.changes.apply(tx, visit, { type: 'end', outcome: given.outcome, at });
    return clinicView(ended);
  }

  /** The joiner gives up the place, or goes from a consultation without a clinician; somebody who came along just goes. */
  async leave(tx: Transaction, caller: Caller, id: VisitId): Promise<JoinerVisit> {
    const before = found(await tx.visits.get(id), 'visit-not-found');
    const me = found(await participantOf(tx, before, caller.principal.id), 'visit-not-found');
    if (me === before.joinedAs) {
      const visit = await this.#parts.changes.apply(tx, before, { type: 'leave' });
      return joinerView(visit, await this.#situation(tx, visit), me);
    }
    const visit = { ...before, participants: before.participants.filter((one) => one.id !== me) };
    await this.#parts.changes.put(tx, visit, before);
    return { ...joinerView(before, await this.#situation(tx, before), me), state: 'left' };
  }

  /** A way into the room: for who has the visit, and for whom it has let in. Refuses `not-admitted`. */
  async ticket(tx: ReadTransaction, caller: Caller, id: VisitId): Promise<RoomAccess> {
    const visit = found(await tx.visits.get(id), 'visit-not-found');
    const me = await this.#participant(tx, caller, visit);
    if (!hasRoom(visit)) throw new Refusal('visit-state');
    if (visit.participants.find((one) => one.id === me)?.admitted !== true) throw new Refusal('not-admitted');
    return this.#parts.access.give(visit, caller, me);
  }

  /** Refuses `claimed-by-other` and `visit-state`. */
  async #claim(
    tx: Transaction,
    caller: Caller,
    before: Visit,
  ): Promise<{ readonly visit: Visit; readonly as: Participant }> {
    refuseForeignClaim(before, caller);
    const { id, name, role } = staffOf(caller);
    const { ids, changes } = this.#parts;
    const as: Participant = { id: ids.id(), role: 'clinician', name, present: 'device', admitted: true };
    const by: Clinician = { id, name, role };
    const visit = await changes.apply(tx, before, { type: 'call', by, roomId: ids.id(), as });
    return { visit, as };
  }

  async #participant(tx: ReadTransaction, caller: Caller, visit: Visit): Promise<ParticipantId> {
    if (!isMember(caller.principal, visit.clinicId)) {
      return found(await participantOf(tx, visit, caller.principal.id), 'visit-not-found');
    }
    refuseForeignClaim(visit, caller);
    return found(visit.participants.find(({ role }) => role === 'clinician')?.id, 'visit-state');
  }

  async #listed(
    tx: ReadTransaction,
    { principal }: Caller,
    clinicId: string | undefined,
  ): Promise<readonly Visit[]> {
    if (principal.kind !== 'clinic-staff') {
      const mine = await visitsOf(tx, principal);
      return clinicId === undefined ? mine : mine.filter((visit) => visit.clinicId === clinicId);
    }
    if (clinicId !== undefined && !isMember(principal, clinicId)) throw new Refusal('clinic-not-found');
    const clinics = clinicId === undefined ? principal.clinicIds : [clinicId];
    const visits: Visit[] = [];
    for (const one of clinics) visits.push(...(await tx.visits.active(one)));
    return visits;
  }

  async #command(
    tx: Transaction,
    caller: Caller,
    { id, command }: { readonly id: VisitId; readonly command: VisitCommand },
  ): Promise<ClinicVisit> {
    const before = await visitOfClinic(tx, caller, id);
    return clinicView(await this.#parts.changes.apply(tx, before, command));
  }

  async #commandOfHolder(
    tx: Transaction,
    caller: Caller,
    { id, command }: { readonly id: VisitId; readonly command: VisitCommand },
  ): Promise<ClinicVisit> {
    const before = await visitOfClinic(tx, caller, id);
    refuseForeignClaim(before, caller);
    return clinicView(await this.#parts.changes.apply(tx, before, command));
  }

  #situation(tx: ReadTransaction, { clinicId }: Visit): ReturnType<typeof situationOf> {
    return situationOf(tx, clinicId, this.#parts.clock.now());
  }
}
