import { claimMilliseconds, type ClinicVisit, type Instant } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { minutesSince } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { peopleText, shownName, since } from './waiting-room.patient.view.ts';
import type { LaterUi, ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

/** Since when their clinician has been gone, once that is so long that a colleague may go on. */
const lostSince = ({ unattendedSince: since }: ClinicVisit, { now }: LaterUi): Instant | undefined =>
  since && minutesSince(since, now) >= claimMilliseconds / 60_000 ? since : undefined;

const stateWords = (visit: ClinicVisit, state: ReadyState, ui: LaterUi): string => {
  const { texts } = ui;
  const isCalled = visit.state === 'called';
  if (visit.claim?.by === state.me.id) return isCalled ? texts.calling : texts.withMe;
  const words = lostSince(visit, ui) ? texts.leftCall : isCalled ? texts.calledBy : texts.with;
  return fill(words, { name: visit.claim?.name ?? '' });
};

/** Who waits at the door of a consultation, with the button that lets them in. */
export const doorView = (
  visit: ClinicVisit,
  state: ReadyState,
  ui: WaitingRoomUi,
): readonly TemplateResult[] =>
  visit.participants
    .filter(({ admitted }) => !admitted)
    .map(
      (one) =>
        html`<p class="door">
          <b>${fill(ui.texts.atTheDoor, { name: peopleText({ ...visit, participants: [one] }, ui) })}</b>
          <button
            type="button"
            ?disabled=${state.busy.has(visit.id)}
            @click=${() => ui.do.send({ type: 'admit', visitId: visit.id, participantId: one.id })}
          >
            ${ui.texts.admit}
          </button>
        </p>`,
    );

/** What a colleague can do for somebody whose clinician is gone. */
const lostView = ({ id }: ClinicVisit, { busy, current, me }: ReadyState, ui: LaterUi): TemplateResult =>
  html`<div class="door">
    <button
      type="button"
      ?disabled=${busy.has(id) || current !== undefined}
      @click=${() => ui.do.send({ type: 'hand-over', visitId: id, to: me.id })}
    >
      ${ui.texts.takeOver}
    </button>
    <button type="button" @click=${() => ui.do.open({ type: 'end', visitId: id })}>${ui.texts.end}</button>
  </div>`;

/** Who is being seen, and by whom. The own visit stands here too, so that the list is the whole truth. */
export const ongoingView = (visits: readonly ClinicVisit[], state: ReadyState, ui: LaterUi): TemplateResult =>
  html`<h3>${ui.texts.ongoing}</h3>
    <ul class="rows">
      ${repeat(
        visits,
        ({ id }) => id,
        (visit) =>
          html`<li class="row ongoing" part="visit" data-origin=${visit.origin}>
            <div class="who"><p class="name">${shownName(visit, ui)}</p></div>
            <p class="when">
              <b>${stateWords(visit, state, ui)}</b>
              <span
                >${since(lostSince(visit, ui) ?? visit.startedAt ?? visit.claim?.at ?? visit.arrivedAt, ui)}</span
              >
            </p>
            ${lostSince(visit, ui) ? lostView(visit, state, ui) : nothing} ${doorView(visit, state, ui)}
          </li>`,
      )}
    </ul>`;
