import type { Failure, QueueState } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { memberQuestion, membersView } from './clinic-settings.members.view.ts';
import { dropQuestion, planView } from './clinic-settings.plan.view.ts';
import type { ClinicSettingsPart, ClinicSettingsUi, ReadyState } from './clinic-settings.ui.ts';

type Part = TemplateResult | typeof nothing;

const retryView = ({ texts, do: act }: ClinicSettingsUi, label = texts.retry): TemplateResult =>
  html`<button type="button" @click=${() => act.retry()}>${label}</button>`;

const messageView = (words: string, action: Part): TemplateResult =>
  html`<div class="stack" part="message">
    <p>${words}</p>
    ${action === nothing ? nothing : html`<div class="actions">${action}</div>`}
  </div>`;

/** The code of a clinic's manager, for somebody who is not on the list. */
const forbiddenView = (ui: ClinicSettingsUi): TemplateResult => {
  const { texts, screen, do: act } = ui;
  return html`<h2>${texts.forbidden}</h2>
    <p>${texts.forbiddenHint}</p>
    <form class="stack enrol" part="enrol" @submit=${(event: SubmitEvent) => act.enrol(event)}>
      <div class="field">
        <label for="code">${texts.code}</label>
        <input
          id="code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="40"
          aria-invalid=${screen.codeFault !== undefined}
          aria-describedby="code-help code-error"
        />
        <p id="code-help" class="help">${texts.codeHint}</p>
        <p id="code-error" class="error">${screen.codeFault ?? nothing}</p>
      </div>
      <div class="actions">
        <button class="primary" ?disabled=${screen.isEnrolling}>
          ${screen.isEnrolling ? texts.checkingCode : texts.useCode}
        </button>
        ${retryView(ui)}
        <button type="button" @click=${() => act.send({ type: 'sign-out' })}>${texts.logOff}</button>
      </div>
    </form>`;
};

/** Where the host logs people in, it has to bring a newer login. */
const signInAgainView = (ui: ClinicSettingsUi): unknown => {
  const { texts, language, screen, session, do: act } = ui;
  if (session?.kind !== 'login')
    return html`<button type="button" @click=${() => act.signInAgain()}>${texts.signInAgain}</button>`;
  return screen.providers.map(
    ({ id, label }) =>
      html`<button type="button" @click=${() => act.signInAgain(id)}>${label[language]}</button>`,
  );
};

const failureView = (failure: Failure | undefined, ui: ClinicSettingsUi): Part => {
  if (failure === undefined) return nothing;
  const { texts, do: act } = ui;
  return html`<div class="notice error" id="failure" tabindex="-1" part="notice">
    <p>${failureText(failure, texts)}</p>
    <div class="actions">
      ${failure.code === 'sign-in-again' ? signInAgainView(ui) : retryView(ui)}
      <button type="button" @click=${() => act.send({ type: 'find-members' })}>${texts.close}</button>
    </div>
  </div>`;
};

const offlineView = ({ offlineSince }: ReadyState, { texts, language }: ClinicSettingsUi): Part =>
  offlineSince === undefined
    ? nothing
    : html`<p class="notice warning" part="notice">
        ${fill(texts.offlineSince, { time: formatTime(offlineSince, language) })}
      </p>`;

/** Both are there, so that what was typed in one is kept while the other is shown. */
const partsView = (state: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, view, do: act } = ui;
  const tab = (part: ClinicSettingsPart, label: string): TemplateResult =>
    html`<button
      type="button"
      role="tab"
      id=${`tab-${part}`}
      aria-controls=${`panel-${part}`}
      aria-selected=${view === part}
      tabindex=${view === part ? 0 : -1}
      @click=${() => act.turn(part)}
    >
      ${label}
    </button>`;
  const panel = (part: ClinicSettingsPart, content: TemplateResult): TemplateResult =>
    html`<div
      class="stack"
      role="tabpanel"
      id=${`panel-${part}`}
      aria-labelledby=${`tab-${part}`}
      ?hidden=${view !== part}
    >
      ${content}
    </div>`;
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${texts.parts}
      @keydown=${(event: KeyboardEvent) => act.moveTab(event)}
    >
      ${tab('members', texts.tabMembers)} ${tab('plan', texts.tabPlan)}
    </div>
    ${panel('members', membersView(state, ui))} ${panel('plan', planView(state, ui))}`;
};

const dialogView = (state: ReadyState, ui: ClinicSettingsUi): Part => {
  const { dialog } = ui.screen;
  if (dialog === undefined) return nothing;
  return dialog.type === 'drop-plan' ? dropQuestion(state, ui) : memberQuestion(dialog, state, ui);
};

const stateView = (state: QueueState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, language, do: act } = ui;
  switch (state.status) {
    case 'starting':
      return html`<p class="muted">${texts.starting}</p>`;
    case 'signed-out':
      return messageView(
        texts.signedOut,
        html`${state.providers.map(
          ({ id, label }) =>
            html`<button
              type="button"
              class="primary"
              @click=${() => act.send({ type: 'sign-in', providerId: id })}
            >
              ${label[language]}
            </button>`,
        )}`,
      );
    case 'signing-in':
      return messageView(texts.signingIn, retryView(ui));
    case 'forbidden':
      return forbiddenView(ui);
    case 'unavailable':
      return messageView(texts.unavailable, retryView(ui));
    case 'session-ended':
      return messageView(texts.sessionEnded, retryView(ui, texts.signInAgain));
    case 'ready':
      return html`${offlineView(state, ui)} ${failureView(state.failure, ui)} ${partsView(state, ui)}
      ${dialogView(state, ui)}`;
  }
};

/** The whole element in any of its states. */
export const clinicSettingsView = (state: QueueState, ui: ClinicSettingsUi): TemplateResult =>
  html`${stateView(state, ui)}
  ${ui.support({ support: state.support, state: state.status, failure: state.failure })}`;
