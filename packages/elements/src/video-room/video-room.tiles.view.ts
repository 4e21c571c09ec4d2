import type { RemoteParticipant } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../shared/texts.ts';
import { inTheRoomText, personWords } from './video-room.people.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** Of somebody connected: whether there is anything to see. Until it is measured, what is sent counts. */
export const hasPicture = ({ stream, hasPicture: comes }: RemoteParticipant): boolean =>
  comes !== false && stream !== undefined && stream.getVideoTracks().length > 0;

const connectionText = (remote: RemoteParticipant, texts: VideoRoomTexts): string => {
  const { connection, isStuck = false } = remote;
  switch (connection) {
    case 'absent':
      return texts.waitingFor;
    case 'connecting':
      return isStuck ? texts.tileStuck : texts.tileConnecting;
    case 'reconnecting':
      return isStuck ? texts.tileStuck : texts.tileReconnecting;
    case 'connected':
      return hasPicture(remote) ? '' : texts.noPicture;
  }
};

/** A stream without a picture is played by the same element: there is sound in it. */
const videoView = (stream: MediaStream, name: string, { texts, play }: VideoRoomView): TemplateResult =>
  html`<video
    autoplay
    playsinline
    .srcObject=${stream}
    aria-label=${fill(texts.pictureOf, { name })}
    @loadedmetadata=${(event: Event) => {
      if (event.currentTarget instanceof HTMLVideoElement) play(event.currentTarget);
    }}
  ></video>`;

const tileView = (remote: RemoteParticipant, view: VideoRoomView): TemplateResult => {
  const { texts, call } = view;
  const { name, role } = personWords(remote.participant, call.visit, texts);
  const state = connectionText(remote, texts);
  return html`<figure
    class="tile"
    part="tile"
    data-connection=${remote.connection}
    ?data-dark=${remote.connection === 'connected' && !hasPicture(remote)}
  >
    <figcaption part="person">
      <b class="name">${name}</b> <span>${role}</span>
      ${remote.quality === 'weak' ? html`<span class="weak">${texts.weak}</span>` : nothing}
      ${remote.connection === 'connected' && remote.hasSound === false ? html`<span class="weak">${texts.noSound}</span>` : nothing}
    </figcaption>
    ${remote.stream === undefined ? nothing : videoView(remote.stream, name, view)}
    ${state === '' ? nothing : html`<p class="state">${state}</p>`}
  </figure>`;
};

const here = ({ connection }: RemoteParticipant): boolean => connection !== 'absent';

/** The others' pictures; who is missing is named below by the overlay, or in a tile of their own once others are there. */
export const tilesView = (view: VideoRoomView): TemplateResult => {
  const { call, layout } = view;
  const isRunning = call.status === 'connected' || call.status === 'reconnecting';
  const tiles = isRunning ? call.remotes.filter((remote) => here(remote) || remote.stream !== undefined) : [];
  return html`<div class="tiles" data-count=${tiles.length} data-layout=${layout}>
    ${repeat(
      tiles,
      ({ participant }) => participant.id,
      (remote) => tileView(remote, view),
    )}
  </div>`;
};

/** How long it has lasted, and who is seen and heard through somebody else's device: nobody sits off camera unnamed. */
export const factsView = ({ call, texts, duration }: VideoRoomView): TemplateResult => {
  const people = inTheRoomText(call.visit, texts);
  return html`<p class="facts" part="facts">
    <span class="duration" part="duration" role="timer">${duration}</span>
    ${people === '' ? nothing : html`<span>${fill(texts.inTheRoom, { people })}</span>`}
  </p>`;
};

/** The own picture: small, in a corner of one's choice. */
export const selfView = ({ call, devices, texts, corner, moveSelf }: VideoRoomView): TemplateResult => {
  const shows = call.local !== undefined && devices.camera === 'on' && !call.cameraOff;
  return html`<figure class="self" part="self" data-corner=${corner}>
    <div class="mirror">
      ${
        shows
          ? html`<video
                autoplay
                playsinline
                .muted=${true}
                .srcObject=${call.local ?? null}
                aria-label=${texts.yourPicture}
              ></video>
              <figcaption>${call.muted ? texts.youMuted : texts.you}</figcaption>`
          : html`<figcaption class="state">
              ${call.cameraOff ? texts.youCameraOff : texts.youNoPicture}
            </figcaption>`
      }
    </div>
    <button type="button" aria-label=${texts.moveHint} @click=${moveSelf}>${texts.move}</button>
  </figure>`;
};
