import type { CallCommand, CallState, CallStatus, DeviceCommand, DeviceState } from '@venterum/client';
import { isOver } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { doorView, noticesView } from './video-room.notices.view.ts';
import { controlsView, devicesPanelView, endView } from './video-room.controls.view.ts';
import { connectingWords, otherNames, reconnectingWords, type Words } from './video-room.people.ts';
import { factsView, selfView, tilesView } from './video-room.tiles.view.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';

/** Where the own picture lies. */
export type Corner = 'bottom-end' | 'bottom-start' | 'top-start' | 'top-end';

/** How the others' pictures share the room. */
export type VideoRoomLayout = 'grid' | 'focus';

/** What the views show and call. */
export interface VideoRoomView {
  readonly texts: VideoRoomTexts;
  readonly call: CallState;
  readonly devices: DeviceState;
  readonly layout: VideoRoomLayout;
  readonly corner: Corner;
  /** The choice of devices is open. */
  readonly choosing: boolean;
  /** The browser waits for a tap before it plays sound. */
  readonly soundBlocked: boolean;
  /** How long the call has lasted, as text; empty before it began. */
  readonly duration: string;
  readonly dispatch: (command: CallCommand) => void;
  readonly useDevice: (command: DeviceCommand) => void;
  readonly end: () => void;
  readonly moveSelf: () => void;
  readonly toggleChoosing: () => void;
  readonly play: (video: HTMLVideoElement) => void;
  readonly playAll: () => void;
  readonly support: () => TemplateResult;
}

const aloneWords = ({ call, texts }: VideoRoomView): Words => {
  const { visit } = call;
  if (visit.view === 'joiner')
    return { title: texts.aloneJoiner, next: fill(texts.aloneJoinerNext, { clinic: visit.clinic.name }) };
  const names = otherNames(call, texts);
  const next = names === '' ? texts.aloneClinicNobody : fill(texts.aloneClinicNext, { names });
  return { title: texts.aloneClinic, next };
};

const preparingWords = ({ texts, devices }: VideoRoomView): Words => {
  const isAsking = devices.camera === 'asking' || devices.microphone === 'asking';
  return { title: texts.preparing, next: isAsking ? texts.askingDevices : texts.preparingNext };
};

/** What is being waited for while nobody is seen yet, or nobody any more. */
const waitingWords: Readonly<Partial<Record<CallStatus, (view: VideoRoomView) => Words>>> = {
  preparing: preparingWords,
  'at-the-door': ({ texts }) => ({ title: texts.outside, next: texts.outsideNext }),
  connecting: ({ call, texts }) => connectingWords(call, texts),
  alone: aloneWords,
  reconnecting: ({ call, texts }) => reconnectingWords(call, texts),
};

const overlayView = (view: VideoRoomView): TemplateResult | typeof nothing => {
  const words = waitingWords[view.call.status]?.(view);
  return words === undefined
    ? nothing
    : html`<div class="overlay" part="status">
        <p class="large">${words.title}</p>
        <p>${words.next}</p>
      </div>`;
};

const soundView = ({ soundBlocked, texts, playAll }: VideoRoomView): TemplateResult | typeof nothing =>
  soundBlocked
    ? html`<div class="blocked">
        <button type="button" class="primary" @click=${playAll}>${texts.soundBlocked}</button>
        <p>${texts.soundBlockedHint}</p>
      </div>`
    : nothing;

/** Anything between the first download and the end: the stage stays, so that no picture starts anew. */
const roomView = (view: VideoRoomView): TemplateResult =>
  html`${doorView(view)}
    <div class="stage" part="stage" data-status=${view.call.status}>
      ${factsView(view)}
      <div class="pictures">${tilesView(view)} ${overlayView(view)} ${soundView(view)} ${selfView(view)}</div>
    </div>
    ${noticesView(view)} ${devicesPanelView(view)} ${controlsView(view)}`;

const endedView = (view: VideoRoomView): TemplateResult => {
  const { call, texts, dispatch } = view;
  const isGone = isOver(call.visit.state);
  return html`<div class="over stack" part="ended">
    <h2 tabindex="-1">${isGone ? texts.ended : texts.youLeft}</h2>
    <p>${isGone ? texts.endedNext : texts.youLeftNext}</p>
    ${
      isGone
        ? nothing
        : html`<div class="actions">
            <button type="button" class="primary" @click=${() => dispatch({ type: 'retry' })}>
              ${texts.comeBack}
            </button>
            ${endView(view)}
          </div>`
    }
  </div>`;
};

const failedView = (view: VideoRoomView): TemplateResult => {
  const { call, texts, dispatch, support } = view;
  return html`<div class="over stack" part="failed">
    <h2 tabindex="-1">${texts.failed}</h2>
    <p class="notice error">${failureText(call.failure ?? { code: 'video-unavailable' }, texts)}</p>
    <div class="actions">
      <button type="button" class="primary" @click=${() => dispatch({ type: 'retry' })}>
        ${texts.retry}
      </button>
      ${endView(view)}
    </div>
    ${support()}
  </div>`;
};

const stateView = (view: VideoRoomView): TemplateResult => {
  switch (view.call.status) {
    case 'preparing':
    case 'at-the-door':
    case 'connecting':
    case 'alone':
    case 'connected':
    case 'reconnecting':
      return roomView(view);
    case 'ended':
      return endedView(view);
    case 'failed':
      return failedView(view);
  }
};

/** The whole room. */
export const videoRoomView = (view: VideoRoomView): TemplateResult =>
  html`<section class="room" part="room" aria-label=${view.texts.room}>${stateView(view)}</section>`;
