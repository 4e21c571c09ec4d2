import {
  createJoinStore,
  type JoinCommand,
  type JoinState,
  type JoinStoreOptions,
  type Store,
} from '@venterum/client';
import type { Citizen, Companion, ConsentGiver, Instant, VisitId, VisitKind } from '@venterum/contract';
import type { CSSResultGroup, PropertyValues } from 'lit';
import { property, state } from '../shared/decorators.ts';
import { fetchMedia } from '../shared/fetch-media.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { consentForm, deviceCheck, LazyElementController, videoRoom } from '../shared/load-element.ts';
import { CallSound } from '../shared/sound.ts';
import { StoreController } from '../shared/store-controller.ts';
import { TapGuard } from '../shared/tap-guard.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import {
  announcements,
  eventsBetween,
  isCalledUnasked,
  isNewFailure,
  isNewMessage,
  isNewScreen,
  keptUi,
  type JoinWords,
} from './queue-join.changes.ts';
import type { JoinReach } from './queue-join.reach.ts';
import { JoinForms } from './queue-join.forms.ts';
import { ScreenController } from './queue-join.screen.ts';
import { queueJoinStyles } from './queue-join.styles.ts';
import { queueJoinDa, type QueueJoinTexts } from './queue-join.texts.da.ts';
import { cleanUi, type JoinField, type JoinUi, type JoinView } from './queue-join.ui.ts';
import { queueJoinView } from './queue-join.view.ts';

export type * from './queue-join.events.ts';
export type { QueueJoinTexts } from './queue-join.texts.da.ts';

/** Steps that most who join never see, or see only once the host has not logged them in. */
const asideSteps: readonly JoinState['step'][] = [
  'signed-out',
  'signing-in',
  'session-ended',
  'who',
  'closed',
  'over',
];

// Here and not in the field: the compiler leaves the suffix of an import inside a class field alone.
const loadAside = () => import('./queue-join.aside.view.ts');
const loadGuest = () => import('./queue-join.guest.view.ts');

/**
 * Everything on the joining side: logging in, whom it is about, reason, consent, devices, the wait, the call and what
 * comes after. With a citizen handed over it is one screen and three taps.
 *
 * @summary Joins a clinic's queue and stays until the consultation is over.
 * @tag queue-join
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @csspart base - Everything.
 * @csspart primary - The one primary button of a step.
 * @csspart citizen - Whom it is about.
 * @csspart clinic - The clinic, or one found.
 * @csspart position - The place in the queue.
 * @csspart wait - The expected wait.
 * @csspart minimise - Makes the wait a slim bar.
 * @csspart slim - The slim bar.
 * @csspart restore - Shows the queue again.
 * @csspart notice - Asks to be told by the system too.
 * @csspart leave - Gives up the place, after a question.
 * @csspart decline - Says that the link was for somebody else.
 * @csspart called - What is said when the doctor is ready.
 * @csspart video - The video room.
 * @csspart message - The clinic's own words.
 * @csspart record - The facts for the record.
 * @csspart again - Starts afresh.
 * @csspart sign-out - Logs off whoever has logged in here.
 * @csspart test - What says that this is a test call.
 * @csspart offline - How old the screen is while the connection is gone.
 * @csspart session - The warning before being logged off.
 * @csspart failure - What went wrong.
 * @csspart support - Where to get help.
 * @csspart no-client - What is said when the page has no client.
 * @cssprop --venterum-color-accent - The one accent colour.
 * @cssprop --venterum-color-surface - The background.
 * @cssprop --venterum-color-text - The text.
 * @cssprop --venterum-space - The grid's unit, 8px by default.
 * @cssprop --venterum-radius - Radius of corners, 6px by default.
 * @cssprop --venterum-font - The font, inherited by default.
 * @fires {VisitJoinedEvent} visit-joined - There is a place in the queue.
 * @fires {VisitCalledEvent} visit-called - A clinician is ready: call somebody back to the screen.
 * @fires {VisitEndedEvent} visit-ended - It is over, with the facts for the record.
 * @fires {VisitLeftEvent} visit-left - The joiner has given up the place.
 */
export class QueueJoinElement extends VenterumElement<QueueJoinTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, queueJoinStyles];

  /** Id of the clinic to queue for; else the citizen's own. */
  @property() clinic?: string;

  /** Whom it is about. A property only: personal data has no place in the markup. */
  @property({ attribute: false }) citizen?: Citizen;

  /** Others in the room, seen and heard through this device. A property only. */
  @property({ attribute: false }) companions?: readonly Companion[];

  /** The reason to begin with; the joiner can change it. */
  @property() reason?: string;

  /** The agreed time, RFC 3339. */
  @property({ attribute: 'agreed-at' }) agreedAt?: Instant;

  /** With a patient (`consultation`) or between professionals about one (`conference`). */
  @property() kind: VisitKind = 'consultation';

  /** Id of the visit to go on with after a reload, as `visit-joined` told it; else the one that fits. */
  @property({ attribute: 'visit-id' }) visitId?: VisitId;

  /** A test call: marked everywhere, never counted. */
  @property({ type: Boolean }) test = false;

  /** Who agrees, recorded with the declaration: `citizen`, `guardian` or `relative-with-power-of-attorney`. */
  @property({ attribute: 'on-behalf-of' }) onBehalfOf?: ConsentGiver;

  /** While waiting: a slim bar, so that somebody can go on working. */
  @property({ type: Boolean, reflect: true }) minimised = false;

  /** A store of the integrator's own instead of the built-in one. */
  @property({ attribute: false }) store?: Store<JoinState, JoinCommand>;

  @state() private ui: JoinUi = cleanUi;

  readonly #store = new StoreController<JoinState, JoinCommand>(this, {
    inputs: () => [this.activeClient, JSON.stringify(this.#handedOver)],
    injected: () => this.store,
    create: () =>
      this.activeClient === undefined ? undefined : createJoinStore(this.activeClient, this.#options),
    changed: (now, before) => this.#changed(now, before),
  });
  readonly #consentForm = new LazyElementController(this, consentForm);
  readonly #deviceCheck = new LazyElementController(this, deviceCheck);
  readonly #videoRoom = new LazyElementController(this, videoRoom);
  readonly #aside = new LazyController(this, loadAside);
  readonly #guest = new LazyController(this, loadGuest);
  readonly #sound = new CallSound(this);
  #reach: JoinReach | undefined;
  readonly #tapGuard = new TapGuard(this);
  readonly #screen = new ScreenController(this, (words) => this.announce(words));
  readonly #forms = new JoinForms({
    state: () => this.#store.state,
    ui: () => this.ui,
    texts: () => this.texts,
    aside: () => this.#aside.value,
    guest: () => this.#guest.value,
    dispatch: (command) => this.#dispatch(command),
    refuse: (field, words) => this.#refuse(field, words),
  });

  constructor() {
    super({
      da: queueJoinDa,
      en: () => import('./queue-join.texts.en.ts').then((module) => module.queueJoinEn),
    });
    new TickController(this, () => this.#store.state?.sessionEndsAt !== undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forms.stop();
    queueMicrotask(() => {
      if (!this.isConnected) this.#reach?.end();
    });
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override get laterTexts(): Partial<QueueJoinTexts> | undefined {
    return { ...this.#aside.value?.asideDa, ...this.#guest.value?.guestDa };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reason') && this.reason !== undefined && this.hasUpdated)
      this.#dispatch({ type: 'set-reason', reason: this.reason });
  }

  protected override content(): unknown {
    const state = this.#store.state;
    if (state === undefined) return this.texts.oneMoment;
    this.#load(state);
    if (this.#isGuest) this.#guest.load();
    this.#reachOut(state);
    return queueJoinView(this.#view(state));
  }

  /** What the host hands over; compared by value, so that a host may make the same objects anew. */
  get #handedOver(): JoinStoreOptions {
    const { kind, test, clinic: clinicId, citizen, agreedAt, companions } = this;
    return { kind, test, clinicId, citizen, agreedAt, companions };
  }

  get #options(): JoinStoreOptions {
    const { reason, visitId } = this;
    return {
      ...this.#handedOver,
      reason,
      visitId,
      onWaiting: () => {
        this.#videoRoom.load();
        fetchMedia();
      },
    };
  }

  #view(state: JoinState): JoinView {
    return {
      texts: this.texts,
      language: this.language,
      now: this.now(),
      state,
      ui: this.ui,
      minimised: this.minimised,
      client: this.activeClient,
      hasLogin: this.activeClient?.session.kind === 'login',
      onBehalfOf: this.onBehalfOf,
      consentForm: this.#consentForm.status,
      deviceCheck: this.#deviceCheck.status,
      videoRoom: this.#videoRoom.status,
      aside: this.#aside.value,
      asideStatus: this.#aside.status,
      guest: this.#guest.value,
      guestStatus: this.#guest.status,
      isGuest: this.#isGuest,
      dispatch: (command) => this.#dispatch(command),
      change: (ui) => this.#change(ui),
      minimise: (minimised) => this.#minimise(minimised),
      submit: (event) => this.#forms.submit(event),
      enter: (event) => this.#enter(event),
      justCalled: this.#tapGuard.active,
      reach: this.#reach,
      canSound: this.#sound.isReady,
      reload: () => this.#reload(),
      support: () => this.supportView({ support: state.support, state: state.step, failure: state.failure }),
    };
  }

  /** Code is fetched a step before it is needed: being called must not cost a download. */
  #load(state: JoinState): void {
    const { step } = state;
    const waits = step === 'waiting' || step === 'called';
    if (step === 'ready' && state.consentNeeded) this.#consentForm.load();
    if (step === 'ready' || waits) this.#deviceCheck.load();
    if (step === 'in-call' || waits) this.#videoRoom.load();
    if (asideSteps.includes(step) || waits) this.#aside.load();
  }

  get #isGuest(): boolean {
    const { kind, step } = this.#store.state ?? {};
    const { session } = this.activeClient ?? {};
    return session?.kind === 'invitation' || kind === 'guest' || step === 'invited' || step === 'declined';
  }

  #reachOut(state: JoinState): void {
    const [aside, client] = [this.#aside.value, this.activeClient];
    if (aside === undefined || client === undefined || !this.isConnected) return;
    this.#reach ??= new aside.JoinReach(() => this.requestUpdate());
    this.#reach.show(state, client);
  }

  /** Somebody has asked for what could not be fetched. */
  #reload(): void {
    for (const lazy of [this.#consentForm, this.#deviceCheck, this.#videoRoom, this.#aside, this.#guest])
      if (lazy.status === 'failed') lazy.retry();
    this.requestUpdate();
  }

  #dispatch(command: JoinCommand): void {
    void this.#store.dispatch(command);
  }

  #changed(now: JoinState, before: JoinState | undefined): void {
    this.#ring(now);
    if (before === undefined) return;
    this.#screen.follow(now, before);
    if (isCalledUnasked(now, before)) this.#tapGuard.start();
    if (isNewScreen(now, before)) this.#leaveScreen(now, before);
    if (isNewMessage(now, before)) this.#sound.chime();
    if (isNewFailure(now, before)) void this.failureWorded().then(() => this.#say(now, before));
    else this.#say(now, before);
    for (const event of eventsBetween(now, before)) this.dispatchEvent(event);
  }

  #say(now: JoinState, before: JoinState): void {
    for (const words of announcements(now, before, this.#words)) this.announce(words.text, words.urgency);
  }

  #ring(now: JoinState): void {
    if (now.step === 'called' && now.visit.state === 'called') {
      const { calledTitle, calledText } = this.#words.texts;
      this.#sound.ring(calledTitle);
      this.#reach?.notice.show(calledTitle, calledText);
    } else {
      this.#sound.stop();
      this.#reach?.notice.close();
    }
  }

  #leaveScreen(now: JoinState, before: JoinState): void {
    this.ui = keptUi(now, before, this.ui);
    if (now.step !== 'waiting' && now.step !== 'called') this.minimised = false;
  }

  #change(ui: Partial<JoinUi>): void {
    this.ui = { ...this.ui, ...ui };
    if (ui.search !== undefined) this.#forms.searchSoon();
    if (ui.leaving !== undefined) void this.#screen.focusAfter(ui.leaving ? '.stay' : '.leave');
    if (ui.cprLetters === true) void this.#screen.focusAfter('#cpr');
    if (ui.declining !== undefined) void this.#screen.focusAfter('h2');
  }

  #minimise(minimised: boolean): void {
    this.minimised = minimised;
    void this.#screen.focusAfter(minimised ? '.slim button' : 'h2');
  }

  #enter(event: UIEvent): void {
    if (this.#tapGuard.accepts(event)) this.#dispatch({ type: 'enter' });
  }

  #refuse(field: JoinField, words: string): void {
    this.#change({ wrong: field });
    this.announce(words, 'assertive');
    this.#screen.focusOn(field);
  }

  get #words(): JoinWords {
    return { texts: this.hasTexts ? this.texts : queueJoinDa, language: this.language, now: this.now() };
  }
}
