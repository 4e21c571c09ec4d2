import type { JoinerVisit } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment, formatWait } from '../shared/format.ts';
import { clinicRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import { lazyView, timesView } from './queue-join.ready.view.ts';
import type { FirstTexts } from './queue-join.texts.da.ts';
import {
  isForSelf,
  type AsideView,
  type AsideViews,
  type JoinStateIn,
  type JoinView,
} from './queue-join.ui.ts';

/** The place in the queue in words; without a number while the server gives none, and outside a call that is on already. */
export const positionText = (
  { texts }: Pick<JoinView, 'texts'>,
  { state, position }: JoinerVisit,
): string => {
  if (state !== 'waiting') return texts.doorTitle;
  return position === undefined ? texts.waitingTitle : fill(texts.waitingPosition, { position });
};

const rangeText = ({ texts, language }: JoinView, { waitEstimate }: JoinerVisit): string =>
  waitEstimate === undefined
    ? texts.waitUnknown
    : fill(texts.waitRange, { range: formatWait(waitEstimate, language) });

/** Needs words that come while somebody waits already. */
const later = (view: JoinView, render: (aside: AsideViews, view: AsideView) => unknown): unknown =>
  view.aside === undefined ? nothing : render(view.aside, view as AsideView);

/** Since when there is no connection, and what becomes of a place meanwhile. */
export const offlineView = (view: JoinView): TemplateResult | typeof nothing => {
  const { state, aside, texts, language, now } = view;
  const { offlineSince } = state;
  if (offlineSince === undefined) return nothing;
  return html`<p class="notice warning" part="offline">
    ${
      state.step === 'waiting' && aside !== undefined
        ? aside.offlineWords(view as AsideView, offlineSince)
        : fill(texts.offlineSince, { time: formatMoment(offlineSince, language, now) })
    }
  </p>`;
};

/** What holds as long as there is a connection: without one the words about that stand in its place, and move nothing. */
const connectedView = (view: JoinView, words: TemplateResult): TemplateResult =>
  html`<div class="either stack">
    <div class="stack">${words}</div>
    ${offlineView(view)}
  </div>`;

/** The call is on already: outside until somebody opens. */
const doorView = (view: JoinView, visit: JoinerVisit): TemplateResult =>
  html`<h2 tabindex="-1" class="position" part="position">${positionText(view, visit)}</h2>
    ${connectedView(
      view,
      html`<p>${fill(view.texts.doorText, { clinic: visit.clinic.name })}</p>
        <p>${view.texts.waitingSelf}</p>`,
    )}`;

/** `waiting`: the place, an honest range, and what to do meanwhile. */
export const waitingView = (view: JoinView, state: JoinStateIn<'waiting'>): TemplateResult => {
  const { texts, language, now } = view;
  const { visit } = state;
  if (visit.state !== 'waiting') return doorView(view, visit);
  const { agreedAt, arrivedAt, clinic } = visit;
  const since = formatMoment(arrivedAt, language, now);
  return html`<div>
      <h2 tabindex="-1" class="position" part="position">${positionText(view, visit)}</h2>
      <p>${fill(texts.waitingAs, { clinic: clinic.name, since })}</p>
    </div>
    ${connectedView(
      view,
      html`${clinic.open ? html`<p class="large" part="wait">${rangeText(view, visit)}</p>` : nothing}
        <p>${isForSelf(view.state) ? texts.waitingSelf : texts.waitingWork}</p>`,
    )}
    ${timesView(view, agreedAt, clinic)}
    <div class="notices stack">${later(view, (aside, all) => aside.waitNotices(all, state))}</div>
    ${later(view, (aside, all) => aside.waitMeans(all))}`;
};

const leaveQuestion = ({ texts, change, dispatch }: JoinView): TemplateResult =>
  html`<div class="card stack" role="group" aria-labelledby="leave">
    <p id="leave"><b>${texts.leaveTitle}</b> ${texts.leaveText}</p>
    <div class="actions">
      <button type="button" class="stay" @click=${() => change({ leaving: false })}>${texts.leaveNo}</button>
      <button type="button" class="danger" @click=${() => dispatch({ type: 'leave' })}>
        ${texts.leaveYes}
      </button>
    </div>
  </div>`;

/** What somebody who waits can do: make it small, or leave after a question. */
export const waitingActions = (view: JoinView): TemplateResult => {
  const { texts, ui, change, minimise } = view;
  if (ui.leaving) return leaveQuestion(view);
  return html`<div class="actions">
    ${
      view.isGuest
        ? nothing
        : html`<button type="button" part="minimise" @click=${() => minimise(true)}>
            ${texts.minimise}
          </button>`
    }
    <button type="button" class="quiet leave" part="leave" @click=${() => change({ leaving: true })}>
      ${texts.leave}
    </button>
  </div>`;
};

const enterButton = ({ texts, justCalled, enter }: JoinView, looks: string): TemplateResult =>
  html`<button
    type="button"
    class="primary ${looks}"
    part="primary"
    aria-disabled=${justCalled}
    @click=${enter}
  >
    ${texts.enter}
  </button>`;

/** Somebody with an open way into the room is in it, and this window is not. */
const isInElsewhere = ({ me, participants }: JoinerVisit): boolean =>
  participants.find(({ id }) => id === me)?.peerId !== undefined;

const calledWords = (visit: JoinerVisit, texts: FirstTexts): string => {
  if (visit.state === 'called') return texts.calledText;
  return isInElsewhere(visit) ? texts.calledElsewhere : texts.calledAgain;
};

/** `called`: who is ready, and one big button. */
export const calledView = (view: JoinView, { visit }: JoinStateIn<'called'>): TemplateResult => {
  const { texts } = view;
  const { clinician, clinic } = visit;
  return html`<h2 tabindex="-1" class="position" part="called">${texts.calledTitle}</h2>
    ${
      clinician === undefined
        ? html`<p class="large">${clinic.name}</p>`
        : html`<div>
            <p class="large">${clinician.name}</p>
            <p>
              ${fill(texts.calledAs, { role: clinicRoleText(clinician.role, texts), clinic: clinic.name })}
            </p>
          </div>`
    }
    ${enterButton(view, 'wide enter')}
    <p>${calledWords(visit, texts)}</p>`;
};

/** `in-call`: the video is the screen. */
export const inCallView = (view: JoinView, { visit }: JoinStateIn<'in-call'>): TemplateResult => {
  const { texts } = view;
  return html`<h2 tabindex="-1" class="unseen">
      ${visit.kind === 'conference' ? texts.inCallConference : texts.inCallTitle}
    </h2>
    <div class="video">
      ${lazyView(
        view,
        view.videoRoom,
        html`<video-room
          part="video"
          .client=${view.client}
          .visit=${visit}
          .access=${view.reach?.wayIn.access}
          @call-ended=${() => view.dispatch({ type: 'leave' })}
        ></video-room>`,
      )}
    </div>`;
};

const slimText = ({ texts, language }: JoinView, { position, waitEstimate }: JoinerVisit): TemplateResult =>
  html`<b>${position === undefined ? texts.waitingTitle : fill(texts.slimPosition, { position })}</b> ${
      waitEstimate === undefined
        ? nothing
        : html`<span class="muted">${formatWait(waitEstimate, language)}</span>`
    }`;

/** Made small: one line that keeps its height, also when somebody is called. */
export const slimView = (view: JoinView): TemplateResult => {
  const { texts, state, minimise } = view;
  return state.step === 'waiting'
    ? html`<div class="slim" part="slim">
        <p>${slimText(view, state.visit)}</p>
        <button type="button" part="restore" @click=${() => minimise(false)}>${texts.restore}</button>
      </div>`
    : html`<div class="slim ringing" part="slim">
        <p><b>${texts.calledTitle}</b></p>
        ${enterButton(view, '')}
      </div>`;
};
