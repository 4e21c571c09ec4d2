import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoomView } from './video-room.view.ts';

/** The clinician's way out where there are no controls: a video that does not work must not hold the visit. */
export const endView = ({ call, texts, end }: VideoRoomView): TemplateResult | typeof nothing =>
  call.visit.view === 'clinic'
    ? html`<button type="button" class="danger" part="end" @click=${end}>${texts.end}</button>`
    : nothing;

const muteView = ({ call: { muted }, texts, dispatch }: VideoRoomView): TemplateResult =>
  html`<button
    type="button"
    class=${muted ? 'off' : ''}
    @click=${() => dispatch({ type: 'set-muted', muted: !muted })}
  >
    ${muted ? texts.unmute : texts.mute}
  </button>`;

const cameraView = ({ call: { cameraOff }, texts, dispatch }: VideoRoomView): TemplateResult =>
  html`<button
    type="button"
    class=${cameraOff ? 'off' : ''}
    @click=${() => dispatch({ type: 'set-camera-off', cameraOff: !cameraOff })}
  >
    ${cameraOff ? texts.cameraOn : texts.cameraOff}
  </button>`;

const moreButton = ({ texts, isMoreOpen, toggleMore }: VideoRoomView): TemplateResult =>
  html`<button
    type="button"
    class="open-more"
    aria-expanded=${isMoreOpen}
    aria-controls=${isMoreOpen ? 'more' : nothing}
    @click=${toggleMore}
  >
    ${texts.more}
  </button>`;

const restoreButton = ({ texts, setBar }: VideoRoomView): TemplateResult =>
  html`<button type="button" class="restore" part="restore" @click=${() => setBar(false)}>
    ${texts.restore}
  </button>`;

const hangUpView = ({ call, texts, dispatch, end }: VideoRoomView): TemplateResult => {
  const isClinic = call.visit.view === 'clinic';
  return html`<button
    type="button"
    class="hang-up"
    part="end"
    @click=${() => {
      if (isClinic) end();
      else dispatch({ type: 'hang-up' });
    }}
  >
    ${isClinic ? texts.end : texts.leave}
  </button>`;
};

/** What one can do in a call: words, always there, always in this order. In the bar there is room for three. */
export const controlsView = (view: VideoRoomView): TemplateResult => {
  const isBar = view.layout === 'bar';
  return html`<div class="controls" part="controls">
    ${muteView(view)} ${isBar ? restoreButton(view) : html`${cameraView(view)} ${moreButton(view)}`}
    ${hangUpView(view)}
  </div>`;
};
