import type {
  Clinic,
  ClinicId,
  Clinician,
  ClinicVisit,
  HandoverRequest,
  Participant,
  PrincipalId,
  Visit,
  VisitId,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import { isMember, roleAt, type Caller } from './caller.ts';
import type { Claims } from './claims.ts';
import { refuseClosed } from './joining.ts';
import { found, Refusal } from './refusal.ts';
import { visitOfClinic } from './visit-readers.ts';
import type { VisitChanges } from './visit-changes.ts';
import { clinicView } from './visit-views.ts';

/** What handing over needs. */
export interface HandoverParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly changes: VisitChanges;
  readonly claims: Claims;
}

/** A member of the clinic who is signed in, or nobody. */
const colleague = async (
  tx: ReadTransaction,
  id: PrincipalId,
  clinicId: ClinicId,
): Promise<Clinician | undefined> => {
  for (const session of await tx.sessions.ofPrincipal(id)) {
    const { principal } = session;
    if (isMember(principal, clinicId))
      return { id, name: principal.name, role: roleAt(session, clinicId) ?? principal.role };
  }
  return undefined;
};

/** Whoever came by a link stays with the clinic that sent it: their session is good for nothing else. */
const comesAlong = ({ joinedAs }: Visit, { id, present }: Participant): boolean =>
  id === joinedAs || present === 'in-the-room';

const asOnArrival = ({ peerId: _peerId, ...participant }: Participant): Participant => ({
  ...participant,
  admitted: false,
});

/** Visits that go on in other hands: a colleague's, or another clinic's. */
export class Handovers {
  readonly #parts: HandoverParts;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  /**
   * Refuses `visit-not-found`, `claimed-by-other`, `visit-state`; to a colleague `colleague-unknown`; to a clinic
   * `clinic-not-found`, `clinic-closed`, `already-waiting`.
   */
  async handOver(
    tx: Transaction,
    caller: Caller,
    { id, ...to }: HandoverRequest & { id: VisitId },
  ): Promise<ClinicVisit> {
    const before = await visitOfClinic(tx, caller, id);
    await this.#parts.claims.refuseHeld(tx, before, caller);
    const visit =
      'to' in to ? await this.#toColleague(tx, before, to.to) : await this.#toClinic(tx, before, to.clinicId);
    return clinicView(visit);
  }

  /** Also to whoever asks, when a colleague who is gone had it. */
  async #toColleague(tx: Transaction, visit: Visit, id: PrincipalId): Promise<Visit> {
    const by = found(visit.claim?.by, 'visit-state');
    const to = found(id === by ? undefined : await colleague(tx, id, visit.clinicId), 'colleague-unknown');
    const as: Participant = {
      id: this.#parts.ids.id(),
      role: 'clinician',
      name: to.name,
      present: 'device',
      admitted: true,
    };
    return this.#parts.changes.apply(tx, visit, { type: 'handover', by, to, as });
  }

  /** Last in the queue there: nobody who waits is overtaken. Here it is removed, and tells where it goes on. */
  async #toClinic(tx: Transaction, visit: Visit, clinicId: ClinicId): Promise<Visit> {
    if (visit.origin === 'sms' || (visit.state !== 'waiting' && visit.state !== 'called'))
      throw new Refusal('visit-state');
    const here = found(await tx.clinics.get(visit.clinicId), 'clinic-not-found');
    const there = found(
      clinicId === here.id ? undefined : await tx.clinics.get(clinicId),
      'clinic-not-found',
    );
    refuseClosed(there, this.#parts.clock.now());
    const cpr = visit.citizen?.cpr;
    if (cpr !== undefined && (await tx.visits.ofCitizen(clinicId, cpr)) !== undefined)
      throw new Refusal('already-waiting');
    const moved = this.#movedVisit(visit, here, there);
    // The new one first: whoever is told that the old one is over knows where to go on.
    await this.#parts.changes.put(tx, moved);
    return this.#parts.changes.apply(tx, visit, {
      type: 'remove',
      movedTo: { clinic: { id: there.id, name: there.name }, visitId: moved.id },
    });
  }

  #movedVisit(visit: Visit, here: Clinic, there: Clinic): Visit {
    // The agreed time was with the other clinic, and so were the words and the claim.
    const {
      agreedAt: _agreedAt,
      claim: _claim,
      roomId: _roomId,
      message: _message,
      messageAt: _messageAt,
      ...rest
    } = visit;
    return {
      ...rest,
      id: this.#parts.ids.id(),
      clinicId: there.id,
      state: 'waiting',
      arrivedAt: this.#parts.clock.now(),
      movedFrom: { id: here.id, name: here.name },
      participants: visit.participants.filter((one) => comesAlong(visit, one)).map(asOnArrival),
    };
  }
}
