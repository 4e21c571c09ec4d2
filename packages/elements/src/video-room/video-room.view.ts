import type { CallCommand, CallState, CallStatus, DeviceCommand, DeviceState } from '@venterum/client';
import { isOver, type Language } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { doorView, noticesView } from './video-room.notices.view.ts';
import { controlsView, endView } from './video-room.controls.view.ts';
import type { Corner } from './video-room.drag.ts';
import {
  connectingWords,
  doorWords,
  otherNames,
  reconnectingWords,
  type Words,
} from './video-room.people.ts';
import { factsView, selfView, tilesView } from './video-room.tiles.view.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';

/** What is rarely needed, once it is loaded. */
export type More = typeof import('./video-room.more.ts');

/** How the others' pictures share the room: all alike, the first one large, or made small to a bar. */
export type VideoRoomLayout = 'grid' | 'focus' | 'bar';

/** What the views show and call. */
export interface VideoRoomView {
  readonly texts: VideoRoomTexts;
  readonly call: CallState;
  readonly devices: DeviceState;
  readonly layout: VideoRoomLayout;
  readonly language: Language;
  readonly corner: Corner;
  /** Whom the reader has chosen to see large. */
  readonly pinned: string | undefined;
  /** Those at the door whom the reader lets wait, by participant id. */
  readonly waitingOutside: ReadonlySet<string>;
  /** When the connection was lost, as time of day; empty while it is there. */
  readonly lostSince: string;
  /** It came back a moment ago. */
  readonly isBack: boolean;
  /** What is rarely needed is asked for. */
  readonly isMoreOpen: boolean;
  readonly more: More | undefined;
  readonly moreFailed: boolean;
  /** The safety words are asked for. */
  readonly isComparing: boolean;
  /** The browser waits for a tap before it plays sound. */
  readonly soundBlocked: boolean;
  /** How long the call has lasted, as text; empty before it began. */
  readonly duration: string;
  readonly dispatch: (command: CallCommand) => void;
  readonly useDevice: (command: DeviceCommand) => void;
  readonly end: () => void;
  /** To that corner, or on to the next. */
  readonly moveSelf: (corner?: Corner) => void;
  readonly toggleMore: () => void;
  readonly loadMore: () => void;
  readonly compare: (on: boolean) => void;
  readonly pin: (participantId: string | undefined) => void;
  readonly letWait: (participantId: string) => void;
  readonly showSmall: () => void;
  /** Makes the room a bar, or large again. */
  readonly setBar: (isBar: boolean) => void;
  readonly play: (video: HTMLVideoElement) => void;
  readonly playAll: () => void;
  readonly support: () => TemplateResult;
}

const aloneWords = ({ call, texts }: VideoRoomView): Words => {
  const { visit, connectedAt } = call;
  // Who was here came long ago, and may have lost the network.
  if (connectedAt !== undefined) return { title: texts.aloneAgain, next: texts.aloneAgainNext };
  if (visit.view === 'joiner')
    return { title: texts.alone, next: fill(texts.aloneJoinerNext, { clinic: visit.clinic.name }) };
  const names = otherNames(call, texts);
  const next = names === '' ? texts.aloneAgainNext : fill(texts.aloneClinicNext, { names });
  return { title: texts.alone, next };
};

const preparingWords = ({ texts, devices }: VideoRoomView): Words => {
  const isAsking = devices.camera === 'asking' || devices.microphone === 'asking';
  return { title: texts.preparing, next: isAsking ? texts.askingDevices : texts.preparingNext };
};

/** What is being waited for while nobody is seen yet, or nobody any more. */
const waitingWords: Readonly<Partial<Record<CallStatus, (view: VideoRoomView) => Words>>> = {
  preparing: preparingWords,
  'at-the-door': ({ call, texts }) => doorWords(call, texts),
  connecting: ({ call, texts }) => connectingWords(call, texts),
  alone: aloneWords,
  reconnecting: ({ call, texts, lostSince }) => reconnectingWords(call, texts, lostSince),
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

const interruptedText = ({ devices, texts }: VideoRoomView): string => {
  const [isCamera, isMicrophone] = [devices.camera === 'lost', devices.microphone === 'lost'];
  if (isCamera === isMicrophone) return texts.interrupted;
  return isCamera ? texts.cameraLost : texts.microphoneLost;
};

/** Something is not seen or heard until somebody taps: one large button for it. */
const tapView = (view: VideoRoomView): TemplateResult | typeof nothing => {
  const { call, soundBlocked, texts, playAll, dispatch } = view;
  if (!call.interrupted && !soundBlocked) return nothing;
  const tap = (): void => {
    if (call.interrupted) dispatch({ type: 'resume' });
    playAll();
  };
  return html`<div class="blocked" part="interrupted">
    ${call.interrupted ? html`<p class="large">${interruptedText(view)}</p>` : nothing}
    <button type="button" class="primary" @click=${tap}>
      ${call.interrupted ? texts.bringBack : texts.soundBlocked}
    </button>
    <p>${call.interrupted ? texts.interruptedNext : texts.soundBlockedHint}</p>
  </div>`;
};

const morePart = (view: VideoRoomView): TemplateResult | typeof nothing => {
  const { isMoreOpen, more, moreFailed, texts, loadMore } = view;
  if (!isMoreOpen) return nothing;
  if (more !== undefined) return more.moreView(view);
  return moreFailed
    ? html`<div id="more" class="panel notice error actions">
        <p>${texts.loadFailed}</p>
        <button type="button" @click=${loadMore}>${texts.retry}</button>
      </div>`
    : html`<p id="more" class="panel">${texts.oneMoment}</p>`;
};

/** In one line: with whom, and how it is. */
const barView = (view: VideoRoomView): TemplateResult | typeof nothing => {
  if (view.layout !== 'bar') return nothing;
  const { call, texts, duration } = view;
  const words = waitingWords[call.status]?.(view).title ?? duration;
  return html`<p class="in-bar" part="bar">
    <b>${otherNames(call, texts) || texts.room}</b> <span>${call.muted ? texts.youMuted : words}</span>
  </p>`;
};

/** Anything between the first download and the end: the stage stays, so that no picture starts anew. */
const roomView = (view: VideoRoomView): TemplateResult =>
  html`${doorView(view)}
    <div class="middle">
      <div class="stage" part="stage" data-status=${view.call.status}>
        ${factsView(view)}
        <div class="pictures">
          ${tilesView(view)} ${overlayView(view)} ${tapView(view)}
          ${view.layout === 'bar' ? nothing : selfView(view)}
        </div>
      </div>
      ${morePart(view)}
    </div>
    ${barView(view)} ${noticesView(view)} ${controlsView(view)}`;

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
  html`<section class="room" part="room" data-layout=${view.layout} aria-label=${view.texts.room}>
    ${stateView(view)}
  </section>`;
