import { formatPhone } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/texts.ts';
import { clinicView } from './waiting-room.clinic.view.ts';
import { partsOf } from './waiting-room.changes.ts';
import { openingFrom } from './waiting-room.opening.ts';
import type { LaterUi, ReadyState } from './waiting-room.ui.ts';

const delays = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const messageCharacters = 280;

const delayView = ({ clinic }: ReadyState, { texts }: LaterUi): TemplateResult => {
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

const phoneView = ({ clinic }: ReadyState, { texts, screen }: LaterUi): TemplateResult =>
  html`<div class="field">
    <label for="phone">${texts.phone}</label>
    <input
      id="phone"
      name="phone"
      type="tel"
      autocomplete="off"
      .value=${clinic.phone === undefined ? '' : formatPhone(clinic.phone)}
      aria-invalid=${screen.invalid === 'phone'}
      aria-describedby="phone-error"
    />
    <p id="phone-error" class="error">${screen.invalid === 'phone' ? texts.phoneInvalid : nothing}</p>
  </div>`;

const soundView = ({ texts, sound, do: act }: LaterUi): TemplateResult =>
  html`<label class="check">
    <input
      type="checkbox"
      .checked=${sound}
      @change=${(event: Event) => act.host.sound((event.currentTarget as HTMLInputElement).checked)}
    />
    ${texts.soundSetting}
  </label>`;

const untilView = ({ clinic }: ReadyState, { texts, screen }: LaterUi): TemplateResult =>
  html`<div class="field">
    <label for="until">${clinic.open ? texts.closesAt : texts.opensAt}</label>
    <input
      id="until"
      name="until"
      type="time"
      aria-invalid=${screen.invalid === 'until'}
      aria-describedby="until-error"
    />
    <p id="until-error" class="error">${screen.invalid === 'until' ? texts.untilInvalid : nothing}</p>
  </div>`;

const save = async (event: SubmitEvent, { clinic }: ReadyState, ui: LaterUi): Promise<void> => {
  event.preventDefault();
  const { texts, now, do: act } = ui;
  const { opening, invalid } = openingFrom(event.currentTarget as HTMLFormElement, clinic.open, now);
  act.show({ invalid });
  if (opening === undefined) {
    act.host.focusOn(`#${invalid ?? ''}`);
    return;
  }
  if (!(await act.send({ type: 'set-opening', opening }))) return;
  act.show({ settings: false });
  act.host.say(texts.saved);
};

/** What those who wait are told, and the sound. */
const queueView = (state: ReadyState, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  return html`<form
    class="settings stack"
    part="settings"
    @submit=${(event: SubmitEvent) => save(event, state, ui)}
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
    ${phoneView(state, ui)} ${untilView(state, ui)} ${soundView(ui)}
    <div class="actions">
      <button ?disabled=${state.openingBusy}>${state.openingBusy ? texts.busyOpening : texts.save}</button>
      <button type="button" class="quiet" @click=${() => act.show({ settings: false, invalid: undefined })}>
        ${texts.cancel}
      </button>
      ${
        partsOf(state.visits).waiting.length === 0
          ? nothing
          : html`<button type="button" @click=${() => act.open({ type: 'message-all' })}>
              ${texts.messageAll}
            </button>`
      }
    </div>
  </form>`;
};

/** Of the queue, or of the clinic in its stead. */
export const settingsView = (state: ReadyState, ui: LaterUi): TemplateResult => {
  const ofQueue = ui.screen.settings === true;
  const turn = (): void => {
    ui.do.show({ settings: ofQueue ? 'clinic' : true, invalid: undefined });
  };
  return html`<button type="button" class="link" aria-expanded=${!ofQueue} @click=${turn}>
      ${ui.texts.clinicSetting}
    </button>
    ${ofQueue ? queueView(state, ui) : clinicView(state.clinic.id, ui)}`;
};
