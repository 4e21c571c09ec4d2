import {
  consentText,
  type Consent,
  type ConsentId,
  type ConsentRequest,
  type Participant,
  type Visit,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import { found, Refusal } from './refusal.ts';
import type { VisitChanges } from './visit-changes.ts';

/** What consents need. */
export interface ConsentParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly changes: VisitChanges;
}

const withoutCitizensName = ({ name, ...participant }: Participant): Participant =>
  participant.role === 'citizen' || name === undefined ? participant : { ...participant, name };

/** Declarations and consents: recorded with the text as shown, and withdrawn with effect at once. */
export class Consents {
  readonly #parts: ConsentParts;

  constructor(parts: ConsentParts) {
    this.#parts = parts;
  }

  /** The hash of the text somebody saw; not inside a unit of work. Refuses `consent-text-unknown`. */
  async hashOf(request: ConsentRequest): Promise<string> {
    const { textVersion: version, purpose, language } = request;
    return this.#parts.ids.hexHash(
      found(consentText({ version, purpose, language }), 'consent-text-unknown'),
    );
  }

  /** Keeps a declaration or consent. */
  async record(
    tx: Transaction,
    caller: Caller,
    given: { request: ConsentRequest; textHash: string },
  ): Promise<Consent> {
    const consent: Consent = {
      id: this.#parts.ids.id(),
      ...given.request,
      textHash: given.textHash,
      recordedBy: caller.principal.id,
      recordedAt: this.#parts.clock.now(),
    };
    await tx.consents.save(consent);
    return consent;
  }

  /** Takes it back: nothing more is disclosed under it. Refuses `consent-not-found` to all but who recorded it. */
  async withdraw(tx: Transaction, caller: Caller, id: ConsentId): Promise<Consent> {
    const consent = await tx.consents.get(id);
    if (consent?.recordedBy !== caller.principal.id) throw new Refusal('consent-not-found');
    if (consent.withdrawnAt !== undefined) return consent;
    const withdrawn = { ...consent, withdrawnAt: this.#parts.clock.now() };
    await tx.consents.save(withdrawn);
    for (const visit of await tx.visits.underConsent(id)) await this.#stopDisclosure(tx, visit);
    return withdrawn;
  }

  /** The employee's declaration for a join. Refuses `consent-required`. */
  async require(tx: ReadTransaction, caller: Caller, id: ConsentId | undefined): Promise<void> {
    const consent = id === undefined ? undefined : await tx.consents.get(id);
    const valid =
      consent?.purpose === 'declaration' &&
      consent.recordedBy === caller.principal.id &&
      consent.withdrawnAt === undefined;
    if (!valid) throw new Refusal('consent-required');
  }

  async #stopDisclosure(tx: Transaction, visit: Visit): Promise<void> {
    const { citizen: _citizen, reason: _reason, consentId: _consentId, ...rest } = visit;
    const undisclosed = { ...rest, participants: visit.participants.map(withoutCitizensName) };
    if (visit.state === 'in-consultation') await this.#parts.changes.put(tx, undisclosed, visit);
    else await this.#parts.changes.apply(tx, undisclosed, { type: 'leave' });
  }
}
