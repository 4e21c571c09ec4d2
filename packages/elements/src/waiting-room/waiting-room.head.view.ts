import type { ClinicSummary, OpeningRequest } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/texts.ts';
import { partsOf } from './waiting-room.changes.ts';
import { since } from './waiting-room.patient.view.ts';
import { formatMoment, minutesSince } from '../shared/format.ts';
import { laterView } from './waiting-room.later.view.ts';
import type { ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

/** What the clinic says of itself, open or closed. */
export const openingOf = (
  { message, delayMinutes, phone }: ClinicSummary,
  open: boolean,
): OpeningRequest => ({
  open,
  ...(message === undefined ? {} : { message }),
  ...(delayMinutes === undefined ? {} : { delayMinutes }),
  ...(phone === undefined ? {} : { phone }),
});

const switchView = (state: ReadyState, { texts, do: act }: WaitingRoomUi): TemplateResult => {
  const { clinic } = state;
  const isOff = state.openingBusy || state.offlineSince !== undefined;
  const set = (open: boolean): void => {
    if (isOff || open === clinic.open) return;
    if (!open && partsOf(state.visits).waiting.length > 0) act.open({ type: 'close' });
    else void act.send({ type: 'set-opening', opening: openingOf(clinic, open) });
  };
  const choice = (open: boolean): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${clinic.open === open}
      class=${open ? 'open' : 'closed'}
      aria-disabled=${isOff}
      @click=${() => set(open)}
    >
      ${state.openingBusy && clinic.open !== open ? texts.busyOpening : open ? texts.open : texts.closed}
    </button>`;
  return html`<div class="switch" role="group" aria-label=${texts.openness} part="opening">
    ${choice(true)}${choice(false)}
  </div>`;
};

const countView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { waiting } = partsOf(state.visits);
  const first = waiting.reduce<string | undefined>(
    (oldest, { arrivedAt }) => (oldest === undefined || arrivedAt < oldest ? arrivedAt : oldest),
    undefined,
  );
  return html`<p class="count" part="count">
    <b>${fill(ui.texts.waitingCount, { count: waiting.length })}</b>
    ${first === undefined || minutesSince(first, ui.now) === 0 ? nothing : html`· ${fill(ui.texts.longest, { wait: since(first, ui) })}`}
  </p>`;
};

const announced = (
  { clinic }: ReadyState,
  { texts, language, now }: WaitingRoomUi,
): TemplateResult | typeof nothing =>
  clinic.delayMinutes === undefined && clinic.message === undefined && clinic.until === undefined
    ? nothing
    : html`<p class="announced">
        ${
          clinic.until === undefined
            ? nothing
            : fill(clinic.open ? texts.openUntil : texts.closedUntil, {
                time: formatMoment(clinic.until, language, now),
              })
        }
        ${
          clinic.delayMinutes === undefined
            ? nothing
            : html`<b>${fill(texts.delayed, { minutes: clinic.delayMinutes })}</b>`
        }
        ${clinic.message ?? nothing}
      </p>`;

/** The clinic, whether it is open, how many wait, and what they are told. */
export const headView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { settings } = ui.screen;
  return html`<header class="head" part="head">
    <h2 class="clinic">${state.clinic.name}</h2>
    ${switchView(state, ui)} ${countView(state, ui)}
    <button
      type="button"
      class="link settings-toggle"
      aria-expanded=${settings !== false}
      @click=${() => ui.do.show({ settings: settings === false })}
    >
      ${ui.texts.settings}
    </button>
    ${announced(state, ui)}
    ${settings === false ? nothing : laterView(ui, ({ settingsView }, all) => settingsView(state, all))}
  </header>`;
};
