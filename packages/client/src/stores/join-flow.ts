import type { ClinicSummary, Principal } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { createCell, type Cell } from './cell.ts';
import type { JoinStoreOptions } from './join-options.ts';
import { draftFrom } from './join-rules.ts';
import type { JoinBase, JoinDraft, JoinState, JoinStep } from './join-state.ts';
import { patched, type Patch } from './patched.ts';

/** What the parts of a join flow share: the state, and who is signed in. */
export class JoinFlow {
  readonly client: VenterumClient;
  readonly options: JoinStoreOptions;
  readonly cell: Cell<JoinState>;
  base: JoinBase;
  step: JoinStep = { step: 'starting' };
  me: Principal | undefined;
  /** Counts starts and ends: what was asked before is void. */
  run = 0;
  /** One per intention to join; kept while an answer is missing. */
  joinKey: string | undefined;
  /** The server asked for consent where none was expected. */
  consentDemanded = false;
  #cancelTimer: (() => void) | undefined;

  constructor(client: VenterumClient, options: JoinStoreOptions) {
    this.client = client;
    this.options = options;
    this.base = { draft: draftFrom(options) };
    this.cell = createCell<JoinState>({ ...this.base, ...this.step });
  }

  patch(patch: Patch<JoinBase>): void {
    this.base = patched(this.base, patch);
    this.#publish();
  }

  draft(patch: Patch<JoinDraft>): void {
    // Another draft is another intention.
    this.joinKey = undefined;
    this.patch({ draft: patched(this.base.draft, patch) });
  }

  go(step: JoinStep): void {
    this.cancelTimer();
    this.step = step;
    this.#publish();
  }

  /** Runs something later unless the step changes first. */
  later(milliseconds: number, run: () => void): void {
    this.cancelTimer();
    this.#cancelTimer = this.client.clock.after(milliseconds, run);
  }

  cancelTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  /** Where the chosen clinic leads: closed, or ready to join. */
  goToClinic(clinic: ClinicSummary): void {
    this.patch({ draft: { ...this.base.draft, clinic } });
    const consentNeeded = this.consentDemanded || this.me?.kind === 'municipal-employee';
    this.go(clinic.open ? { step: 'ready', clinic, consentNeeded } : { step: 'closed', clinic });
  }

  /** The next person at this device sees nothing of the last. */
  forget(): void {
    this.run += 1;
    this.me = this.joinKey = undefined;
    this.consentDemanded = false;
    const { support } = this.base;
    this.base = patched<JoinBase>({ draft: draftFrom(this.options) }, { support });
  }

  #publish(): void {
    this.cell.set({ ...this.base, ...this.step });
  }
}
