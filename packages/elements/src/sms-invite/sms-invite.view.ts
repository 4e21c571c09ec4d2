import type { Failure, InviteState } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { composeView, confirmView } from './sms-invite.compose.view.ts';
import { listView, statusText, toneOf } from './sms-invite.list.view.ts';
import type { LaterUi, SmsInviteUi } from './sms-invite.ui.ts';

type Part = TemplateResult | typeof nothing;

const messageView = (failure: Failure, { texts, do: act }: SmsInviteUi): TemplateResult =>
  html`<div class="stack" part="message">
    <h3 class="large" tabindex="-1">${texts.unavailableTitle}</h3>
    <p>${failureText(failure, texts)}</p>
    <div class="actions">
      <button type="button" @click=${() => act.send({ type: 'retry' })}>${texts.retry}</button>
    </div>
  </div>`;

const failureView = ({ state, texts }: SmsInviteUi): Part =>
  state.failure === undefined
    ? nothing
    : html`<p class="notice error" part="notice">${failureText(state.failure, texts)}</p>`;

/** Whom something was just sent to, with how far it is by now. */
const sentView = ({ state: { sent = [], invites, status }, texts }: SmsInviteUi): Part => {
  if (sent.length === 0 || status === 'sending') return nothing;
  const known = sent.map((one) => invites.find(({ id }) => id === one.id) ?? one);
  const tone = known.some((one) => toneOf(one) === 'bad') ? 'error' : 'success';
  const words = known.map((one) => statusText(one, texts)).join(' · ');
  return html`<p class="notice ${tone}" part="notice" id="sent" tabindex="-1">${words}</p>`;
};

const offlineView = ({ state, texts, language }: SmsInviteUi): Part =>
  state.offlineSince === undefined
    ? nothing
    : html`<p class="notice warning" part="notice">
        ${fill(texts.offline, { time: formatTime(state.offlineSince, language) })}
      </p>`;

/** Whoever is added to a visit that is there is in what that is. */
const testView = ({ texts, test, step, forVisit, rewriting }: SmsInviteUi): Part =>
  (test === 'always' || (test && step === 'confirm')) && !forVisit && !rewriting
    ? html`<p class="notice warning" part="test"><b>${texts.testCall}.</b> ${texts.testText}</p>`
    : nothing;

const loadFailedView = ({ texts, do: act }: SmsInviteUi): TemplateResult =>
  html`<div class="notice error" part="notice">
    <p>${texts.loadFailed}</p>
    <button type="button" @click=${() => act.loadLater()}>${texts.retry}</button>
  </div>`;

const dialogView = (ui: SmsInviteUi): Part => {
  const { later, revoking, showing } = ui;
  if (revoking === undefined && showing === undefined) return nothing;
  if (later === undefined || later === 'failed') return later === 'failed' ? loadFailedView(ui) : nothing;
  const all = ui as LaterUi;
  const { shown } = ui.state;
  if (shown !== undefined && showing !== undefined) {
    const { recipient, status } = showing;
    return later.waysView(all, { ...shown, name: recipient.name, status });
  }
  return revoking === undefined ? nothing : later.revokeView(all, revoking);
};

const readyView = (ui: SmsInviteUi): TemplateResult =>
  html`${testView(ui)} ${offlineView(ui)} ${ui.step === 'compose' ? sentView(ui) : nothing} ${failureView(ui)}
    <div class="columns">${ui.step === 'compose' ? composeView(ui) : confirmView(ui)} ${listView(ui)}</div>
    ${dialogView(ui)}`;

const stateView = (status: InviteState['status'], ui: SmsInviteUi): TemplateResult => {
  switch (status) {
    case 'starting':
      return html`<p class="muted">${ui.texts.starting}</p>`;
    case 'forbidden':
    case 'unavailable':
      return messageView(ui.state.failure ?? { code: status }, ui);
    case 'ready':
    case 'sending':
      return readyView(ui);
  }
};

/** The whole element in any of its states. */
export const smsInviteView = (ui: SmsInviteUi): TemplateResult =>
  html`${stateView(ui.state.status, ui)} ${ui.support({ state: ui.state.status, failure: ui.state.failure })}`;
