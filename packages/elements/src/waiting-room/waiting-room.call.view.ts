import { answerMilliseconds, type ClinicVisit } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatClock, formatMinutes } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { cprView, peopleText, placeView, shownName } from './waiting-room.patient.view.ts';
import { doorView } from './waiting-room.ongoing.view.ts';
import { presenceView } from './waiting-room.rows.view.ts';
import type { LaterUi, ReadyState } from './waiting-room.ui.ts';

type Part = TemplateResult | typeof nothing;
type Current = NonNullable<ReadyState['current']>;

const secondsSince = (instant: string, { now }: LaterUi): number => (now - Date.parse(instant)) / 1000;

const durationView = (visit: ClinicVisit, ui: LaterUi): Part => {
  if (visit.state === 'called') return nothing;
  const wait = formatClock(secondsSince(visit.startedAt ?? visit.arrivedAt, ui));
  return html`<p class="status">${fill(ui.texts.callDuration, { wait })}</p>`;
};

const callingView = (visit: ClinicVisit, ui: LaterUi): Part => {
  const { state, claim } = visit;
  if (state !== 'called' || claim === undefined) return nothing;
  const left = Math.max(0, Math.ceil(answerMilliseconds / 1000 - secondsSince(claim.at, ui)));
  return html`<p class="status">
    <b>${ui.texts.calling}</b>
    <span class="muted">${fill(ui.texts.callingHint, { seconds: left })}</span>
    ${presenceView(visit, ui)}
  </p>`;
};

const endButton = (visit: ClinicVisit, busy: boolean, { texts, do: act }: LaterUi): TemplateResult =>
  html`<button
    type="button"
    class=${visit.state === 'called' ? 'end' : 'end primary'}
    ?disabled=${busy}
    @click=${() => act.open({ type: 'end', visitId: visit.id })}
  >
    ${texts.end}
  </button>`;

const controlsView = (visit: ClinicVisit, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  return html`<div class="actions">
    ${
      visit.state === 'called'
        ? html`<button
            type="button"
            ?disabled=${busy}
            @click=${() => act.send({ type: 'release', visitId: visit.id })}
          >
            ${texts.cancel}
          </button>`
        : ui.view === 'list'
          ? nothing
          : html`<button type="button" @click=${() => act.openSms(visit.id)}>${texts.inviteShort}</button>`
    }
    <button
      type="button"
      class="hand-over"
      @click=${() => {
        act.open({ type: 'hand-over', visitId: visit.id });
        void act.send({ type: 'find-members' });
      }}
    >
      ${texts.handOver}
    </button>
    ${ui.view === 'list' ? endButton(visit, busy, ui) : nothing}
  </div>`;
};

/** Whether a consent is recorded; nothing for somebody who came for themselves. */
export const consentText = (visit: ClinicVisit, { texts }: LaterUi): string => {
  if (visit.origin === 'citizen-app') return '';
  return visit.consented ? texts.consented : texts.notConsented;
};

/** The right-patient facts: above the picture for as long as there is one, and no more of them than leaves it room. */
const patientView = ({ visit }: Current, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts } = ui;
  const people = fill(texts.people, { people: peopleText(visit, ui) });
  return html`<div class="patient" part="patient" data-origin=${visit.origin}>
    <div class="identity">
      <h3 class="large" id="patient" tabindex="-1">${shownName(visit, ui)}</h3>
      ${cprView(visit, ui)} ${visit.test ? html`<span class="badge test">${texts.testCall}</span>` : nothing}
      ${durationView(visit, ui)}
    </div>
    ${callingView(visit, ui)}
    <div class="more-facts">
      <details>
        <summary>
          ${visit.reason === undefined ? texts.facts : html`<span class="unseen">${texts.facts}: </span>${visit.reason}`}
        </summary>
        ${placeView(visit, ui)}
        <p class="small">${[people, consentText(visit, ui)].filter(Boolean).join(' · ')}</p>
      </details>
      ${controlsView(visit, busy, ui)}
    </div>
  </div>`;
};

/** The video's own button asks as well how the call ended. */
const askOutcome = (event: Event, visit: ClinicVisit, ui: LaterUi): void => {
  event.preventDefault();
  ui.do.open({ type: 'end', visitId: visit.id });
};

/** Where there is no video, there is a way to end all the same, where the video has its own. */
const stageView = ({ visit, access }: Current, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  const empty = (text: string, mend: Part = nothing): TemplateResult =>
    html`<div class="stage">
      <p>${text}</p>
      <div class="actions">${mend} ${endButton(visit, busy, ui)}</div>
    </div>`;
  if (access === undefined && !ui.screen.openHere)
    return empty(
      texts.elsewhere,
      html`<button type="button" @click=${() => act.show({ openHere: true })}>${texts.openHere}</button>`,
    );
  if (ui.video === 'failed')
    return empty(
      texts.videoFailed,
      html`<button type="button" @click=${() => act.host.loadVideo()}>${texts.retry}</button>
        <button
          type="button"
          @click=${() => act.send({ type: 'end', visitId: visit.id, outcome: 'moved-to-phone' })}
        >
          ${texts['outcome:moved-to-phone']}
        </button>`,
    );
  if (ui.video !== 'ready') return empty(texts.loadingVideo);
  return html`<video-room
    part="video"
    .client=${ui.client}
    .visit=${visit}
    .access=${access}
    @call-end-request=${(event: Event) => askOutcome(event, visit, ui)}
  ></video-room>`;
};

const endedView = (visit: ClinicVisit, ui: LaterUi): TemplateResult => {
  const { texts, language } = ui;
  const { outcome, durationSeconds } = visit;
  const wait = formatMinutes(Math.ceil((durationSeconds ?? 0) / 60), language);
  return html`<section class="call ended stack" part="ended" aria-labelledby="ended">
    <h3 class="large" id="ended" tabindex="-1">
      ${shownName(visit, ui)}: ${outcome === undefined ? texts.end : texts[`outcome:${outcome}`]}
    </h3>
    ${durationSeconds === undefined ? nothing : html`<p>${fill(texts.endedDuration, { wait })}</p>`}
    <p>${texts.endedHint}</p>
    <div class="actions">
      <button type="button" class="primary" @click=${() => ui.do.nextPatient()}>${texts.readyForNext}</button>
    </div>
  </section>`;
};

/** The running call, or how the last one ended. */
export const callView = (state: ReadyState, ui: LaterUi): Part => {
  const { current } = state;
  if (current === undefined)
    return ui.screen.justEnded === undefined ? nothing : endedView(ui.screen.justEnded, ui);
  const busy = state.busy.has(current.visit.id);
  return html`<section class="call" part="call" aria-labelledby="patient">
    ${patientView(current, busy, ui)}
    ${ui.view === 'list' ? doorView(current.visit, state, ui) : stageView(current, busy, ui)}
  </section>`;
};
