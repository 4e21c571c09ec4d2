import { createQueueStore, type QueueCommand, type QueueState, type Store } from '@venterum/client';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { StoreController } from '../shared/store-controller.ts';
import { fill } from '../shared/texts.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { ClinicSettingsActs } from './clinic-settings.acts.ts';
import { clinicSettingsStyles } from './clinic-settings.styles.ts';
import { clinicSettingsDa, type ClinicSettingsTexts } from './clinic-settings.texts.da.ts';
import type { ClinicSettingsPart, ReadyState } from './clinic-settings.ui.ts';
import { clinicSettingsView } from './clinic-settings.view.ts';

export type * from './clinic-settings.events.ts';
export type { ClinicSettingsTexts } from './clinic-settings.texts.da.ts';

/** No event tells who has come in or logged in: so often the list is asked for while it is looked at. */
const ASK_AGAIN_MILLISECONDS = 10_000;

/**
 * Who works in a clinic, and when it opens by itself. Everybody on its list sees both and sets the hours; a manager adds
 * by a code, changes roles, logs off and removes. Somebody who is not on the list types the code here.
 *
 * @summary A clinic's members and opening hours.
 * @tag clinic-settings
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @fires {MembersChangedEvent} members-changed - The list of members was changed from here.
 * @csspart base - Everything.
 * @csspart members - The list of members.
 * @csspart member - One of them.
 * @csspart add - The form for somebody new.
 * @csspart code - The code for somebody new.
 * @fires {PlanChangedEvent} plan-changed - The weekly plan was set or taken away from here.
 * @csspart plan - The form for the weekly plan.
 * @csspart enrol - The form for a code.
 * @csspart dialog - Asks before somebody is removed or logged off.
 * @csspart notice - A warning, or why something was refused.
 * @csspart message - What stands instead of the list.
 * @csspart support - Where to get help.
 * @csspart no-client - What is said when the page has no client.
 */
export class ClinicSettingsElement extends VenterumElement<ClinicSettingsTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, dialogStyles, clinicSettingsStyles];

  /** Id of the clinic. Default: the first that the signed-in person is a member of. */
  @property() clinic?: string | undefined;

  /** Which part is shown; the person can turn to the other. */
  @property() view: ClinicSettingsPart = 'members';

  /** Used instead of a store of its own; for tests and hosts with a state of their own. */
  @property({ attribute: false }) store?: Store<QueueState, QueueCommand>;

  readonly #queue = new StoreController<QueueState, QueueCommand>(this, {
    inputs: () => [this.activeClient, this.clinic],
    create: () => this.#createStore(),
    injected: () => this.store,
    changed: (state, previous) => this.#changed(state, previous),
  });
  #cancelAsking: (() => void) | undefined;

  readonly #acts = new ClinicSettingsActs({
    state: () => this.#queue.state,
    texts: () => this.texts,
    client: () => this.activeClient,
    clinic: () => this.clinic,
    dispatch: (command) => this.#queue.dispatch(command),
    emit: (event) => this.dispatchEvent(event),
    now: () => this.now(),
    view: () => this.view,
    turn: (view) => (this.view = view),
    update: () => {
      this.requestUpdate();
      return this.updateComplete;
    },
    worded: () => this.failureWorded(),
    say: (text, urgency) => this.announce(text, urgency),
    focusOn: (...selectors) => this.#focusOn(...selectors),
  });

  constructor() {
    super({
      da: clinicSettingsDa,
      en: () => import('./clinic-settings.texts.en.ts').then((module) => module.clinicSettingsEn),
    });
    this.addEventListener('keydown', (event) => this.#acts.key(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#queue.state?.status === 'ready') this.#askLater();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelAsking?.();
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override content(): TemplateResult {
    return clinicSettingsView(this.#queue.state ?? { status: 'starting' }, {
      texts: this.texts,
      language: this.language,
      now: this.now(),
      view: this.view,
      screen: this.#acts.screen,
      plan: this.#acts.plan,
      session: this.activeClient?.session,
      support: (facts) => this.supportView(facts),
      do: this.#acts,
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('view') && this.#queue.state?.status === 'ready') this.#ask();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
  }

  #createStore(): Store<QueueState, QueueCommand> | undefined {
    const client = this.activeClient;
    if (client === undefined) return undefined;
    return createQueueStore(client, this.clinic === undefined ? {} : { clinicId: this.clinic });
  }

  #changed(state: QueueState, previous: QueueState | undefined): void {
    if (state.failure !== undefined && state.failure !== previous?.failure)
      void this.#acts.failed(state.failure);
    if (state.status !== 'ready') return;
    const before = previous?.status === 'ready' ? previous : undefined;
    if (before === undefined) queueMicrotask(() => this.#ask());
    else this.#sayWhoCame(state, before);
    this.#heard(state, before);
  }

  #heard(state: ReadyState, before: ReadyState | undefined): void {
    if (state.members !== before?.members) this.#askLater();
    if (state.planned !== before?.planned) this.#acts.plan.heard(state);
  }

  /** The list anew, the plan once: what is being written must not go. */
  #ask(): void {
    const state = this.#queue.state;
    if (this.view === 'members') void this.#queue.dispatch({ type: 'find-members' });
    else if (state?.status === 'ready' && state.planned === undefined)
      void this.#queue.dispatch({ type: 'find-plan' });
  }

  #askLater(): void {
    this.#cancelAsking?.();
    this.#cancelAsking = this.activeClient?.clock.after(ASK_AGAIN_MILLISECONDS, () => {
      if (this.#mayAsk) this.#ask();
      else this.#askLater();
    });
  }

  /** Asking would take away what was refused, before it has been read, or meet a change under way. */
  get #mayAsk(): boolean {
    const state = this.#queue.state;
    if (state?.status !== 'ready' || this.view !== 'members' || document.hidden) return false;
    return state.busy.size === 0 && state.failure === undefined && state.offlineSince === undefined;
  }

  #sayWhoCame({ members = [] }: ReadyState, { members: before = [] }: ReadyState): void {
    if (!this.hasTexts) return;
    for (const { id, name, status } of members)
      if (status === 'active' && before.find((one) => one.id === id)?.status === 'invited')
        this.announce(fill(this.texts.joined, { name }));
  }

  #focusOn(...selectors: string[]): void {
    for (const selector of selectors) {
      const target = this.renderRoot.querySelector<HTMLElement>(selector);
      if (target === null) continue;
      target.focus();
      return;
    }
  }
}
