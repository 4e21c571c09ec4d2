import {
  openingAt,
  type Clinic,
  type ClinicId,
  type ClinicSummary,
  type Cpr,
  type OpeningRequest,
  type OpeningSettings,
  type PlanRequest,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import { limits } from './limits.ts';
import { found, Refusal } from './refusal.ts';
import { summaryOf } from './visit-views.ts';

/** Clinics: finding them, and their opening. */
export class Clinics {
  readonly #clock: ServerClock;
  readonly #directory: Directory;

  constructor(parts: { readonly clock: ServerClock; readonly directory: Directory }) {
    this.#clock = parts.clock;
    this.#directory = parts.directory;
  }

  /** By name, address or ydernummer. */
  async search(tx: ReadTransaction, text: string): Promise<readonly ClinicSummary[]> {
    return (await tx.clinics.search(text, limits.searchResults)).map((one) => this.#summary(one));
  }

  /** Refuses `clinic-not-found`. */
  async get(tx: ReadTransaction, id: ClinicId): Promise<ClinicSummary> {
    return this.#summary(found(await tx.clinics.get(id), 'clinic-not-found'));
  }

  /** Whose clinic is this citizen's own? Asks the directory: not inside a unit of work. Refuses `own-clinic-unknown`. */
  async ownId(cpr: Cpr): Promise<ClinicId> {
    return found(await this.#directory.ownClinic(cpr), 'own-clinic-unknown');
  }

  /** The number to look up: a citizen's own, or the one an employee gives. */
  cprFor(caller: Caller, given: Cpr | undefined): Cpr {
    if (caller.principal.kind === 'citizen') {
      if (given !== undefined) throw new Refusal('request-invalid', { fields: ['/cpr'] });
      return found(caller.session.cpr, 'own-clinic-unknown');
    }
    if (given === undefined) throw new Refusal('request-invalid', { fields: ['/cpr'] });
    return given;
  }

  /** Opens or closes the queue by hand. Refuses `clinic-not-found`. */
  async setOpening(
    tx: Transaction,
    { id, opening }: { readonly id: ClinicId; readonly opening: OpeningRequest },
  ): Promise<ClinicSummary> {
    const clinic = found(await tx.clinics.get(id), 'clinic-not-found');
    const saidAt = this.#clock.now();
    if (opening.until !== undefined && opening.until <= saidAt)
      throw new Refusal('request-invalid', { fields: ['/until'] });
    const { plan } = clinic.opening;
    return this.#open(tx, clinic, { ...opening, saidAt, ...(plan === undefined ? {} : { plan }) });
  }

  /** When the clinic is open by itself. Refuses `clinic-not-found`. */
  async plan(tx: ReadTransaction, id: ClinicId): Promise<PlanRequest> {
    const { plan } = found(await tx.clinics.get(id), 'clinic-not-found').opening;
    return plan === undefined ? {} : { plan };
  }

  /**
   * Sets the plan, which decides from now on: what was said by hand is void, but for the phone. Without a plan the
   * clinic stays as it is. Refuses `clinic-not-found`.
   */
  async setPlan(
    tx: Transaction,
    { id, plan }: PlanRequest & { readonly id: ClinicId },
  ): Promise<PlanRequest> {
    const clinic = found(await tx.clinics.get(id), 'clinic-not-found');
    const { until: _until, ...now } = openingAt(clinic.opening, this.#clock.now());
    const { open, phone } = now;
    if (plan === undefined) await this.#open(tx, clinic, now);
    else await this.#open(tx, clinic, { open, plan, ...(phone === undefined ? {} : { phone }) });
    return plan === undefined ? {} : { plan };
  }

  /** The opening of a clinic has turned by itself: tells everybody, and when it turns next. */
  async turn(tx: Transaction, id: ClinicId): Promise<void> {
    const clinic = await tx.clinics.get(id);
    if (clinic !== undefined) await this.#open(tx, clinic, clinic.opening);
  }

  /** Loads clinics at start; what a clinic said about being open stays. */
  async seed(tx: Transaction, clinics: readonly Clinic[]): Promise<void> {
    for (const clinic of clinics) {
      const known = await tx.clinics.get(clinic.id);
      await this.#save(tx, { ...clinic, opening: known?.opening ?? clinic.opening });
    }
  }

  async #open(tx: Transaction, clinic: Clinic, opening: OpeningSettings): Promise<ClinicSummary> {
    const changed = { ...clinic, opening };
    await this.#save(tx, changed);
    tx.emit({ kind: 'opening', clinicId: clinic.id });
    return this.#summary(changed);
  }

  #save(tx: Transaction, clinic: Clinic): Promise<void> {
    return tx.clinics.save(clinic, openingAt(clinic.opening, this.#clock.now()).until);
  }

  #summary(clinic: Clinic): ClinicSummary {
    return summaryOf(clinic, openingAt(clinic.opening, this.#clock.now()));
  }
}
