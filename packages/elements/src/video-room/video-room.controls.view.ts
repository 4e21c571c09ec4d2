import { html, nothing, type TemplateResult } from 'lit';
import { deviceChoiceView, testSoundView } from '../shared/device-choice.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** Choice of camera and microphone, opened by its button and closed by the same or by Escape. */
export const devicesPanelView = (view: VideoRoomView): TemplateResult | typeof nothing => {
  const { choosing, devices, texts, useDevice, toggleChoosing } = view;
  if (!choosing) return nothing;
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') toggleChoosing();
  };
  return html`<div
    id="devices"
    class="panel stack"
    part="devices"
    role="group"
    aria-label=${texts.devices}
    @keydown=${close}
  >
    ${deviceChoiceView(devices, texts, useDevice)}
    <div class="actions">
      ${testSoundView(devices, texts, useDevice)}
      <button type="button" class="quiet" @click=${toggleChoosing}>${texts.close}</button>
    </div>
  </div>`;
};

/** The clinician's way out where there are no controls: a video that does not work must not hold the visit. */
export const endView = ({ call, texts, end }: VideoRoomView): TemplateResult | typeof nothing =>
  call.visit.view === 'clinic'
    ? html`<button type="button" class="danger" part="end" @click=${end}>${texts.end}</button>`
    : nothing;

/** What one can do in a call: words, always there, always in this order. */
export const controlsView = (view: VideoRoomView): TemplateResult => {
  const { call, texts, choosing, dispatch, end, toggleChoosing } = view;
  const { muted, cameraOff, visit } = call;
  const isClinic = visit.view === 'clinic';
  return html`<div class="controls" part="controls">
    <button
      type="button"
      class=${muted ? 'off' : ''}
      @click=${() => dispatch({ type: 'set-muted', muted: !muted })}
    >
      ${muted ? texts.unmute : texts.mute}
    </button>
    <button
      type="button"
      class=${cameraOff ? 'off' : ''}
      @click=${() => dispatch({ type: 'set-camera-off', cameraOff: !cameraOff })}
    >
      ${cameraOff ? texts.cameraOn : texts.cameraOff}
    </button>
    <button
      type="button"
      class="open-devices"
      aria-expanded=${choosing ? 'true' : 'false'}
      aria-controls=${choosing ? 'devices' : nothing}
      @click=${toggleChoosing}
    >
      ${texts.devices}
    </button>
    <button
      type="button"
      class="hang-up"
      part="end"
      @click=${() => {
        if (isClinic) end();
        else dispatch({ type: 'hang-up' });
      }}
    >
      ${isClinic ? texts.end : texts.leave}
    </button>
  </div>`;
};
