import type { DeviceChoice, DeviceCommand, DeviceState } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceTexts } from './device.texts.da.ts';
import { fill } from './texts.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  /** For devices that do not tell their name. */
  readonly unnamed: string;
  readonly choices: readonly DeviceChoice[];
  readonly chosen: string | undefined;
  readonly choose: (deviceId: string) => void;
}

const chosenOf = (event: Event): string =>
  event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '';

const selectView = (choice: Choice): TemplateResult | typeof nothing =>
  choice.choices.length === 0
    ? nothing
    : html`<div class="field">
        <label for=${choice.id}>${choice.label}</label>
        <select id=${choice.id} @change=${(event: Event) => choice.choose(chosenOf(event))}>
          ${choice.choices.map(
            ({ deviceId, label }, index) =>
              html`<option value=${deviceId} ?selected=${deviceId === choice.chosen}>
                ${label === '' ? fill(choice.unnamed, { number: index + 1 }) : label}
              </option>`,
          )}
        </select>
      </div>`;

/** Camera, microphone and a sound to try: nothing to choose where there is only one of a kind unnamed. */
export const deviceChoiceView = (
  devices: DeviceState,
  texts: DeviceTexts,
  dispatch: (command: DeviceCommand) => void,
): TemplateResult =>
  html`${selectView({
    id: 'camera',
    label: texts.camera,
    unnamed: texts.unnamedCamera,
    choices: devices.cameras,
    chosen: devices.cameraId,
    choose: (deviceId) => dispatch({ type: 'use-camera', deviceId }),
  })}
  ${selectView({
    id: 'microphone',
    label: texts.microphone,
    unnamed: texts.unnamedMicrophone,
    choices: devices.microphones,
    chosen: devices.microphoneId,
    choose: (deviceId) => dispatch({ type: 'use-microphone', deviceId }),
  })}`;

/** Plays the test sound. */
export const testSoundView = (
  devices: DeviceState,
  texts: DeviceTexts,
  dispatch: (command: DeviceCommand) => void,
): TemplateResult =>
  html`<button
    type="button"
    aria-disabled=${devices.soundPlaying}
    @click=${() => dispatch({ type: 'play-test-sound' })}
  >
    ${devices.soundPlaying ? texts.testSoundPlaying : texts.testSound}
  </button>`;
