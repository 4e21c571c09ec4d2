import {
  createConsentStore,
  type ConsentCommand,
  type ConsentState,
  type Failure,
  type Store,
  type VenterumClient,
} from '@venterum/client';
import {
  consentText,
  currentConsentTextVersion,
  type Consent,
  type ConsentForm,
  type ConsentGiver,
  type ConsentPurpose,
  type ConsentRequest,
} from '@venterum/contract';
import type { CSSResultGroup } from 'lit';
import { property, state } from '../shared/decorators.ts';
import { StoreController } from '../shared/store-controller.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import {
  ConsentFailedEvent,
  ConsentGivenEvent,
  ConsentSubmittedEvent,
  ConsentWithdrawnEvent,
} from './consent-form.events.ts';
import { consentFormStyles } from './consent-form.styles.ts';
import { consentFormDa, type ConsentFormTexts } from './consent-form.texts.da.ts';
import { consentFailureText, consentFormView } from './consent-form.view.ts';

export type * from './consent-form.events.ts';
export type { ConsentFormTexts } from './consent-form.texts.da.ts';

/**
 * Records an employee's declaration that the citizen has agreed, or the citizen's own consent. Shown as given only
 * once the server has recorded it.
 *
 * @summary Declaration or consent, recorded on the server.
 * @tag consent-form
 * @attr {string} lang - Language of the element, `da` or `en`; else the closest ancestor's.
 * @csspart base - Everything.
 * @csspart declaration - The tick box and its sentence.
 * @csspart record - The button that records a consent.
 * @csspart status - What is recorded, or why not.
 * @csspart withdraw - The button that withdraws.
 * @csspart failure - Why recording failed.
 * @csspart no-client - What is said when the page has no client.
 * @cssprop --venterum-color-accent - The one accent colour.
 * @cssprop --venterum-space - The grid's unit, 8px by default.
 * @fires {ConsentSubmittedEvent} consent-submitted - The server has been asked to record it.
 * @fires {ConsentFailedEvent} consent-failed - It could not be recorded; the form says why.
 * @fires {ConsentGivenEvent} consent-given - The server has recorded it.
 * @fires {ConsentWithdrawnEvent} consent-withdrawn - The server has recorded its withdrawal.
 */
export class ConsentFormElement extends VenterumElement<ConsentFormTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, consentFormStyles];

  /** An employee's `declaration` that the citizen has agreed, or the citizen's own `consent`. */
  @property() purpose: ConsentPurpose = 'declaration';

  /** Version of the text to show; else the one in force. */
  @property({ attribute: 'text-version' }) textVersion?: string;

  /**
   * Who agrees: `citizen`, `guardian` or `relative-with-power-of-attorney`. Recorded with a declaration, and chosen first
   * where somebody consents.
   */
  @property({ attribute: 'on-behalf-of' }) onBehalfOf?: ConsentGiver;

  /** Recorded before: shown as given. */
  @property({ attribute: false }) consent?: Consent;

  /** A store of the integrator's own instead of the built-in one. */
  @property({ attribute: false }) store?: Store<ConsentState, ConsentCommand>;

  /** Chosen here; else {@link onBehalfOf}, else the citizen. */
  @state() private giver?: ConsentGiver;
  @state() private form: ConsentForm = 'oral';
  /** In force on the server, once it has said so. */
  @state() private versionInForce?: string;
  @state() private refusedVersion?: string;

  readonly #store = new StoreController<ConsentState, ConsentCommand>(this, {
    inputs: () => [this.activeClient, this.consent],
    injected: () => this.store,
    create: () =>
      this.activeClient === undefined
        ? undefined
        : createConsentStore(this.activeClient, this.consent === undefined ? {} : { consent: this.consent }),
    changed: (now, before) => this.#changed(now, before),
  });

  #asked: VenterumClient | undefined;

  constructor() {
    super({
      da: consentFormDa,
      en: () => import('./consent-form.texts.en.ts').then((module) => module.consentFormEn),
    });
  }

  /** Puts focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override content(): unknown {
    const state = this.#store.state;
    if (state === undefined) return this.texts.oneMoment;
    const session = this.activeClient?.session.getState();
    return consentFormView({
      texts: this.texts,
      language: this.language,
      now: this.now(),
      state,
      purpose: this.purpose,
      sentence: consentText({ version: this.#version, purpose: this.purpose, language: this.language }),
      newer: this.#isNewer,
      giver: this.#giver,
      onBehalfOf: this.onBehalfOf,
      form: this.form,
      me: session?.status === 'active' ? session.principal.id : undefined,
      give: () => this.#give(),
      withdraw: () => void this.#store.dispatch({ type: 'withdraw' }),
      chooseGiver: (giver) => (this.giver = giver),
      chooseForm: (form) => (this.form = form),
    });
  }

  protected override willUpdate(): void {
    const client = this.activeClient;
    if (client === undefined || client === this.#asked) return;
    this.#asked = client;
    client.config().then(
      ({ consentTextVersion }) => (this.versionInForce = consentTextVersion),
      // Without an answer the version this code knows is shown; the server refuses it if it is too old.
      () => undefined,
    );
  }

  /** The version asked for, unless the server has refused it; then the one in force. */
  get #version(): string {
    const asked = this.textVersion === this.refusedVersion ? undefined : this.textVersion;
    return asked ?? this.versionInForce ?? currentConsentTextVersion;
  }

  #give(): void {
    const state = this.#store.state;
    if (state?.status === 'recording' || state?.status === 'given') return;
    void this.#store.dispatch({ type: 'give', request: this.#request });
  }

  get #request(): ConsentRequest {
    const request = { purpose: this.purpose, textVersion: this.#version, language: this.language };
    if (this.purpose === 'consent') return { ...request, form: this.form, givenBy: this.#giver };
    return this.onBehalfOf === undefined ? request : { ...request, givenBy: this.onBehalfOf };
  }

  get #giver(): ConsentGiver {
    return this.giver ?? this.onBehalfOf ?? 'citizen';
  }

  #changed(now: ConsentState, before: ConsentState | undefined): void {
    if (before === undefined) return;
    if (now.failure !== undefined && now.failure !== before.failure) this.#fail(now.failure);
    if (now.status === before.status) return;
    const wasRecording = before.status === 'recording';
    if (now.status === 'recording') this.dispatchEvent(new ConsentSubmittedEvent());
    else if (wasRecording && now.status !== 'given') this.dispatchEvent(new ConsentFailedEvent());
    else if (now.consent !== undefined) this.#tell(now.status, wasRecording, now.consent.id);
  }

  #tell(status: ConsentState['status'], wasRecording: boolean, consentId: string): void {
    if (status === 'given' && wasRecording) this.dispatchEvent(new ConsentGivenEvent(consentId));
    if (status === 'withdrawn') this.dispatchEvent(new ConsentWithdrawnEvent(consentId));
  }

  #fail(failure: Failure): void {
    if (failure.code === 'consent-text-unknown') this.refusedVersion = this.#version;
    this.announce(consentFailureText(failure, this.texts, this.#isNewer), 'assertive');
  }

  /** The text shown has taken the place of one that the server refused. */
  get #isNewer(): boolean {
    return this.refusedVersion !== undefined && this.refusedVersion !== this.#version;
  }
}
