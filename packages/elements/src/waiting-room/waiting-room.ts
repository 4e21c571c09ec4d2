import type { ClinicVisit, VisitOutcome } from '@venterum/contract';
import { createQueueStore, type QueueCommand, type QueueState, type Store } from '@venterum/client';
import { adoptStyles, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/decorators.ts';
import { fetchMedia } from '../shared/fetch-media.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { LazyElementController } from '../shared/load-element.ts';
import { originStyles } from '../shared/origin.ts';
import { StoreController } from '../shared/store-controller.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import type { ArrivalController } from './waiting-room.arrivals.ts';
import { calledBetween, changesBetween, endedBetween, nameOf, partsOf } from './waiting-room.changes.ts';
import {
  QueueChangedEvent,
  VisitCalledEvent,
  VisitCallRequestEvent,
  VisitEndedEvent,
  visitEndedFacts,
  visitFacts,
} from './waiting-room.events.ts';
import { rowStyles } from './waiting-room.rows.styles.ts';
import { waitingRoomStyles } from './waiting-room.styles.ts';
import { waitingRoomDa, type WaitingRoomTexts } from './waiting-room.texts.da.ts';
import type {
  Later,
  ReadyState,
  WaitingRoomActions,
  WaitingRoomScreen,
  WaitingRoomUi,
} from './waiting-room.ui.ts';
import { refusedWords, waitingRoomView } from './waiting-room.view.ts';
import type { CallWarmer } from './waiting-room.warm.ts';
import { urgentWords } from './waiting-room.words.ts';

export type * from './waiting-room.events.ts';
export type { WaitingRoomTexts } from './waiting-room.texts.da.ts';

const dictionary = {
  da: waitingRoomDa,
  en: async (): Promise<WaitingRoomTexts> => (await import('./waiting-room.texts.en.ts')).waitingRoomEn,
};

// Here and not in the field: the compiler leaves the suffix of an import inside a class field alone.
const loadLater = () => import('./waiting-room.later.ts');

const firstScreen: WaitingRoomScreen = {
  tab: 'queue',
  settings: false,
  smsUsed: false,
  phoneInvalid: false,
  openHere: false,
};

/**
 * A clinic's shared queue: who waits, from where and for how long; open or closed; calling, the call itself, and how it ended.
 *
 * @summary A clinic's shared waiting room.
 * @tag waiting-room
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @fires {VisitCallRequestEvent} visit-call-request - Somebody is about to call a patient; cancelable.
 * @fires {VisitCalledEvent} visit-called - A patient was called from here.
 * @fires {VisitEndedEvent} visit-ended - A consultation held here is over, with the facts for the record.
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
  readonly #video = new LazyElementController(this, 'video-room');
  readonly #sms = new LazyElementController(this, 'sms-invite');
  #arrivals: ArrivalController | undefined;
  readonly #later = new LazyController(this, () => this.#fetchLater());
  #warmer: CallWarmer | undefined;
  #screen = firstScreen;
  #focused: Element | null = null;

  readonly #actions: WaitingRoomActions = {
    send: (command) => this.#send(command),
    show: (change) => this.#show(change),
    start: (visit) => this.#start(visit),
    warm: () => this.#warmer?.warm(),
    end: (visitId, outcome) => this.#end(visitId, outcome),
    remove: (event, visitId) => this.#remove(event, visitId),
    saveOpening: (event) => void this.#saveOpening(event),
    toggleSound: (on) => this.#toggleSound(on),
    moveTab: (event) => this.#moveTab(event),
    openSms: (visitId) => this.#openSms(visitId),
    nextPatient: () => this.#nextPatient(),
    loadVideo: () => this.#video.retry(),
    loadLater: () => this.#later.retry(),
  };

  constructor() {
    super(dictionary);
    new TickController(this, () => this.#queue.state?.status === 'ready');
    this.addEventListener('keydown', (event) => this.#escape(event));
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
    return waitingRoomView(this.#queue.state ?? { status: 'starting' }, this.#ui);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
    else if (this.#focused?.isConnected === false) this.#keepFocus();
  }

  get #ui(): WaitingRoomUi {
    return {
      texts: this.texts,
      language: this.language,
      now: this.now(),
      screen: this.#screen,
      client: this.activeClient,
      view: this.view,
      sound: this.sound,
      later: this.#later.value,
      laterFailed: this.#later.status === 'failed',
      video: this.#video.status,
      sms: this.#sms.status,
      strings: this.strings,
      support: (facts) => this.supportView(facts),
      do: this.#actions,
    };
  }

  #createStore(): Store<QueueState, QueueCommand> | undefined {
    const client = this.activeClient;
    if (client === undefined) return undefined;
    return createQueueStore(client, this.clinic === undefined ? {} : { clinicId: this.clinic });
  }

  #show(change: Partial<WaitingRoomScreen>): void {
    this.#screen = { ...this.#screen, ...change };
    this.requestUpdate();
  }

  #send(command: QueueCommand): void {
    void this.#queue.dispatch(command);
  }

  #start(visit: ClinicVisit): void {
    const name = nameOf(visit) ?? this.texts.citizen;
    if (!this.dispatchEvent(new VisitCallRequestEvent(visitFacts(visit)))) return;
    this.#show({ attempted: { id: visit.id, name }, justEnded: undefined, menu: undefined });
    this.#send({ type: 'call', visitId: visit.id });
  }

  #end(visitId: string, outcome: VisitOutcome): void {
    this.#send({ type: 'end', visitId, outcome });
  }

  #remove(event: SubmitEvent, visitId: string): void {
    event.preventDefault();
    const message = this.#later.value?.fieldOf(event.currentTarget as HTMLFormElement, 'message') ?? '';
    this.#send({ type: 'remove', visitId, ...(message === '' ? {} : { message }) });
  }

  async #saveOpening(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const state = this.#queue.state;
    if (state?.status !== 'ready') return;
    const form = event.currentTarget as HTMLFormElement;
    const opening = this.#later.value?.openingFrom(form, state.clinic.open);
    this.#show({ phoneInvalid: opening === undefined });
    if (opening === undefined) {
      this.#focusOn('#phone');
      return;
    }
    await this.#queue.dispatch({ type: 'set-opening', opening });
    if (this.#queue.state?.failure !== undefined) return;
    this.#show({ settings: false });
    this.announce(this.texts.saved);
  }

  #toggleSound(on: boolean): void {
    this.sound = on;
    if (on) this.#arrivals?.prepare();
  }

  #moveTab(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = this.#screen.tab === 'queue' ? 'sms' : 'queue';
    if (other === 'sms') this.#openSms();
    else this.#show({ tab: other });
    this.#focusOn(`#tab-${other}`);
  }

  #openSms(visitId?: string): void {
    this.#sms.retry();
    this.#show({ tab: 'sms', smsUsed: true, inviteTo: visitId, menu: undefined });
    if (visitId !== undefined) this.#focusOn('#tab-sms');
  }

  #nextPatient(): void {
    this.#show({ justEnded: undefined, tab: 'queue' });
    void this.updateComplete.then(() => this.#focusOn('.start', '#queue'));
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#screen.menu === undefined) return;
    const toggle = '.more[aria-expanded="true"]';
    this.#focusOn(toggle);
    this.#show({ menu: undefined });
  }

  #changed(state: QueueState, previous: QueueState | undefined): void {
    if (this.hasTexts) this.#sayUrgent(state, previous);
    if (state.status !== 'ready') return;
    const before = previous?.status === 'ready' ? previous : undefined;
    if (before !== undefined) this.#compare(before, state);
    this.#count(before, state);
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
    if (this.shadowRoot !== null) adoptStyles(this.shadowRoot, [...elementStyles, later.callStyles]);
    this.#arrivals = new later.ArrivalController(this);
    this.#warmer = new later.CallWarmer(this);
    return later;
  }

  #sayUrgent(state: QueueState, previous: QueueState | undefined): void {
    const { failure } = state;
    if (state.status === 'ready' && failure !== undefined && failure !== previous?.failure)
      void this.failureWorded().then(() => this.#alert(refusedWords(failure, state, this.#ui)));
    else this.#alert(urgentWords(state, previous, this.#ui));
  }

  #alert(words: string | undefined): void {
    if (words !== undefined) this.announce(words, 'assertive');
  }

  #compare(before: ReadyState, after: ReadyState): void {
    const changes = changesBetween(before, after);
    const arrived = changes.filter(({ type }) => type === 'new').length;
    if (arrived > 0) this.#arrivals?.arrived(arrived, this.sound);
    const words = changes.length > 0 && this.hasTexts && this.#later.value?.changeWords(changes, this.texts);
    if (words) this.announce(words);
    const called = calledBetween(before, after);
    if (called !== undefined) this.#begun(called);
    const ended = endedBetween(before, after);
    if (ended !== undefined) this.#ended(ended);
  }

  #begun(visit: ClinicVisit): void {
    this.#warmer?.hold();
    this.#screen = { ...this.#screen, attempted: undefined, openHere: false, justEnded: undefined };
    this.dispatchEvent(new VisitCalledEvent(visitFacts(visit)));
  }

  #ended(visit: ClinicVisit): void {
    this.#warmer?.stop();
    this.#screen = {
      ...this.#screen,
      dialog: undefined,
      justEnded: visit,
      revealed: undefined,
      inviteTo: undefined,
    };
    this.dispatchEvent(new VisitEndedEvent(visitEndedFacts(visit)));
  }

  #count(before: ReadyState | undefined, after: ReadyState): void {
    const counts = countsOf(after);
    if (before !== undefined && JSON.stringify(countsOf(before)) === JSON.stringify(counts)) return;
    this.dispatchEvent(new QueueChangedEvent(counts));
  }

  /** What had the focus is gone: it goes on where the work does. */
  #keepFocus(): void {
    this.#focusOn('#patient', '#ended', '#queue', 'h2');
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

const countsOf = (state: ReadyState): ConstructorParameters<typeof QueueChangedEvent>[0] => {
  const { waiting, ongoing } = partsOf(state.visits);
  const called = ongoing.filter((visit) => visit.state === 'called').length;
  return {
    open: state.clinic.open,
    waiting: waiting.length,
    called,
    inConsultation: ongoing.length - called,
  };
};
