import type { RemoteParticipant } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../shared/texts.ts';
import { dragToCorner } from './video-room.drag.ts';
import { inTheRoomText, personWords, weakText } from './video-room.people.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** Of somebody connected: whether there is anything to see. Until it is measured, what is sent counts. */
export const hasPicture = ({ stream, hasPicture: comes }: RemoteParticipant): boolean =>
  comes !== false && stream !== undefined && stream.getVideoTracks().length > 0;

const lostText = ({ isUnsafe, isStuck, connection }: RemoteParticipant, texts: VideoRoomTexts): string => {
  if (isUnsafe === true) return texts.tileUnsafe;
  if (isStuck === true) return texts.tileStuck;
  return connection === 'connecting' ? texts.tileConnecting : texts.tileReconnecting;
};

const connectionText = (remote: RemoteParticipant, texts: VideoRoomTexts): string => {
  if (remote.connection === 'absent') return texts.waitingFor;
  if (remote.connection !== 'connected' || remote.isUnsafe === true) return lostText(remote, texts);
  if (hasPicture(remote)) return '';
  return remote.quality === 'weak' ? texts.soundOnly : texts.noPicture;
};

/**
 * A stream without a picture is played by the same element: there is sound in it. `live`, since the same stream set once more, as
 * every rendering would, makes the browser begin anew: a gap in sound and picture.
 */
const videoView = (stream: MediaStream, name: string, { texts, play }: VideoRoomView): TemplateResult =>
  html`<video
    autoplay
    playsinline
    .srcObject=${live(stream)}
    aria-label=${fill(texts.pictureOf, { name })}
    @loadedmetadata=${(event: Event) => {
      if (event.currentTarget instanceof HTMLVideoElement) play(event.currentTarget);
    }}
  ></video>`;

const stagedAs = ({ participant: { id } }: RemoteParticipant, { call }: VideoRoomView): unknown =>
  call.visit.stage?.participantId === id && call.visit.stage.as;

/** Who signs is shown as who speaks is. */
const sayingText = (remote: RemoteParticipant, view: VideoRoomView): string => {
  if (stagedAs(remote, view) === 'signer') return view.texts.signs;
  return remote.isSpeaking === true ? view.texts.speaks : '';
};

/** What the others get of the own picture, when the line takes some of it; the least of them counts. */
const sendingText = ({ call: { remotes }, texts }: VideoRoomView): string => {
  const least = (['none', 'still'] as const).find((step) => remotes.some(({ sends }) => sends === step));
  return least === undefined ? '' : texts[`sends:${least}`];
};

/** What of the sound and the picture is missing; a whole sentence where there is room for one. */
const troubleText = (remote: RemoteParticipant, name: string, view: VideoRoomView): string => {
  const { call, texts } = view;
  if (remote.connection !== 'connected' || remote.isUnsafe === true) return '';
  if (remote.hasSound === false) return texts.noSound;
  if (remote.quality !== 'weak' || !hasPicture(remote)) return '';
  if (call.remotes.length > 1) return texts.weakShort;
  if (remote.isStill === true) return texts.stillPicture;
  // Said already, with what it does to the own picture.
  return remote.cause === 'own-network' && sendingText(view) !== '' ? '' : weakText(remote, name, texts);
};

const tileView = (remote: RemoteParticipant, view: VideoRoomView, isLarge: boolean): TemplateResult => {
  const { texts, call } = view;
  const { name, role } = personWords(remote.participant, call.visit, texts);
  const [state, saying] = [connectionText(remote, texts), sayingText(remote, view)];
  const doing = stagedAs(remote, view) === 'screen' ? texts.shares : '';
  const trouble = troubleText(remote, name, view);
  return html`<figure
    class="tile"
    part="tile"
    data-connection=${remote.connection}
    ?data-dark=${remote.connection === 'connected' && !hasPicture(remote)}
    ?data-large=${isLarge}
    ?data-speaks=${saying !== ''}
  >
    <figcaption part="person">
      <b class="name">${name}</b> <span>${[role, doing].filter(Boolean).join(', ')}</span>
      ${trouble === '' ? nothing : html`<span class="weak">${trouble}</span>`}
    </figcaption>
    ${remote.stream === undefined || remote.isUnsafe === true ? nothing : videoView(remote.stream, name, view)}
    ${state === '' ? nothing : html`<p class="state">${state}</p>`}
    ${saying === '' ? nothing : html`<span class="voice">${saying}</span>`}
  </figure>`;
};

const here = ({ connection }: RemoteParticipant): boolean => connection !== 'absent';

/** Whose picture is the large one: whom the reader chose, else whom the clinician shows to all, else the first in `focus`. */
const largeOf = (
  tiles: readonly RemoteParticipant[],
  { call, layout, pinned }: VideoRoomView,
): RemoteParticipant | undefined => {
  if (tiles.length < 2) return undefined;
  const by = (id: string | undefined): RemoteParticipant | undefined =>
    tiles.find(({ participant }) => participant.id === id);
  const chosen = by(pinned) ?? by(call.visit.stage?.participantId);
  return chosen ?? (layout === 'focus' ? tiles[0] : undefined);
};

/** The others' pictures; who is missing is named below by the overlay, or in a tile of their own once others are there. */
export const tilesView = (view: VideoRoomView): TemplateResult => {
  const { call, layout } = view;
  const isRunning = call.status === 'connected' || call.status === 'reconnecting';
  const tiles = isRunning ? call.remotes.filter((remote) => here(remote) || remote.stream !== undefined) : [];
  const large = largeOf(tiles, view);
  return html`<div
    class="tiles"
    data-count=${tiles.length}
    data-layout=${layout}
    ?data-large=${large !== undefined}
  >
    <div class="grid">
      ${repeat(
        tiles,
        ({ participant }) => participant.id,
        (remote) => tileView(remote, view, remote === large),
      )}
    </div>
  </div>`;
};

/** How long it has lasted, and who is seen and heard through somebody else's device: nobody sits off camera unnamed. */
export const factsView = (view: VideoRoomView): TemplateResult => {
  const { call, texts, duration, isBack } = view;
  const [people, sending] = [inTheRoomText(call.visit, texts), sendingText(view)];
  return html`<p class="facts" part="facts">
    <span class="duration" part="duration" role="timer">${duration}</span>
    ${isBack ? html`<b>${texts.reconnected}</b>` : nothing}
    ${people === '' ? nothing : html`<span>${fill(texts.inTheRoom, { people })}</span>`}
    ${sending === '' ? nothing : html`<span class="weak">${sending}</span>`}
  </p>`;
};

const hiddenText = ({ call, texts }: VideoRoomView): string => {
  if (call.sharing) return texts.youShareShort;
  return call.cameraOff ? texts.youCameraOff : texts.youNoPicture;
};

/** The own picture: small, in a corner of one's choice, by a tap or by dragging it there. */
export const selfView = (view: VideoRoomView): TemplateResult => {
  const { call, devices, texts, corner, moveSelf } = view;
  const shows = call.local !== undefined && devices.camera === 'on' && !call.cameraOff && !call.sharing;
  return html`<figure class="self" part="self" data-corner=${corner}>
    <div class="mirror">
      ${
        shows
          ? html`<video
                autoplay
                playsinline
                .muted=${true}
                .srcObject=${live(call.local ?? null)}
                aria-label=${texts.yourPicture}
              ></video>
              <figcaption>${call.muted ? texts.youMuted : texts.you}</figcaption>`
          : html`<figcaption class="state">${hiddenText(view)}</figcaption>`
      }
    </div>
    <button
      type="button"
      aria-label=${texts.moveHint}
      @pointerdown=${(event: PointerEvent) => dragToCorner(event, moveSelf)}
      @click=${() => moveSelf()}
    >
      ${texts.move}
    </button>
  </figure>`;
};
