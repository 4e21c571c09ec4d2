import { formatPhone } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fill } from '../shared/texts.ts';
import { partsOf } from './waiting-room.changes.ts';
import { since } from './waiting-room.patient.view.ts';
import { minutesSince } from '../shared/format.ts';
import type { ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

const delays = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const messageCharacters = 280;

const switchView = (state: ReadyState, { texts, do: act }: WaitingRoomUi): TemplateResult => {
  const { clinic } = state;
  const set = (open: boolean): void => {
    if (open === clinic.open) return;
    const { message, delayMinutes, phone } = clinic;
    act.send({
      type: 'set-opening',
      opening: {
        open,
        ...(message === undefined ? {} : { message }),
        ...(delayMinutes === undefined ? {} : { delayMinutes }),
        ...(phone === undefined ? {} : { phone }),
      },
    });
  };
  const choice = (open: boolean): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${clinic.open === open}
      class=${open ? 'open' : 'closed'}
      ?disabled=${state.openingBusy || state.offlineSince !== undefined}
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

const delayView = ({ clinic }: ReadyState, { texts }: WaitingRoomUi): TemplateResult => {
  const chosen = clinic.delayMinutes ?? 0;
  const options =
    delays.includes(chosen) || chosen === 0 ? delays : [...delays, chosen].sort((a, b) => a - b);
  return html`<div class="field">
    <label for="delay">${texts.delay}</label>
    <select id="delay" name="delayMinutes">
      <option value="" ?selected=${chosen === 0}>${texts.noDelay}</option>
      ${options.map(
        (minutes) =>
          html`<option value=${minutes} ?selected=${minutes === chosen}>
            ${fill(texts.minutes, { minutes })}
          </option>`,
      )}
    </select>
  </div>`;
};

const phoneView = ({ clinic }: ReadyState, { texts, screen }: WaitingRoomUi): TemplateResult =>
  html`<div class="field">
    <label for="phone">${texts.phone}</label>
    <input
      id="phone"
      name="phone"
      type="tel"
      autocomplete="off"
      .value=${clinic.phone === undefined ? '' : formatPhone(clinic.phone)}
      aria-invalid=${screen.phoneInvalid}
      aria-describedby="phone-error"
    />
    <p id="phone-error" class="error">${screen.phoneInvalid ? texts.phoneInvalid : nothing}</p>
  </div>`;

const soundView = ({ texts, sound, do: act }: WaitingRoomUi): TemplateResult =>
  html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(sound)}
      @change=${(event: Event) => act.toggleSound((event.currentTarget as HTMLInputElement).checked)}
    />
    ${texts.soundSetting}
  </label>`;

const settingsView = (state: ReadyState, ui: WaitingRoomUi): TemplateResult => {
  const { texts, do: act } = ui;
  return html`<form
    class="settings stack"
    part="settings"
    @submit=${(event: SubmitEvent) => act.saveOpening(event)}
  >
    ${delayView(state, ui)}
    <div class="field">
      <label for="message">${texts.message}</label>
      <textarea
        id="message"
        name="message"
        rows="2"
        maxlength=${messageCharacters}
        aria-describedby="message-help"
        .value=${state.clinic.message ?? ''}
      ></textarea>
      <p id="message-help" class="help">${texts.messageHint}</p>
    </div>
    ${phoneView(state, ui)} ${soundView(ui)}
    <div class="actions">
      <button ?disabled=${state.openingBusy}>${state.openingBusy ? texts.busyOpening : texts.save}</button>
      <button type="button" class="quiet" @click=${() => act.show({ settings: false, phoneInvalid: false })}>
        ${texts.cancel}
      </button>
    </div>
  </form>`;
};

const announced = ({ clinic }: ReadyState, { texts }: WaitingRoomUi): TemplateResult | typeof nothing =>
  clinic.delayMinutes === undefined && clinic.message === undefined
    ? nothing
    : html`<p class="announced">
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
      aria-expanded=${settings}
      @click=${() => ui.do.show({ settings: !settings })}
    >
      ${ui.texts.settings}
    </button>
    ${announced(state, ui)} ${settings ? settingsView(state, ui) : nothing}
  </header>`;
};
