import type { ClinicId, VisitCommand, VisitCount } from '@venterum/contract';
import type { Transaction } from '../ports/store.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What a clinic does with everybody who waits at once. Whose clinic it is has been decided before. */
export class WholeQueue {
  readonly #changes: VisitChanges;

  constructor(changes: VisitChanges) {
    this.#changes = changes;
  }

  /** The clinic's words to everybody who waits now. */
  message(tx: Transaction, { id, message }: { id: ClinicId; message: string }): Promise<VisitCount> {
    return this.#everybody(tx, id, { type: 'message', message });
  }

  /** Sends home everybody who waits, in the clinic's words. Whom a clinician has stays. */
  remove(tx: Transaction, { id, ...words }: { id: ClinicId; message?: string }): Promise<VisitCount> {
    return this.#everybody(tx, id, { type: 'remove', ...words });
  }

  async #everybody(tx: Transaction, id: ClinicId, command: VisitCommand): Promise<VisitCount> {
    const waiting = (await tx.visits.active(id)).filter(({ state }) => state === 'waiting');
    for (const visit of waiting) await this.#changes.apply(tx, visit, command);
    return { visits: waiting.length };
  }
}
