import type { Invite } from '@venterum/contract';
import { createInviteStore, type InviteCommand, type InviteState, type Store } from '@venterum/client';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { StoreController } from '../shared/store-controller.ts';
import { fill } from '../shared/texts.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import {
  emptyDraft,
  faultsOf,
  isEmpty,
  isFaultless,
  recipientLimit,
  recipientsOf,
  type Draft,
} from './sms-invite.draft.ts';
import {
  InviteRevokedEvent,
  InviteSentEvent,
  InviteStatusEvent,
  type InviteFacts,
} from './sms-invite.events.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { smsInviteStyles } from './sms-invite.styles.ts';
import { smsInviteDa, type SmsInviteTexts } from './sms-invite.texts.da.ts';
import type { SmsInviteActions, SmsInviteUi } from './sms-invite.ui.ts';
import { failureWords, smsInviteView } from './sms-invite.view.ts';

export type * from './sms-invite.events.ts';
export type { SmsInviteTexts } from './sms-invite.texts.da.ts';

const dictionary = {
  da: smsInviteDa,
  en: async (): Promise<SmsInviteTexts> => (await import('./sms-invite.texts.en.ts')).smsInviteEn,
};

// Here and not in the field: the compiler leaves the suffix of an import inside a class field alone.
const loadLater = () => import('./sms-invite.later.ts');

const factsOf = ({ id, visitId, status }: Invite): InviteFacts => ({ inviteId: id, visitId, status });

const starting: InviteState = { status: 'starting', invites: [], busy: new Set() };

/**
 * Invites people to video by SMS: numbers are checked as they are typed and read back before anything is sent; every
 * invitation then shows how far it is, and can be sent again or revoked.
 *
 * @summary Invitations by SMS with their status.
 * @tag sms-invite
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @fires {InviteSentEvent} invite-sent - Invitations were accepted for sending.
 * @fires {InviteStatusEvent} invite-status - An invitation has come further, or has failed.
 * @fires {InviteRevokedEvent} invite-revoked - An invitation was revoked.
 * @csspart base - Everything.
 * @csspart compose - The form.
 * @csspart recipient - One recipient in the form.
 * @csspart confirm - The numbers read back.
 * @csspart list - Everybody invited.
 * @csspart invite - One invitation.
 * @csspart notice - What was sent, or why not.
 * @csspart message - What stands instead of form and list.
 * @csspart dialog - Asks before revoking.
 * @csspart support - Where to get help.
 * @csspart no-client - What is said when the page has no client.
 * @cssprop --venterum-color-accent - The one accent colour.
 * @cssprop --venterum-space - The grid's unit, 8px by default.
 */
export class SmsInviteElement extends VenterumElement<SmsInviteTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, dialogStyles, smsInviteStyles];

  /** Id of the clinic. Default: the first that the signed-in person is a member of. */
  @property() clinic?: string;

  /** Id of a visit to invite more people to. Default: a new visit in the clinic's queue. */
  @property() visit?: string | undefined;

  /** Used instead of a store of its own; for tests and hosts with a state of their own. */
  @property({ attribute: false }) store?: Store<InviteState, InviteCommand>;

  readonly #invites = new StoreController<InviteState, InviteCommand>(this, {
    inputs: () => [this.activeClient, this.clinic],
    create: () => this.#createStore(),
    injected: () => this.store,
    changed: (state, previous) => this.#changed(state, previous),
  });
  readonly #later = new LazyController(this, loadLater);
  #drafts: readonly Draft[] = [emptyDraft(0)];
  #nextKey = 1;
  #step: SmsInviteUi['step'] = 'compose';
  #told: ReadonlySet<string> = new Set();
  #revoking: string | undefined;
  /** What is being revoked had a wrong number: the right one is written next. */
  #rewrites = false;
  #focused: Element | null = null;

  readonly #actions: SmsInviteActions = {
    send: (command) => void this.#invites.dispatch(command),
    type: (key, change) =>
      this.#set(this.#drafts.map((one) => (one.key === key ? { ...one, ...change } : one))),
    leave: (field) => this.#leave(field),
    add: () => this.#add(),
    drop: (key) => this.#drop(key),
    check: (event) => this.#check(event),
    mend: () => this.#go('compose', 'input'),
    confirm: () => this.#confirm(),
    askRevoke: (invite) => this.#askRevoke(invite),
    revoke: (invite, rewrite) => {
      this.#rewrites = rewrite;
      void this.#invites.dispatch({ type: 'revoke', inviteId: invite.id });
    },
    loadLater: () => this.#later.retry(),
  };

  constructor() {
    super(dictionary);
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override get laterTexts(): Partial<SmsInviteTexts> | undefined {
    return this.#later.value?.laterDa;
  }

  protected override content(): TemplateResult {
    const state = this.#invites.state ?? starting;
    if (state.invites.length > 0) this.#later.load();
    const { visit } = this;
    return smsInviteView({
      texts: this.texts,
      language: this.language,
      step: this.#step,
      drafts: this.#drafts,
      faults: faultsOf(this.#drafts),
      told: this.#told,
      forVisit: visit !== undefined,
      invites: state.invites.filter((invite) => visit === undefined || invite.visitId === visit),
      revoking: state.invites.find(({ id }) => id === this.#revoking),
      state,
      later: this.#later.status === 'failed' ? 'failed' : this.#later.value,
      support: (facts) => this.supportView(facts),
      do: this.#actions,
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
    else if (this.#focused?.isConnected === false) this.#focusOn('#sent', '#confirm', '#list', 'h3');
  }

  #createStore(): Store<InviteState, InviteCommand> | undefined {
    const client = this.activeClient;
    if (client === undefined) return undefined;
    return createInviteStore(client, this.clinic === undefined ? {} : { clinicId: this.clinic });
  }

  /** The clinic given, else the one the store works for. */
  get #clinicId(): string | undefined {
    if (this.clinic !== undefined) return this.clinic;
    const session = this.activeClient?.session.getState();
    const principal = session?.status === 'active' ? session.principal : undefined;
    return principal?.kind === 'clinic-staff' ? principal.clinicIds[0] : undefined;
  }

  #set(drafts: readonly Draft[]): void {
    this.#drafts = drafts;
    this.requestUpdate();
  }

  #leave(field: string): void {
    const [kind, key] = field.split('-');
    const draft = this.#drafts.find((one) => `${one.key}` === key);
    // Somebody who only passes through an empty field has done nothing wrong.
    if (draft === undefined || draft[kind === 'name' ? 'name' : 'phone'].trim() === '') return;
    this.#told = new Set([...this.#told, field]);
    this.requestUpdate();
  }

  #add(): void {
    const key = this.#nextKey++;
    this.#set([...this.#drafts, emptyDraft(key, 'relative')]);
    this.#focusSoon(`#name-${key}`);
  }

  #drop(key: number): void {
    this.#set(this.#drafts.filter((one) => one.key !== key));
    this.#focusSoon('.add', 'input');
  }

  #check(event: Event): void {
    event.preventDefault();
    this.#told = new Set(this.#drafts.flatMap(({ key }) => [`name-${key}`, `phone-${key}`]));
    const faulty = !faultsOf(this.#drafts).every(isFaultless);
    this.#go(faulty ? 'compose' : 'confirm', faulty ? '[aria-invalid="true"]' : '#confirm');
  }

  #confirm(): void {
    const clinicId = this.#clinicId;
    if (clinicId === undefined) return;
    const { visit, language } = this;
    const recipients = recipientsOf(this.#drafts, language);
    const request = { clinicId, recipients, ...(visit === undefined ? {} : { visitId: visit }) };
    void this.#invites.dispatch({ type: 'send', request });
  }

  #askRevoke(invite: Invite | undefined): void {
    this.#revoking = invite?.id;
    this.#rewrites = false;
    this.requestUpdate();
  }

  #changed(state: InviteState, previous: InviteState | undefined): void {
    if (previous === undefined) return;
    if (state.sent !== undefined && state.sent !== previous.sent) this.#sent(state.sent);
    this.#compare(state.invites, previous.invites);
    if (state.failure !== undefined && state.failure !== previous.failure) this.#failed(state);
  }

  #sent(sent: readonly Invite[]): void {
    this.#drafts = [emptyDraft(this.#nextKey++)];
    this.#told = new Set();
    this.#go('compose', '#sent');
    this.dispatchEvent(new InviteSentEvent(sent.map(factsOf)));
  }

  #compare(invites: readonly Invite[], before: readonly Invite[]): void {
    const known = new Map(before.map(({ id, status }) => [id, status]));
    const changed = invites.filter(({ id, status }) => known.has(id) && known.get(id) !== status);
    for (const invite of changed) this.#statusChanged(invite);
  }

  #statusChanged(invite: Invite): void {
    this.dispatchEvent(new InviteStatusEvent(factsOf(invite)));
    if (invite.status === 'revoked') this.dispatchEvent(new InviteRevokedEvent(factsOf(invite)));
    if (invite.status === 'revoked' && invite.id === this.#revoking) this.#wasRevoked(invite);
    if (!this.hasTexts) return;
    const status = this.texts[`status:${invite.status}`];
    const words = fill(this.texts.announceStatus, { name: invite.recipient.name, status });
    this.announce(words, invite.status === 'failed' ? 'assertive' : 'polite');
  }

  #wasRevoked({ recipient: { name, role } }: Invite): void {
    this.#revoking = undefined;
    if (!this.#rewrites || this.#drafts.length === recipientLimit) return;
    const again = { ...emptyDraft(this.#nextKey++, role), name };
    this.#drafts = [...this.#drafts.filter((one) => !isEmpty(one)), again];
    this.#go('compose', `#phone-${again.key}`);
  }

  /** What was typed is kept; the focus goes to the first thing to mend. */
  #failed({ failure }: InviteState): void {
    if (failure === undefined || !this.hasTexts) return;
    this.#revoking = undefined;
    const { title, hint } = failureWords(failure, this.texts);
    this.announce([title, hint].filter(Boolean).join('. '), 'assertive');
    const field = fieldAtFault(failure.fields, this.#drafts);
    if (field !== undefined) this.#go('compose', field);
    else if (failure.code === 'phone-invalid') this.#go('compose', 'input[type="tel"]');
  }

  #go(step: SmsInviteUi['step'], ...focus: string[]): void {
    this.#step = step;
    this.requestUpdate();
    this.#focusSoon(...focus);
  }

  #focusSoon(...selectors: string[]): void {
    void this.updateComplete.then(() => this.#focusOn(...selectors));
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

/** The field that the server could not use, from its JSON pointers such as `/recipients/1/phone`. */
const fieldAtFault = (
  fields: readonly string[] | undefined,
  drafts: readonly Draft[],
): string | undefined => {
  for (const pointer of fields ?? []) {
    const [, index, kind] = /^\/recipients\/(\d+)\/(name|phone|role)$/.exec(pointer) ?? [];
    const draft = drafts[Number(index)];
    if (draft !== undefined && kind !== undefined) return `#${kind}-${draft.key}`;
  }
  return undefined;
};
