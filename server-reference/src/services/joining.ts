import {
  openingAt,
  type Citizen,
  type Clinic,
  type ClinicId,
  type Instant,
  type JoinerVisit,
  type JoinRequest,
  type MunicipalEmployee,
  type Participant,
  type Principal,
  type Visit,
  type VisitOrigin,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import type { Clinics } from './clinics.ts';
import type { Consents } from './consents.ts';
import { situationAt } from './queue-situation.ts';
import { found, Refusal } from './refusal.ts';
import type { VisitChanges } from './visit-changes.ts';
import { joinerView } from './visit-views.ts';

/** What joining needs. */
export interface JoiningParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly clinics: Clinics;
  readonly consents: Consents;
  readonly changes: VisitChanges;
}

/** A join that has been read and understood, before anything is kept. */
export interface PreparedJoin {
  readonly request: JoinRequest;
  readonly clinicId: ClinicId;
  readonly citizen?: Citizen;
  readonly origin: VisitOrigin;
}

const originOf = (principal: Principal, citizen: Citizen | undefined): VisitOrigin => {
  if (principal.kind === 'citizen') return 'citizen-app';
  return citizen?.cpr === undefined ? 'care-app-without-cpr' : 'care-app';
};

const citizenOf = ({ principal, session }: Caller, request: JoinRequest): Citizen | undefined => {
  if (principal.kind !== 'citizen') return request.citizen;
  if (request.citizen !== undefined) throw new Refusal('request-invalid', { fields: ['/citizen'] });
  return {
    ...(session.cpr === undefined ? {} : { cpr: session.cpr }),
    ...(principal.name === undefined ? {} : { name: principal.name }),
  };
};

/** Without a number the clinic cannot look anybody up: it needs to be named, and to be told why. */
const checkWithoutCpr = (origin: VisitOrigin, request: JoinRequest): void => {
  if (origin !== 'care-app-without-cpr') return;
  const missing = (['clinicId', 'reason'] as const).filter((field) => request[field] === undefined);
  if (missing.length > 0)
    throw new Refusal('request-invalid', { fields: missing.map((field) => `/${field}`) });
};

/** Refuses `clinic-closed`, with what to do instead. */
export const refuseClosed = (clinic: Clinic, now: Instant): void => {
  const opening = openingAt(clinic.opening, now);
  if (!opening.open) throw new Refusal('clinic-closed', { opening });
};

/** Whoever took the place is told which it is: going on with it needs no guess whose it might be. */
const alreadyWaiting = ({ id }: Principal, visit: Visit): Refusal =>
  new Refusal('already-waiting', visit.joinedBy === id ? { visitId: visit.id } : {});

const employeeFields = ({ municipality, area, jobTitle }: MunicipalEmployee): Partial<Visit> => ({
  municipality,
  ...(area === undefined ? {} : { area }),
  ...(jobTitle === undefined ? {} : { jobTitle }),
});

/** Getting into a clinic's queue. */
export class Joining {
  readonly #parts: JoiningParts;

  constructor(parts: JoiningParts) {
    this.#parts = parts;
  }

  /** Reads the request and finds the clinic; asks the directory, so not inside a unit of work. */
  async prepare(caller: Caller, request: JoinRequest): Promise<PreparedJoin> {
    const citizen = citizenOf(caller, request);
    const origin = originOf(caller.principal, citizen);
    checkWithoutCpr(origin, request);
    const clinicId = request.clinicId ?? (await this.#ownClinic(citizen));
    return { request, clinicId, origin, ...(citizen === undefined ? {} : { citizen }) };
  }

  /** Refuses `clinic-not-found`, `clinic-closed`, `consent-required`, `already-waiting`. */
  async join(tx: Transaction, caller: Caller, prepared: PreparedJoin): Promise<JoinerVisit> {
    const clinic = found(await tx.clinics.get(prepared.clinicId), 'clinic-not-found');
    refuseClosed(clinic, this.#parts.clock.now());
    if (caller.principal.kind === 'municipal-employee') {
      await this.#parts.consents.require(tx, caller, prepared.request.consentId);
    }
    await this.#refuseSecond(tx, caller, prepared);
    const visit = this.#visitOf(caller, prepared);
    await this.#parts.changes.put(tx, visit);
    return joinerView(visit, await situationAt(tx, clinic, this.#parts.clock.now()), visit.joinedAs);
  }

  async #ownClinic(citizen: Citizen | undefined): Promise<ClinicId> {
    return this.#parts.clinics.ownId(found(citizen?.cpr, 'own-clinic-unknown'));
  }

  async #refuseSecond(
    tx: Transaction,
    { principal }: Caller,
    { clinicId, citizen }: PreparedJoin,
  ): Promise<void> {
    const cpr = citizen?.cpr;
    const waiting = cpr === undefined ? undefined : await tx.visits.ofCitizen(clinicId, cpr);
    if (waiting !== undefined) throw alreadyWaiting(principal, waiting);
    if (principal.kind !== 'citizen') return;
    const own = await tx.visits.joinedBy(principal.id);
    const here = own.find((visit) => visit.clinicId === clinicId);
    if (here !== undefined) throw alreadyWaiting(principal, here);
  }

  #visitOf({ principal }: Caller, { request, clinicId, citizen, origin }: PreparedJoin): Visit {
    const participants = this.#participantsOf(principal, {
      request,
      ...(citizen === undefined ? {} : { citizen }),
    });
    const [joiner] = participants;
    const { reason, agreedAt, consentId } = request;
    return {
      id: this.#parts.ids.id(),
      clinicId,
      kind: request.kind ?? 'consultation',
      origin,
      test: request.test ?? false,
      state: 'waiting',
      joinedBy: principal.id,
      joinedAs: joiner.id,
      arrivedAt: this.#parts.clock.now(),
      presence: 'online',
      participants,
      ...(citizen === undefined ? {} : { citizen }),
      ...(reason === undefined ? {} : { reason }),
      ...(agreedAt === undefined ? {} : { agreedAt }),
      ...(consentId === undefined ? {} : { consentId }),
      ...(principal.kind === 'municipal-employee' ? employeeFields(principal) : {}),
    };
  }

  #participantsOf(
    principal: Principal,
    { request, citizen }: { readonly request: JoinRequest; readonly citizen?: Citizen },
  ): readonly [Participant, ...Participant[]] {
    const joiner: Participant = {
      id: this.#parts.ids.id(),
      role: principal.kind === 'citizen' ? 'citizen' : 'care-staff',
      present: 'device',
      admitted: false,
      ...(principal.name === undefined ? {} : { name: principal.name }),
    };
    const named = citizen?.name === undefined ? {} : { name: citizen.name };
    // A conference is between professionals: the citizen is talked about, not there.
    const withCitizen = principal.kind !== 'citizen' && request.kind !== 'conference';
    const besides = [
      ...(withCitizen ? [{ role: 'citizen' as const, ...named }] : []),
      ...(request.inTheRoom ?? []),
    ];
    return [
      joiner,
      ...besides.map((one): Participant => ({
        id: this.#parts.ids.id(),
        present: 'in-the-room',
        admitted: false,
        ...one,
      })),
    ];
  }
}
