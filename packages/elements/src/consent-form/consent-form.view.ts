import type { ConsentState, Failure } from '@venterum/client';
import type { Consent, ConsentForm, ConsentGiver, ConsentPurpose, Language } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { failureText } from '../shared/failure-text.ts';
import { formatMoment } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { ConsentFormTexts } from './consent-form.texts.da.ts';

/** What the views show and call. */
export interface ConsentFormView {
  readonly texts: ConsentFormTexts;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly state: ConsentState;
  readonly purpose: ConsentPurpose;
  /** The sentence of the text version in use; `undefined` when it is not known here. */
  readonly sentence: string | undefined;
  /** The text in use replaced one that the server refused. */
  readonly newer: boolean;
  readonly giver: ConsentGiver;
  /** Who agrees, as the host says; recorded with a declaration. */
  readonly onBehalfOf: ConsentGiver | undefined;
  readonly form: ConsentForm;
  /** The reader's own id, to tell "you" from a colleague. */
  readonly me: string | undefined;
  readonly give: () => void;
  readonly withdraw: () => void;
  readonly chooseGiver: (giver: ConsentGiver) => void;
  readonly chooseForm: (form: ConsentForm) => void;
}

const giverText = (giver: ConsentGiver, texts: ConsentFormTexts): string =>
  ({
    citizen: texts.giverCitizen,
    guardian: texts.giverGuardian,
    'relative-with-power-of-attorney': texts.giverRelative,
  })[giver];

const formText = (form: ConsentForm, texts: ConsentFormTexts): string =>
  form === 'oral' ? texts.formOral : texts.formWritten;

/** Why it was not recorded; a refused text is answered by the newer one, or by reloading when there is none here. */
export const consentFailureText = (failure: Failure, texts: ConsentFormTexts, newer: boolean): string => {
  if (failure.code !== 'consent-text-unknown') return failureText(failure, texts);
  return newer ? texts.newerText : texts.textUnknown;
};

const failureView = ({ state, texts, newer }: ConsentFormView): TemplateResult | typeof nothing => {
  if (state.failure === undefined) return nothing;
  return html`<p class="error" part="failure">${consentFailureText(state.failure, texts, newer)}</p>`;
};

const givenView = (view: ConsentFormView, consent: Consent): TemplateResult => {
  const { texts, language, now } = view;
  const by = view.me === undefined || consent.recordedBy === view.me ? texts.givenByYou : texts.givenByOther;
  const how =
    consent.givenBy === undefined || consent.form === undefined
      ? nothing
      : fill(texts.consentGiven, {
          giver: giverText(consent.givenBy, texts),
          form: formText(consent.form, texts).toLowerCase(),
        });
  return html`<span>${how} ${fill(by, { time: formatMoment(consent.recordedAt, language, now) })}</span>
    <button type="button" class="link" part="withdraw" @click=${view.withdraw}>${texts.withdraw}</button>`;
};

const statusView = (view: ConsentFormView): unknown => {
  const { state, texts, language, now } = view;
  switch (state.status) {
    case 'open':
      return failureView(view);
    case 'recording':
      return texts.recording;
    case 'withdrawing':
      return texts.withdrawing;
    case 'given':
      return html`${failureView(view)}
      ${state.consent === undefined ? nothing : givenView(view, state.consent)}`;
    case 'withdrawn':
      return fill(texts.withdrawn, {
        time: formatMoment(state.consent?.withdrawnAt ?? new Date(now).toISOString(), language, now),
      });
  }
};

const isTicked = ({ status }: ConsentState): boolean =>
  status === 'given' || status === 'recording' || status === 'withdrawing';

/** Who agrees in the citizen's place: part of what is declared. */
const agentView = ({ state, onBehalfOf, texts }: ConsentFormView): TemplateResult | typeof nothing => {
  const stands = state.status === 'given' || state.status === 'withdrawing';
  const giver = stands ? state.consent?.givenBy : onBehalfOf;
  return giver === undefined || giver === 'citizen'
    ? nothing
    : html`<b class="agent">${fill(texts.declaredBy, { giver: giverText(giver, texts) })}</b>`;
};

/** One tick box and its sentence: ticking it records. The box stays, so that focus does. */
const declarationView = (view: ConsentFormView, sentence: string): TemplateResult => {
  const ticked = isTicked(view.state);
  const tick = (event: Event): void => {
    if (ticked) event.preventDefault();
    else view.give();
  };
  return html`<label class="check" part="declaration">
    <input
      type="checkbox"
      .checked=${live(ticked)}
      aria-disabled=${ticked}
      aria-invalid=${view.state.failure === undefined ? 'false' : 'true'}
      aria-describedby="status"
      @click=${tick}
    />
    <span class="sentence">${sentence} ${agentView(view)}</span>
  </label>`;
};

interface Choice<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly text: (value: Value) => string;
  readonly choose: (value: Value) => void;
}

const choiceView = <Value extends string>(choice: Choice<Value>): TemplateResult =>
  html`<fieldset class="choices ${choice.values.length === 2 ? 'short' : ''}">
    <legend>${choice.legend}</legend>
    ${choice.values.map(
      (value) =>
        html`<label class="check">
          <input
            type="radio"
            name=${choice.name}
            .checked=${live(value === choice.chosen)}
            @change=${() => choice.choose(value)}
          />
          <span>${choice.text(value)}</span>
        </label>`,
    )}
  </fieldset>`;

const consentChoices = (view: ConsentFormView): TemplateResult => {
  const { texts } = view;
  return html`${choiceView({
      name: 'giver',
      legend: texts.giver,
      values: ['citizen', 'guardian', 'relative-with-power-of-attorney'],
      chosen: view.giver,
      text: (value) => giverText(value, texts),
      choose: view.chooseGiver,
    })}
    ${choiceView({
      name: 'form',
      legend: texts.form,
      values: ['oral', 'written'],
      chosen: view.form,
      text: (value) => formText(value, texts),
      choose: view.chooseForm,
    })}
    <div class="actions">
      <button
        type="button"
        part="record"
        aria-describedby="status"
        aria-disabled=${view.state.status === 'recording'}
        @click=${view.give}
      >
        ${texts.record}
      </button>
    </div>`;
};

const ownConsentView = (view: ConsentFormView, sentence: string): TemplateResult => {
  const { status } = view.state;
  const settled = status === 'given' || status === 'withdrawing';
  return html`<p class="sentence">${sentence}</p>
    ${settled ? nothing : consentChoices(view)}`;
};

/** The whole form in its state. */
export const consentFormView = (view: ConsentFormView): TemplateResult => {
  const { texts, purpose, sentence } = view;
  const declares = purpose === 'declaration';
  return html`<section class="form" aria-labelledby="title">
    <h3 id="title" tabindex="-1">${declares ? texts.declarationTitle : texts.consentTitle}</h3>
    ${
      sentence === undefined
        ? html`<p class="error">${texts.textUnknown}</p>`
        : declares
          ? declarationView(view, sentence)
          : ownConsentView(view, sentence)
    }
    <div id="status" class="status small" part="status">${statusView(view)}</div>
    <p class="help">${texts.refusal}</p>
  </section>`;
};
