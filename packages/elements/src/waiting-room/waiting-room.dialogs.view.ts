import type { ClinicVisit, VisitOutcome } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { consentText } from './waiting-room.call.view.ts';
import { cprView, peopleText, placeView, shownName } from './waiting-room.patient.view.ts';
import { agreedView, presenceView, waitedText } from './waiting-room.rows.view.ts';
import { handOverDialog, transferDialog } from './waiting-room.hands.view.ts';
import {
  closeDialog,
  messageAllDialog,
  messageDialog,
  removeDialog,
  shutButton,
} from './waiting-room.message.view.ts';
import type { LaterUi, ReadyState, WaitingRoomDialog } from './waiting-room.ui.ts';

type Part = TemplateResult | typeof nothing;

const outcomes: readonly VisitOutcome[] = [
  'completed',
  'moved-to-phone',
  'moved-to-visit',
  'technical-failure',
  'no-show',
];

/** Whom a call would be to, in full, before it is made and before the camera opens. */
const startDialog = (visit: ClinicVisit, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  if (visit.state !== 'waiting')
    return html`<h3 class="large" id="dialog-title">
        ${fill(texts.takenBy, { clinician: visit.claim?.name ?? '', name: shownName(visit, ui) })}
      </h3>
      ${shutButton(texts.backToQueue)}`;
  const facts = [fill(texts.people, { people: peopleText(visit, ui) }), consentText(visit, ui)];
  return html`<h3 id="dialog-title">${texts.startTitle}</h3>
    <div class="right-patient" part="check" data-origin=${visit.origin}>
      <p class="large">${shownName(visit, ui)}</p>
      ${cprView(visit, ui)} ${placeView(visit, ui)}
      ${visit.reason === undefined ? nothing : html`<p class="reason">${visit.reason}</p>`}
      <p class="small">${facts.filter(Boolean).join(' · ')}</p>
      <p class="when">
        <span class="wait">${waitedText(visit, ui)}</span> ${agreedView(visit, ui)} ${presenceView(visit, ui)}
      </p>
    </div>
    <div class="actions">
      <button
        type="button"
        class="primary confirm"
        aria-disabled=${busy}
        @click=${() => {
          if (!busy) act.start(visit);
        }}
      >
        ${busy ? texts.busyStarting : texts.startConfirm}
      </button>
      ${shutButton(texts.backToQueue)}
    </div>`;
};

const endDialog = (visit: ClinicVisit, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  const called = visit.state === 'called';
  const first: VisitOutcome = called ? 'no-show' : 'completed';
  const sorted = [first, ...outcomes.filter((outcome) => outcome !== first)];
  return html`<h3 class="large" id="dialog-title">${called ? texts.endTitleCalled : texts.endTitle}</h3>
    <p>${fill(called ? texts.endHintCalled : texts.endHint, { name: shownName(visit, ui) })}</p>
    <div class="outcomes">
      ${sorted.map(
        (outcome) =>
          html`<button
            type="button"
            class=${outcome === first ? 'primary' : ''}
            aria-disabled=${busy}
            @click=${() => act.send({ type: 'end', visitId: visit.id, outcome })}
          >
            ${texts[`outcome:${outcome}`]}
          </button>`,
      )}
      ${shutButton(texts.back)}
    </div>`;
};

type VisitDialog = Extract<WaitingRoomDialog, { readonly visitId: string }>;

const aboutVisit = (
  { type }: VisitDialog,
  visit: ClinicVisit,
  { state, ui }: { readonly state: ReadyState; readonly ui: LaterUi },
): TemplateResult => {
  const busy = state.busy.has(visit.id);
  switch (type) {
    case 'start':
      return startDialog(visit, busy, ui);
    case 'end':
      return endDialog(visit, busy, ui);
    case 'remove':
      return removeDialog(visit, busy, ui);
    case 'message':
      return messageDialog(visit, busy, ui);
    case 'hand-over':
      return handOverDialog(visit, state, ui);
    case 'transfer':
      return transferDialog(visit, state, ui);
  }
};

const contentView = (dialog: WaitingRoomDialog, state: ReadyState, ui: LaterUi): Part => {
  if ('visitId' in dialog) {
    const visit = state.visits.find(({ id }) => id === dialog.visitId);
    return visit === undefined ? nothing : aboutVisit(dialog, visit, { state, ui });
  }
  return dialog.type === 'close' ? closeDialog(state, ui) : messageAllDialog(state, ui);
};

/** The open dialog. It goes when its visit does. */
export const dialogView = (state: ReadyState, ui: LaterUi): Part => {
  const { dialog } = ui.screen;
  const content = dialog === undefined ? nothing : contentView(dialog, state, ui);
  if (content === nothing) return nothing;
  return html`<dialog
    class="stack"
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${() => ui.do.show({ dialog: undefined })}
  >
    ${
      state.failure === undefined
        ? nothing
        : html`<p class="notice error">${failureText(state.failure, ui.texts)}</p>`
    }
    ${content}
  </dialog>`;
};
