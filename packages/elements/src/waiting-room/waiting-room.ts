import type { ClinicVisit } from '@venterum/contract';
import { createQueueStore, type QueueCommand, type QueueState, type Store } from '@venterum/client';
import { adoptStyles, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { fetchMedia } from '../shared/fetch-media.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { clinicSettings, LazyElementController, smsInvite, videoRoom } from '../shared/load-element.ts';
import { originStyles } from '../shared/origin.ts';
import { StoreController } from '../shared/store-controller.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { WaitingRoomActs } from './waiting-room.acts.ts';
import type { ArrivalController } from './waiting-room.arrivals.ts';
import { follow, type FollowingHost } from './waiting-room.follow.ts';
import type { FocusKeeper } from './waiting-room.focus.ts';
import { RowGroups } from './waiting-room.row-groups.ts';
import { rowStyles } from './waiting-room.rows.styles.ts';
import { waitingRoomStyles } from './waiting-room.styles.ts';
import { waitingRoomDa, type WaitingRoomTexts } from './waiting-room.texts.da.ts';
import type { Later, ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';
import { refusedWords, waitingRoomView } from './waiting-room.view.ts';
import { urgentWords } from './waiting-room.words.ts';

export type * from './waiting-room.events.ts';
export type { WaitingRoomTexts } from './waiting-room.texts.da.ts';

const dictionary = {
  da: waitingRoomDa,
  en: async (): Promise<WaitingRoomTexts> => (await import('./waiting-room.texts.en.ts')).waitingRoomEn,
};

// Here and not in the field: the compiler leaves the suffix of an import inside a class field alone.
const loadLater = () => import('./waiting-room.later.ts');

/**
 * A clinic's shared queue: who waits, from where and for how long; open or closed; calling, the call itself, and how it ended.
 *
 * @summary A clinic's shared waiting room.
 * @tag waiting-room
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @fires {VisitCallRequestEvent} visit-call-request - Somebody is about to call a patient; cancelable.
 * @fires {VisitCalledEvent} visit-called - A patient was called from here.
 * @fires {VisitEndedEvent} visit-ended - This clinician's visit is over, also straight from the queue; with the facts for the record.
 * @fires {QueueChangedEvent} queue-changed - The queue's counts changed.
 * @csspart base - The whole element.
 * @csspart head - Clinic, switch and counts.
 * @csspart opening - The switch between open and closed.
 * @csspart count - How many wait.
 * @csspart settings - The form for delay, message and phone.
 * @csspart list - Everybody in the queue.
 * @csspart visits - The list of who waits.
 * @csspart visit - One row.
 * @csspart over - Those of today that are over.
 * @csspart call - The running call.
 * @csspart patient - Whom the call is about.
 * @csspart video - The video room.
 * @csspart ended - How the last call ended.
 * @csspart dialog - The dialog for ending and removing.
 * @csspart notice - A warning above the list.
 * @csspart message - What stands instead of the list.
 * @csspart support - Where to get help.
 * @csspart no-client - What is said when the page has no client.
 * @cssprop --venterum-color-accent - The one accent colour.
 * @cssprop --venterum-color-origin-citizen-app - Bar of those who come by Min Læge; likewise `care-app`, `care-app-without-cpr`, `sms`.
 * @cssprop --venterum-space - The grid's unit, 8px by default.
 */
export class WaitingRoomElement extends VenterumElement<WaitingRoomTexts> {
  static override styles: CSSResultGroup = [
    VenterumElement.styles,
    originStyles,
    waitingRoomStyles,
    rowStyles,
  ];

  /** Id of the clinic. Default: the first that the signed-in person is a member of. */
  @property() clinic?: string;

  /** `list` leaves the video and the invitations to the host: for a narrow side panel. */
  @property() view: 'full' | 'list' = 'full';

  /** One sound when somebody new waits while the page is hidden. */
  @property({ type: Boolean }) sound = false;

  /** Used instead of a store of its own; for tests and hosts with a state of their own. */
  @property({ attribute: false }) store?: Store<QueueState, QueueCommand>;

  readonly #queue = new StoreController<QueueState, QueueCommand>(this, {
    inputs: () => [this.activeClient, this.clinic],
    create: () => this.#createStore(),
    injected: () => this.store,
    changed: (state, previous) => this.#changed(state, previous),
  });
  readonly #clinicSettings = new LazyElementController(this, clinicSettings);
  readonly #video = new LazyElementController(this, videoRoom);
  readonly #sms = new LazyElementController(this, smsInvite);
  readonly #later = new LazyController(this, () => this.#fetchLater());
  #arrivals: ArrivalController | undefined;
  #focus: FocusKeeper | undefined;
  readonly #groups = new RowGroups();
  #waiting = 0;

  readonly #acts = new WaitingRoomActs({
    state: () => this.#queue.state,
    texts: () => this.texts,
    dispatch: (command) => this.#queue.dispatch(command),
    emit: (event) => this.dispatchEvent(event),
    update: () => this.requestUpdate(),
    updated: () => this.updateComplete,
    say: (text) => this.announce(text),
    focusOn: (...selectors) => this.#focusOn(...selectors),
    sound: (on) => (this.sound = on),
    loadSms: () => this.#sms.retry(),
    loadVideo: () => this.#video.retry(),
    loadLater: () => this.#later.retry(),
  });

  readonly #following: FollowingHost = {
    emit: (event) => this.dispatchEvent(event),
    changed: (before, after) => this.#tell(before, after),
    counted: ({ waiting }) => {
      this.#waiting = waiting;
      this.#arrivals?.waiting(waiting);
    },
    begun: () => {
      this.#focus?.leave();
      this.#acts.begun();
    },
    ended: (visit) => {
      this.#focus?.leave();
      this.#acts.ended(visit);
    },
  };

  constructor() {
    super(dictionary);
    new TickController(this, () => this.#queue.state?.status === 'ready');
    this.addEventListener('keydown', (event) => this.#acts.key(event));
  }

  /** Everybody in the queue as the server last said, for a host that opens the right record; never in an event. */
  get visits(): readonly ClinicVisit[] {
    const state = this.#queue.state;
    return state?.status === 'ready' ? state.visits : [];
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override get laterTexts(): Partial<WaitingRoomTexts> | undefined {
    return this.#later.value?.laterDa;
  }

  protected override content(): TemplateResult {
    const state = this.#queue.state ?? { status: 'starting' };
    if (state.status === 'forbidden' || this.#acts.screen.settings === 'clinic') this.#clinicSettings.load();
    return waitingRoomView(state, this.#ui);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Looking for one in 300 rows takes longer than rendering them.
    if (this.#acts.screen.dialog === undefined) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open !== false) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.confirm')?.focus();
  }

  get #ui(): WaitingRoomUi {
    return {
      texts: this.texts,
      language: this.language,
      now: this.now(),
      screen: this.#acts.screen,
      client: this.activeClient,
      clinic: this.clinic,
      view: this.view,
      sound: this.sound,
      later: this.#later.value,
      laterFailed: this.#later.status === 'failed',
      clinicSettings: this.#clinicSettings.status,
      video: this.#video.status,
      sms: this.#sms.status,
      strings: this.strings,
      support: (facts) => this.supportView(facts),
      groups: this.#groups,
      do: this.#acts,
    };
  }

  #createStore(): Store<QueueState, QueueCommand> | undefined {
    const { activeClient: client, clinic: clinicId } = this;
    return client && createQueueStore(client, { clinicId });
  }

  #changed(state: QueueState, previous: QueueState | undefined): void {
    if (this.hasTexts) this.#sayUrgent(state, previous);
    if (state.status !== 'ready') return;
    follow(previous, state, this.#following);
    this.#prepare(state);
  }

  /** Loads ahead what the next step needs. */
  #prepare({ visits }: ReadyState): void {
    this.#later.load();
    if (this.view !== 'full' || visits.length === 0) return;
    this.#video.load();
    fetchMedia();
  }

  async #fetchLater(): Promise<Later> {
    const later = await loadLater();
    const { elementStyles } = this.constructor as typeof WaitingRoomElement;
    if (this.shadowRoot !== null)
      adoptStyles(this.shadowRoot, [...elementStyles, later.dialogStyles, later.callStyles]);
    this.#arrivals = new later.ArrivalController(this);
    this.#arrivals.waiting(this.#waiting);
    new later.CallWarmer(this, this.#acts);
    this.#focus = new later.FocusKeeper(this, () =>
      this.#focusOn('#patient', '#ended', '.start[tabindex="0"]', '#queue', 'h2'),
    );
    return later;
  }

  #tell(before: ReadyState, after: ReadyState): void {
    const later = this.#later.value;
    if (later === undefined) return;
    const changes = later.changesBetween(before, after);
    const arrived = later.arrivedIn(changes);
    if (arrived > 0) this.#arrivals?.arrived(arrived);
    const words = this.hasTexts && later.changeWords(changes, this.texts);
    if (words) this.announce(words);
  }

  #sayUrgent(state: QueueState, previous: QueueState | undefined): void {
    const { failure } = state;
    if (state.status === 'ready' && failure !== undefined && failure !== previous?.failure) {
      this.#acts.refused(failure);
      void this.failureWorded().then(() => this.#alert(refusedWords(failure, state, this.#ui)));
    } else this.#alert(urgentWords(state, previous, this.#ui));
  }

  #alert(words: string | undefined): void {
    if (words !== undefined) this.announce(words, 'assertive');
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
