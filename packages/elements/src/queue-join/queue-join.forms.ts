import { missingIn, type JoinCommand, type JoinState } from '@venterum/client';
import type { QueueJoinTexts } from './queue-join.texts.da.ts';
import type { AsideViews, GuestViews, JoinField, JoinStateIn, JoinUi } from './queue-join.ui.ts';

/** What the forms need of their element. */
export interface FormsHost {
  readonly state: () => JoinState | undefined;
  readonly ui: () => JoinUi;
  readonly texts: () => QueueJoinTexts;
  readonly aside: () => AsideViews | undefined;
  readonly guest: () => GuestViews | undefined;
  readonly dispatch: (command: JoinCommand) => void;
  /** Something is missing or wrong: what to mark and take the focus to, and what to say. */
  readonly refuse: (field: JoinField, words: string) => void;
}

const TYPING_MILLISECONDS = 300;

/** What is typed, and whether it will do: the one primary button of each step. */
export class JoinForms {
  readonly #host: FormsHost;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormsHost) {
    this.#host = host;
  }

  /** The primary button, or Enter. */
  submit(event: Event): void {
    event.preventDefault();
    const state = this.#host.state();
    if (state?.step === 'invited') this.#redeem(state);
    if (state?.step === 'who') this.#lookUp(state.mode);
    if (state?.step === 'ready') this.#join(state);
  }

  /** Searches when nothing has been typed for a moment. */
  searchSoon(): void {
    this.stop();
    this.#searchTimer = setTimeout(() => this.#search(), TYPING_MILLISECONDS);
  }

  /** Searches no more. */
  stop(): void {
    clearTimeout(this.#searchTimer);
  }

  #lookUp(mode: 'cpr' | 'clinic'): void {
    if (mode === 'cpr') this.#find();
    else this.#search();
  }

  #search(): void {
    this.stop();
    const search = this.#host.ui().search.trim();
    if (search.length > 1) this.#host.dispatch({ type: 'search-clinics', search });
  }

  #redeem({ byCode, redeeming }: JoinStateIn<'invited'>): void {
    const { ui, texts, guest, dispatch, refuse } = this.#host;
    const given = guest()?.redemption(ui(), byCode);
    if (given === undefined || redeeming) return;
    if ('command' in given) dispatch(given.command);
    else refuse(given.field, texts()[given.words]);
  }

  #find(): void {
    const { ui, texts, aside, dispatch, refuse } = this.#host;
    const cpr = aside()?.parseCpr(ui().cpr);
    if (cpr === undefined) refuse('#cpr', texts().cprInvalid);
    else dispatch({ type: 'find-own-clinic', cpr });
  }

  #join(state: JoinStateIn<'ready'>): void {
    const { texts, dispatch, refuse } = this.#host;
    const missing = missingIn(state, state.consentNeeded);
    if (missing === undefined) dispatch({ type: 'join' });
    else refuse(missing === 'reason' ? '#reason' : 'consent-form', texts()[`${missing}Missing`]);
  }
}
