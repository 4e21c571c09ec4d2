import type { Invite, VisitKind } from '@venterum/contract';
import {
  createInviteStore,
  type Failure,
  type InviteCommand,
  type InviteState,
  type Store,
  type VenterumClient,
} from '@venterum/client';
import { adoptStyles, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { failureText } from '../shared/failure-text.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { StoreController } from '../shared/store-controller.ts';
import { fill } from '../shared/texts.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { recipientOf } from './sms-invite.draft.ts';
import {
  InviteRevokedEvent,
  InviteSentEvent,
  InviteStatusEvent,
  type InviteFacts,
} from './sms-invite.events.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { InviteForm } from './sms-invite.form.ts';
import { momentText, statusText } from './sms-invite.list.view.ts';
import { smsInviteStyles } from './sms-invite.styles.ts';
import { smsInviteDa, type SmsInviteTexts } from './sms-invite.texts.da.ts';
import type { Later, SmsInviteActions, SmsInviteUi } from './sms-invite.ui.ts';
import { smsInviteView } from './sms-invite.view.ts';

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
 * @csspart test - What says that this is a test call.
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

  /** Of new visits: with a patient, or between professionals about one. */
  @property() kind: VisitKind = 'consultation';

  /** New visits are test calls, without being asked: marked everywhere, never counted. */
  @property({ type: Boolean }) test = false;

  /** Used instead of a store of its own; for tests and hosts with a state of their own. */
  @property({ attribute: false }) store?: Store<InviteState, InviteCommand>;

  readonly #invites = new StoreController<InviteState, InviteCommand>(this, {
    inputs: () => [this.activeClient, this.clinic],
    create: () => this.#createStore(),
    injected: () => this.store,
    changed: (state, previous) => this.#changed(state, previous),
  });
  readonly #later = new LazyController(this, () => this.#fetchLater());
  readonly #form = new InviteForm();
  #revoking: string | undefined;
  /** What is being revoked had a wrong number: the right one is written next. */
  #rewrites = false;
  #copied = false;
  #focused: Element | null = null;
  #asked: VenterumClient | undefined;

  readonly #actions: SmsInviteActions = {
    send: (command) => void this.#invites.dispatch(command),
    type: (key, change) => this.#edit(() => this.#form.type(key, change)),
    leave: (field) => {
      if (this.#form.leave(field)) this.requestUpdate();
    },
    time: (field, time) => this.#edit(() => (this.#form[field] = time)),
    markTest: (test) => this.#edit(() => (this.#form.test = test)),
    add: () => {
      const key = this.#form.add();
      this.requestUpdate();
      this.#focusSoon(`#name-${key}`);
    },
    drop: (key) => {
      this.#edit(() => this.#form.drop(key));
      this.#focusSoon('.add', 'input');
    },
    check: (event) => this.#check(event),
    mend: () => this.#go('compose', 'input'),
    confirm: () => this.#confirm(),
    askRevoke: (invite) => this.#askRevoke(invite),
    revoke: (invite, rewrite) => {
      this.#rewrites = rewrite;
      void this.#invites.dispatch({ type: rewrite ? 'rewrite' : 'revoke', inviteId: invite.id });
    },
    rewrite: (invite) => this.#rewrite(invite),
    copy: (link) => void this.#copy(link),
    loadLater: () => this.#later.retry(),
  };

  constructor() {
    super(dictionary);
    // A code shown runs out.
    new TickController(this, () => this.#invites.state?.shown !== undefined);
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
    const invited = (id: string | undefined): Invite | undefined =>
      state.invites.find((invite) => invite.id === id);
    const form = this.#form;
    const { step, drafts, faults, told, hasNumbers, countries } = form;
    const { sendAt, agreedAt, agreedMoment } = form;
    const now = this.now();
    return smsInviteView({
      texts: this.texts,
      language: this.language,
      now,
      ...{ step, drafts, faults, told, hasNumbers, countries },
      ...{ sendAt, agreedAt, agreedMoment },
      goesOutAt: form.goesOutAt(now),
      timeFaults: {
        sendAt: form.toldTimeFault('sendAt', now),
        agreedAt: form.toldTimeFault('agreedAt', now),
      },
      test: this.test ? 'always' : form.test,
      forVisit: visit !== undefined,
      rewriting: form.visitId !== undefined,
      invites: state.invites.filter((invite) => visit === undefined || invite.visitId === visit),
      revoking: invited(this.#revoking),
      showing: invited(state.shown?.inviteId),
      copied: this.#copied,
      state,
      later: this.#later.status === 'failed' ? 'failed' : this.#later.value,
      support: (facts) => this.supportView(facts),
      do: this.#actions,
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Nobody invites to a running conversation for later.
    if (changed.has('visit')) this.#form.sendAt = this.#form.agreedAt = undefined;
    this.#askCountries();
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

  #askCountries(): void {
    const client = this.activeClient;
    if (client === undefined || client === this.#asked) return;
    this.#asked = client;
    client.config().then(
      ({ smsCountries }) => this.#edit(() => (this.#form.countries = smsCountries)),
      // Danish numbers only, until the server answers; it refuses what it does not allow.
      () => undefined,
    );
  }

  async #fetchLater(): Promise<Later> {
    const later = await loadLater();
    if (this.renderRoot instanceof ShadowRoot)
      adoptStyles(this.renderRoot, [...SmsInviteElement.elementStyles, later.waysStyles]);
    return later;
  }

  #edit(change: () => void): void {
    change();
    this.requestUpdate();
  }

  #check(event: Event): void {
    event.preventDefault();
    if (!this.#form.check(this.now())) this.#go('compose', '[aria-invalid="true"]');
    else if (this.#form.hasNumbers) this.#go('confirm', '#confirm');
    else this.#confirm();
  }

  #confirm(): void {
    const { language, kind } = this;
    const { drafts, countries, sendMoment: sendAt, agreedMoment: agreedAt } = this.#form;
    const { visitId = this.visit, test } = this.#form;
    const recipients = drafts.map((draft) => recipientOf(draft, language, countries));
    const request = {
      recipients,
      ...(sendAt && { sendAt }),
      ...(visitId === undefined
        ? { kind, ...(agreedAt && { agreedAt }), ...((this.test || test) && { test: true }) }
        : { visitId }),
    };
    void this.#invites.dispatch({ type: 'send', request });
  }

  async #copy(link: string): Promise<void> {
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    this.announce(copied ? this.texts.copied : this.texts.copyFailed);
    // Where the page may not copy, the person can.
    if (!copied) this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
    this.#edit(() => (this.#copied = copied));
  }

  #askRevoke(invite: Invite | undefined): void {
    this.#revoking = invite?.id;
    this.#rewrites = false;
    this.requestUpdate();
  }

  #changed(state: InviteState, previous: InviteState | undefined): void {
    if (previous === undefined) return;
    if (state.sent !== undefined && state.sent !== previous.sent) this.#sent(state.sent);
    if (state.shown?.inviteId !== previous.shown?.inviteId) this.#copied = false;
    this.#compare(state.invites, previous.invites);
    if (state.failure !== undefined && state.failure !== previous.failure) this.#failed(state.failure);
  }

  #sent(sent: readonly Invite[]): void {
    this.#form.clear();
    this.#go('compose', '#sent');
    this.dispatchEvent(new InviteSentEvent(sent.map(factsOf)));
    const [first, ...more] = sent;
    // Nothing is on its way to them: the ways in are what they were invited for.
    if (first?.status === 'issued' && more.length === 0)
      void this.#invites.dispatch({ type: 'show', inviteId: first.id });
  }

  #compare(invites: readonly Invite[], before: readonly Invite[]): void {
    const known = new Map(before.map((invite) => [invite.id, invite]));
    for (const invite of invites) {
      const was = known.get(invite.id);
      if (was === undefined) continue;
      if (was.status !== invite.status) this.#statusChanged(invite);
      if (was.otherDeviceAt !== invite.otherDeviceAt) this.#warn(invite);
    }
  }

  #warn({ recipient: { name }, otherDeviceAt }: Invite): void {
    if (otherDeviceAt === undefined || !this.hasTexts) return;
    const time = momentText(otherDeviceAt, { language: this.language, now: this.now() });
    this.announce(`${name}: ${fill(this.texts.otherDevice, { time })}`, 'assertive');
  }

  #statusChanged(invite: Invite): void {
    this.dispatchEvent(new InviteStatusEvent(factsOf(invite)));
    if (invite.status === 'revoked') this.dispatchEvent(new InviteRevokedEvent(factsOf(invite)));
    if (invite.status === 'revoked' && invite.id === this.#revoking) this.#wasRevoked(invite);
    if (!this.hasTexts) return;
    const isUrgent = invite.wrongPerson === true || invite.status === 'failed';
    this.announce(statusText(invite, this.texts), isUrgent ? 'assertive' : 'polite');
  }

  #wasRevoked(invite: Invite): void {
    this.#revoking = undefined;
    if (this.#rewrites) this.#rewrite(invite);
  }

  #rewrite(invite: Invite): void {
    this.#go('compose', `#phone-${this.#form.rewrite(invite, this.now())}`);
  }

  /** What was typed is kept; the focus goes to the first thing to mend. */
  #failed(failure: Failure): void {
    if (!this.hasTexts) return;
    this.#revoking = undefined;
    this.announce(failureText(failure, this.texts), 'assertive');
    const field = this.#form.fieldAtFault(failure);
    if (field !== undefined) this.#go('compose', field);
  }

  #go(step: SmsInviteUi['step'], ...focus: string[]): void {
    this.#edit(() => (this.#form.step = step));
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
