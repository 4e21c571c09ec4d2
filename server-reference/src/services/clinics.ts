import type { Clinic, ClinicId, ClinicSummary, Cpr, OpeningRequest } from '@venterum/contract';
import type { Directory } from '../ports/directory.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import { limits } from './limits.ts';
import { found, Refusal } from './refusal.ts';
import { summaryOf } from './visit-views.ts';

/** Clinics: finding them, and their opening. */
export class Clinics {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** By name, address or ydernummer. */
  async search(tx: ReadTransaction, text: string): Promise<readonly ClinicSummary[]> {
    return (await tx.clinics.search(text, limits.searchResults)).map(summaryOf);
  }

  /** Refuses `clinic-not-found`. */
  async get(tx: ReadTransaction, id: ClinicId): Promise<ClinicSummary> {
    return summaryOf(found(await tx.clinics.get(id), 'clinic-not-found'));
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

  /** Opens or closes the queue. Refuses `clinic-not-found`. */
  async setOpening(
    tx: Transaction,
    change: { readonly id: ClinicId; readonly opening: OpeningRequest },
  ): Promise<Clinic> {
    const clinic = found(await tx.clinics.get(change.id), 'clinic-not-found');
    const changed = { ...clinic, opening: change.opening };
    await tx.clinics.save(changed);
    tx.emit({ kind: 'opening', clinicId: clinic.id });
    return changed;
  }

  /** Loads clinics at start; what a clinic said about being open stays. */
  async seed(tx: Transaction, clinics: readonly Clinic[]): Promise<void> {
    for (const clinic of clinics) {
      const known = await tx.clinics.get(clinic.id);
      await tx.clinics.save({ ...clinic, opening: known?.opening ?? clinic.opening });
    }
  }
}
