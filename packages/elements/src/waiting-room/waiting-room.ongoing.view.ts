import type { ClinicVisit } from '@venterum/contract';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../shared/texts.ts';
import { peopleText, shownName, since } from './waiting-room.patient.view.ts';
import type { ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

const stateWords = (visit: ClinicVisit, state: ReadyState, { texts }: WaitingRoomUi): string => {
  const mine = visit.claim?.by === state.me.id;
  if (mine) return visit.state === 'called' ? texts.calling : texts.withMe;
  return fill(visit.state === 'called' ? texts.calledBy : texts.with, { name: visit.claim?.name ?? '' });
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

/** Who is being seen, and by whom. The own visit stands here too, so that the list is the whole truth. */
export const ongoingView = (
  visits: readonly ClinicVisit[],
  state: ReadyState,
  ui: WaitingRoomUi,
): TemplateResult =>
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
              <span>${since(visit.startedAt ?? visit.claim?.at ?? visit.arrivedAt, ui)}</span>
            </p>
            ${doorView(visit, state, ui)}
          </li>`,
      )}
    </ul>`;
