import { formatPhone, readPhone, type LocalDate, type OpeningRequest } from '@venterum/contract';
import type { QueueCommand } from '@venterum/client';
import { PlanChangedEvent } from './clinic-settings.events.ts';
import {
  draftOf,
  faultsOf,
  planOf,
  sorted,
  type PlanDraft,
  type PlanFaults,
} from './clinic-settings.plan.ts';
import type { ClinicSettingsTexts } from './clinic-settings.texts.da.ts';
import type { ReadyState } from './clinic-settings.ui.ts';

/** What the form needs of the element. */
export interface PlanHost {
  readonly state: () => ReadyState | undefined;
  readonly texts: () => ClinicSettingsTexts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Asks the server; `done` follows once it has been done, also when that takes a second try. */
  readonly change: (command: QueueCommand, done: () => void) => Promise<void>;
  readonly update: () => unknown;
  readonly emit: (event: Event) => boolean;
  readonly say: (text: string, urgency?: 'polite' | 'assertive') => void;
  readonly focusSoon: (...selectors: string[]) => void;
}

/** Dates in Denmark as a date field has them, `YYYY-MM-DD`: the way they are written in Sweden. */
const dates = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Copenhagen' });

const none: PlanFaults = new Map();

/** The opening as it is, with another phone number. */
const withPhone = (
  { open, message, delayMinutes }: OpeningRequest,
  phone: string | undefined,
): OpeningRequest => ({
  open,
  ...(message && { message }),
  ...(delayMinutes && { delayMinutes }),
  ...(phone && { phone }),
});

/** The weekly plan while somebody writes it. What is typed stays until the server has taken it. */
export class PlanForm {
  /** Nothing is planned, or nothing is known yet, when missing. */
  draft: PlanDraft | undefined;
  faults: PlanFaults = none;
  /** The server has taken what is shown. */
  isSaved = false;
  readonly #host: PlanHost;
  /** Somebody has tried to save: from then on faults are told while they are mended. */
  #isChecked = false;

  constructor(host: PlanHost) {
    this.#host = host;
  }

  /** The server has told the plan: it is what is shown. */
  heard(state: ReadyState): void {
    this.draft = state.planned?.plan === undefined ? undefined : this.#draftFor(state);
    this.#isChecked = false;
    this.faults = none;
  }

  /** Begins a first one. */
  make(): void {
    const state = this.#host.state();
    if (state === undefined) return;
    this.draft = this.#draftFor(state);
    this.#host.update();
    this.#host.focusSoon('#w0-0-from');
  }

  write(change: Partial<PlanDraft>): void {
    if (this.draft === undefined) return;
    this.draft = { ...this.draft, ...change };
    this.isSaved = false;
    if (this.#isChecked) this.faults = faultsOf(this.draft, this.#today);
    this.#host.update();
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.draft === undefined) return;
    this.draft = sorted(this.draft);
    this.#isChecked = true;
    this.faults = faultsOf(this.draft, this.#today);
    this.#host.update();
    const [first] = this.faults.keys();
    if (first === undefined) await this.#saveAll(this.draft);
    else {
      this.#host.say(this.#host.texts().mend, 'assertive');
      this.#host.focusSoon(`#${first}`);
    }
  }

  async drop(): Promise<void> {
    await this.#host.change({ type: 'set-plan' }, () => {
      this.#told(false);
      this.#host.say(this.#host.texts().dropped);
      this.#host.focusSoon('#plan');
    });
  }

  #draftFor({ planned, clinic }: ReadyState): PlanDraft {
    return draftOf(planned?.plan, { phone: formatPhone(clinic.phone ?? ''), today: this.#today });
  }

  get #today(): LocalDate {
    return dates.format(this.#host.now());
  }

  /** The phone first: a plan makes void what was said by hand, but for the phone. */
  async #saveAll(draft: PlanDraft): Promise<void> {
    const clinic = this.#host.state()?.clinic;
    if (clinic === undefined) return;
    const { phone } = readPhone(draft.phone);
    if (phone === clinic.phone) await this.#savePlan(draft);
    else {
      const opening = withPhone(clinic, phone);
      await this.#host.change({ type: 'set-opening', opening }, () => void this.#savePlan(draft));
    }
  }

  async #savePlan(draft: PlanDraft): Promise<void> {
    await this.#host.change({ type: 'set-plan', plan: planOf(draft) }, () => {
      this.#told(true);
      this.isSaved = true;
      this.#host.say(this.#host.texts().planSaved);
      this.#host.focusSoon('#saved');
    });
  }

  #told(planned: boolean): void {
    this.isSaved = false;
    this.#host.emit(new PlanChangedEvent({ planned }));
  }
}
