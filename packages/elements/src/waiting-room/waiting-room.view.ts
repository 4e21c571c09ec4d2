import type { Failure, QueueState } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { formatTime, secondsUntil } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { clinicView } from './waiting-room.clinic.view.ts';
import { partsOf } from './waiting-room.changes.ts';
import { isPassing } from './waiting-room.words.ts';
import { headView } from './waiting-room.head.view.ts';
import { awaitedView, laterView } from './waiting-room.later.view.ts';
import { retryView } from './waiting-room.retry.view.ts';
import { waitingView } from './waiting-room.rows.view.ts';
import type { ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

type Part = TemplateResult | typeof nothing;
type State<Status extends QueueState['status']> = Extract<QueueState, { readonly status: Status }>;

interface Message {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: Part;
}

const messageView = ({ title, hint, actions = nothing }: Message): TemplateResult =>
  html`<div class="message stack" part="message">
    <h2 tabindex="-1">${title}</h2>
    ${hint === undefined ? nothing : html`<p>${hint}</p>`}
    <div class="actions">${actions}</div>
  </div>`;

const signedOutView = ({ providers }: State<'signed-out'>, ui: WaitingRoomUi): TemplateResult => {
  const { texts, language, do: act } = ui;
  return messageView({
    title: texts.signedOutTitle,
    hint: texts.signedOutHint,
    actions: html`${providers
      .filter(({ kinds }) => kinds.includes('clinic-staff'))
      .map(
        ({ id, label }) =>
          html`<button
            type="button"
            class="primary"
            @click=${() => act.send({ type: 'sign-in', providerId: id })}
          >
            ${label[language]}
          </button>`,
      )}`,
  });
};

const emptyView = ({ clinic: { open } }: ReadyState, { texts }: WaitingRoomUi): TemplateResult =>
  html`<div class="empty">
    <p class="large">${open ? texts.emptyOpen : texts.emptyClosed}</p>
    <p class="muted">${open ? texts.emptyOpenHint : texts.emptyClosedHint}</p>
  </div>`;

const queueView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { ongoing: all, waiting } = partsOf(state.visits);
  const ongoing = all.filter(({ id }) => id !== state.current?.visit.id);
  const blocked = state.current !== undefined && waiting.length > 0;
  return html`<div class="list" part="list" ?data-old=${state.offlineSince !== undefined}>
    ${ongoing.length === 0 ? nothing : laterView(ui, ({ ongoingView }, all) => ongoingView(ongoing, state, all))}
    <h3 id="queue" tabindex="-1" class=${ongoing.length === 0 ? 'unseen' : ''}>${ui.texts.queue}</h3>
    ${blocked ? html`<p class="small muted">${ui.texts.finishFirst}</p>` : nothing}
    ${waiting.length === 0 ? emptyView(state, ui) : waitingView(waiting, state, ui)}
    ${state.over.length === 0 ? nothing : laterView(ui, ({ overView }, all) => overView(state.over, all))}
  </div>`;
};

const openInvites = ({ invites }: ReadyState): number =>
  invites.filter(({ status }) => !['in-call', 'used', 'revoked', 'expired'].includes(status)).length;

const tabsView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { texts, screen, do: act } = ui;
  const tab = (name: 'queue' | 'sms', label: string, count: number): TemplateResult =>
    html`<button
      type="button"
      role="tab"
      id=${`tab-${name}`}
      aria-controls=${`panel-${name}`}
      aria-selected=${screen.tab === name}
      tabindex=${screen.tab === name ? 0 : -1}
      @click=${() => (name === 'sms' ? act.openSms() : act.show({ tab: name }))}
    >
      ${label} (${count})
    </button>`;
  return html`<div
    class="tabs"
    role="tablist"
    aria-label=${texts.tabs}
    @keydown=${(event: KeyboardEvent) => act.moveTab(event)}
  >
    ${tab('queue', texts.tabQueue, partsOf(state.visits).waiting.length)}
    ${tab('sms', texts.tabSms, openInvites(state))}
  </div>`;
};

const smsView = (state: ReadyState, ui: WaitingRoomUi): Part => {
  const { screen, do: act } = ui;
  if (!screen.smsUsed) return nothing;
  if (ui.sms !== 'ready') return awaitedView(ui.sms === 'failed', ui, () => act.openSms());
  return html`<sms-invite
    .client=${ui.client}
    .clinic=${state.clinic.id}
    .visit=${screen.inviteTo}
  ></sms-invite>`;
};

const panelsView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  if (ui.view === 'list') return html`<div class="queue">${queueView(state, ui)}</div>`;
  const { tab } = ui.screen;
  return html`<div class="queue">
    ${tabsView(state, ui)}
    <div role="tabpanel" id="panel-queue" aria-labelledby="tab-queue" ?hidden=${tab !== 'queue'}>
      ${queueView(state, ui)}
    </div>
    <div role="tabpanel" id="panel-sms" class="sms" aria-labelledby="tab-sms" ?hidden=${tab !== 'sms'}>
      ${smsView(state, ui)}
    </div>
  </div>`;
};

/** Why the last request failed; of a patient whom a colleague took, who it was. */
export const refusedWords = (
  failure: Failure,
  state: ReadyState,
  { texts, screen }: WaitingRoomUi,
): string => {
  const { attempted } = screen;
  const taken = state.visits.find(({ id }) => id === attempted?.id)?.claim;
  if (failure.code !== 'claimed-by-other' || attempted === undefined) return failureText(failure, texts);
  const { name } = attempted;
  return taken === undefined
    ? fill(texts.takenUnknown, { name })
    : fill(texts.taken, { clinician: taken.name, name });
};

const noticesView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { texts, language, now, screen, do: act } = ui;
  const { failure, offlineSince, sessionEndsAt } = state;
  const left = sessionEndsAt === undefined ? 0 : secondsUntil(sessionEndsAt, now);
  return html`${
    sessionEndsAt === undefined
      ? nothing
      : html`<div class="notice warning actions" part="notice">
          <b>${fill(texts.sessionEnding, { seconds: left })}</b>
          <button type="button" @click=${() => act.send({ type: 'stay-signed-in' })}>${texts.stay}</button>
        </div>`
  }
  ${
    offlineSince === undefined
      ? nothing
      : html`<div class="notice warning" part="notice">
          <b>${fill(texts.offline, { time: formatTime(offlineSince, language) })}</b> ${texts.offlineHint}
        </div>`
  }
  ${
    failure === undefined || failure === screen.dismissed
      ? nothing
      : html`<div class="notice error actions" part="notice">
          <p>${refusedWords(failure, state, ui)}</p>
          ${
            isPassing(failure)
              ? html`<button type="button" @click=${() => act.send({ type: 'retry' })}>
                  ${texts.retry}
                </button>`
              : nothing
          }
          <button type="button" @click=${() => act.show({ dismissed: failure })}>${texts.close}</button>
        </div>`
  }`;
};

const readyView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const split = state.current !== undefined || ui.screen.justEnded !== undefined;
  return html`${noticesView(state, ui)} ${headView(state, ui)}
    <div class=${split ? 'body split' : 'body'}>
      ${split ? laterView(ui, ({ callView }, all) => callView(state, all)) : nothing} ${panelsView(state, ui)}
    </div>
    ${ui.screen.dialog === undefined ? nothing : laterView(ui, ({ dialogView }, all) => dialogView(state, all))}`;
};

const failureView = (failure: Failure | undefined, { texts }: WaitingRoomUi): Part =>
  failure === undefined
    ? nothing
    : html`<p class="notice error" role="alert">${failureText(failure, texts)}</p>`;

const stateView = (state: QueueState, ui: WaitingRoomUi): TemplateResult => {
  const { texts } = ui;
  switch (state.status) {
    case 'starting':
      return messageView({ title: texts.starting, hint: texts.startingHint });
    case 'signed-out':
      return signedOutView(state, ui);
    case 'signing-in':
      return messageView({ title: texts.signingInTitle, hint: texts.signingInHint, actions: retryView(ui) });
    case 'forbidden':
      return clinicView(ui.clinic, ui);
    case 'unavailable':
      return messageView({
        title: texts.unavailableTitle,
        hint: texts.unavailableHint,
        actions: retryView(ui),
      });
    case 'session-ended':
      return messageView({
        title: texts[`ended:${state.reason}`],
        hint: texts.sessionEndedHint,
        actions: retryView(ui, texts.signInAgain),
      });
    case 'ready':
      return readyView(state, ui);
  }
};

/** The whole element in any of its states. */
export const waitingRoomView = (state: QueueState, ui: WaitingRoomUi): TemplateResult =>
  html`${state.status === 'ready' ? nothing : failureView(state.failure, ui)} ${stateView(state, ui)}
  ${ui.support({
    support: state.status === 'ready' ? (state.clinic.support ?? state.support) : state.support,
    state: state.status,
    failure: state.failure,
  })}`;
