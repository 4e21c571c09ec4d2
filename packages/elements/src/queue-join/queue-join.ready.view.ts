import { isReasonNeeded } from '@venterum/client';
import type { Citizen, ClinicSummary, Instant } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatCpr, formatMoment } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { isForSelf, type JoinStateIn, type JoinView, type LazyStatus } from './queue-join.ui.ts';

type ReadyState = JoinStateIn<'ready'> | JoinStateIn<'joining'>;

const citizenView = ({ texts, ui, change }: JoinView, { cpr, name }: Citizen): TemplateResult => {
  const revealed = ui.revealed === true;
  return html`<div part="citizen">
    <dt>${texts.citizen}</dt>
    <dd>
      ${name === undefined ? nothing : html`<b>${name}</b>`}
      ${
        cpr === undefined
          ? nothing
          : html`<span class="number">${formatCpr(cpr, { revealed })}</span>
              <button
                type="button"
                class="link"
                aria-pressed=${revealed}
                @click=${() => change({ revealed: !revealed })}
              >
                ${revealed ? texts.conceal : texts.reveal}
              </button>`
      }
    </dd>
  </div>`;
};

const clinicView = ({ texts }: JoinView, clinic: ClinicSummary): TemplateResult =>
  html`<div part="clinic">
    <dt>${texts.clinic}</dt>
    <dd><b>${clinic.name}</b> <span class="muted">${clinic.address}</span></dd>
  </div>`;

/** The agreed time, and how late the clinic is. */
export const timesView = (
  { texts, language, now }: JoinView,
  agreedAt: Instant | undefined,
  { delayMinutes }: ClinicSummary,
): TemplateResult =>
  html`${
    agreedAt === undefined
      ? nothing
      : html`<p>${fill(texts.agreed, { time: formatMoment(agreedAt, language, now) })}</p>`
  }
  ${
    delayMinutes === undefined
      ? nothing
      : html`<p class="notice warning">${fill(texts.delayed, { minutes: delayMinutes })}</p>`
  }`;

const factsView = (view: JoinView, { clinic }: ReadyState): TemplateResult => {
  const { texts, state, dispatch } = view;
  const { citizen, citizenFromHost, agreedAt } = state.draft;
  return html`<div class="card facts">
    <dl>${citizen === undefined ? nothing : citizenView(view, citizen)} ${clinicView(view, clinic)}</dl>
    ${
      citizenFromHost || isForSelf(state)
        ? nothing
        : html`<button type="button" class="link" @click=${() => dispatch({ type: 'back' })}>
            ${texts.change}
          </button>`
    }
    ${timesView(view, agreedAt, clinic)}
  </div>`;
};

const reasonView = ({ texts, state, ui, change, dispatch }: JoinView): TemplateResult => {
  const { reason } = state.draft;
  const needed = isReasonNeeded(state);
  const isMissing = ui.wrong === '#reason';
  return html`<div class="field">
    <label for="reason">${texts.reason} ${needed ? html`(${texts.reasonNeeded})` : nothing}</label>
    <textarea
      id="reason"
      rows="3"
      maxlength="280"
      aria-required=${needed}
      aria-invalid=${isMissing}
      aria-describedby="reason-help reason-error"
      .value=${reason}
      @input=${(event: InputEvent) => {
        if (isMissing) change({ wrong: undefined });
        dispatch({ type: 'set-reason', reason: (event.target as HTMLTextAreaElement).value });
      }}
    ></textarea>
    <p id="reason-error" class="error" ?hidden=${!isMissing}>${texts.reasonMissing}</p>
    <p id="reason-help" class="help apart">
      <span>${texts.reasonHelp}</span> <span>${fill(texts.reasonCount, { count: reason.length })}</span>
    </p>
  </div>`;
};

/** An element whose code is on its way, with its place kept. */
export const lazyView = (view: JoinView, status: LazyStatus, element: TemplateResult): TemplateResult => {
  const { texts, reload } = view;
  if (status === 'ready') return element;
  return status === 'failed'
    ? html`<div class="notice error">
        <p>${texts.loadFailed}</p>
        <button type="button" @click=${reload}>${texts.retry}</button>
      </div>`
    : html`<p class="muted">${texts.oneMoment}</p>`;
};

const consentView = (view: JoinView): TemplateResult => {
  const { texts, ui, dispatch, change } = view;
  const hear = (consentId?: string, recording?: boolean): void => {
    change({ wrong: undefined });
    dispatch({ type: 'set-consent', consentId, recording });
  };
  const form = html`<consent-form
    exportparts="declaration, withdraw"
    purpose="declaration"
    .onBehalfOf=${view.onBehalfOf}
    .client=${view.client}
    @consent-submitted=${() => hear(undefined, true)}
    @consent-given=${(event: HTMLElementEventMap['consent-given']) => hear(event.detail.consentId)}
    @consent-failed=${() => hear()}
    @consent-withdrawn=${() => hear()}
  ></consent-form>`;
  const isMissing = ui.wrong === 'consent-form';
  return html`<div class="consent card ${isMissing ? 'wrong' : ''}">
    ${lazyView(view, view.consentForm, form)}
    <p class="error" ?hidden=${!isMissing}>${texts.consentMissing}</p>
  </div>`;
};

/** `ready` and `joining`: one screen, so that nothing moves and nothing typed is lost while the request is under way. */
export const readyView = (view: JoinView, state: ReadyState): TemplateResult =>
  html`<h2 tabindex="-1">${view.texts.readyTitle}</h2>
    ${factsView(view, state)} ${reasonView(view)} ${state.consentNeeded ? consentView(view) : nothing}`;

/** The one button that puts somebody into the queue. */
export const joinButtonView = ({ texts, state, submit }: JoinView): TemplateResult => {
  const busy = state.step === 'joining';
  const words = isForSelf(state) ? texts.joinSelf : texts.joinCitizen;
  return html`<button
    type="button"
    class="primary wide"
    part="primary"
    aria-disabled=${busy}
    @click=${submit}
  >
    ${busy ? (state.draft.recording ? texts.recording : texts.joining) : words}
  </button>`;
};
