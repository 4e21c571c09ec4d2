import type { RemoteParticipant } from '@venterum/client';
import type { Participant, Stage } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { deviceChoiceView, testSoundView } from '../shared/device-choice.ts';
import { fill } from '../shared/texts.ts';
import { personText, personWords } from './video-room.people.ts';
import { canShowSmall } from './video-room.small-window.ts';
import type { VideoRoomView } from './video-room.view.ts';

type Part = TemplateResult | typeof nothing;

const isClinic = ({ call }: VideoRoomView): boolean => call.visit.view === 'clinic';

const canShare = (): boolean =>
  'getDisplayMedia' in ((navigator as Partial<Navigator>).mediaDevices ?? ({} as Partial<MediaDevices>));

const shareButton = ({ call, texts, dispatch }: VideoRoomView): Part =>
  canShare() && !call.sharing
    ? html`<button type="button" @click=${() => dispatch({ type: 'share-screen', on: true })}>
        ${texts.shareScreen}
      </button>`
    : nothing;

const actionsView = (view: VideoRoomView): TemplateResult => {
  const { texts, isComparing, compare, showSmall, setBar } = view;
  return html`<div class="actions">
    ${isClinic(view) ? shareButton(view) : nothing}
    ${
      canShowSmall()
        ? html`<button type="button" class="show-small" @click=${showSmall}>${texts.small}</button>`
        : nothing
    }
    <button type="button" class="minimise" @click=${() => setBar(true)}>${texts.minimise}</button>
    <button type="button" class="compare" aria-expanded=${isComparing} @click=${() => compare(!isComparing)}>
      ${isComparing ? texts.compareEnd : texts.compare}
    </button>
  </div>`;
};

const wordsOf = (remote: RemoteParticipant, { call, texts }: VideoRoomView): Part => {
  const { name } = personWords(remote.participant, call.visit, texts);
  return remote.safetyWords === undefined
    ? nothing
    : html`<div>
        <dt>${fill(texts.compareWith, { name })}</dt>
        <dd class="large" lang="da">${remote.safetyWords.join(' · ')}</dd>
      </div>`;
};

const wordsView = (view: VideoRoomView): Part => {
  const { call, texts, isComparing } = view;
  if (!isComparing) return nothing;
  const isKnown = call.remotes.some(({ safetyWords }) => safetyWords !== undefined);
  return html`<div class="card stack" part="safety-words">
    <p>${isKnown ? texts.compareNext : texts.compareNone}</p>
    ${isKnown ? html`<dl class="stack">${call.remotes.map((remote) => wordsOf(remote, view))}</dl>` : nothing}
  </div>`;
};

interface PersonButton {
  readonly what: string;
  readonly press: () => void;
}

const isMe = ({ id }: Participant, { call }: VideoRoomView): boolean => id === call.me?.id;

/** Anybody may sign; whoever does can say so themselves, as long as nobody else is shown to all. */
const stageButtons = ({ id }: Participant, view: VideoRoomView): readonly PersonButton[] => {
  const { call, texts, dispatch } = view;
  const { stage } = call.visit;
  if (stage?.participantId === id)
    return [{ what: texts.spotlightEnd, press: () => dispatch({ type: 'stage' }) }];
  const show = (what: string, as: Stage['as']): PersonButton => ({
    what,
    press: () => dispatch({ type: 'stage', stage: { participantId: id, as } }),
  });
  const signer = show(texts.spotlightSigner, 'signer');
  if (isClinic(view)) return [show(texts.spotlightAll, 'speaker'), signer];
  return stage === undefined ? [signer] : [];
};

/** The clinician chooses for all; everybody else for themselves. */
const largeButtons = (one: Participant, view: VideoRoomView): readonly PersonButton[] => {
  const { call, pinned, texts, pin } = view;
  if (call.remotes.length < 2) return [];
  if (isClinic(view) || isMe(one, view)) return stageButtons(one, view);
  return pinned === one.id
    ? [{ what: texts.spotlightEnd, press: () => pin(undefined) }]
    : [{ what: texts.spotlight, press: () => pin(one.id) }];
};

const clinicButtons = (one: Participant, view: VideoRoomView): readonly PersonButton[] => {
  const { texts, dispatch } = view;
  const { id, admitted } = one;
  if (!isClinic(view) || isMe(one, view)) return [];
  return admitted
    ? [{ what: texts.sendOut, press: () => dispatch({ type: 'dismiss', participantId: id }) }]
    : [{ what: texts.letIn, press: () => dispatch({ type: 'admit', participantId: id }) }];
};

const personView = (one: Participant, view: VideoRoomView): TemplateResult => {
  const { call, texts } = view;
  const { name } = personWords(one, call.visit, texts);
  const large = one.admitted ? largeButtons(one, view) : [];
  return html`<li>
    <span>${personText(one, call.visit, texts)}</span>
    <span class="actions">
      ${[...large, ...clinicButtons(one, view)].map(
        ({ what, press }) =>
          html`<button
            type="button"
            aria-label=${fill(texts.onPerson, { what, name })}
            aria-disabled=${call.busy}
            @click=${press}
          >
            ${what}
          </button>`,
      )}
    </span>
  </li>`;
};

const peopleView = (view: VideoRoomView): Part => {
  const { remotes, atTheDoor, me } = view.call;
  const outside = atTheDoor.filter(({ id }) => view.waitingOutside.has(id));
  const people = [...remotes.map(({ participant }) => participant), ...outside];
  if (remotes.length > 1 && me !== undefined) people.push(me);
  return people.length === 0
    ? nothing
    : html`<h3>${view.texts.people}</h3>
        <ul class="people" part="people">
          ${people.map((one) => personView(one, view))}
        </ul>`;
};

/** What is rarely needed in a call; closed by its own button or by Escape. */
export const moreView = (view: VideoRoomView): TemplateResult => {
  const { devices, texts, useDevice, toggleMore } = view;
  return html`<div
    id="more"
    class="panel stack"
    part="more"
    role="group"
    aria-label=${texts.more}
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === 'Escape') toggleMore();
    }}
  >
    ${actionsView(view)} ${wordsView(view)} ${peopleView(view)}
    <h3>${texts.devices}</h3>
    <div class="stack" part="devices">${deviceChoiceView(devices, texts, useDevice)}</div>
    <div class="actions">
      ${testSoundView(devices, texts, useDevice)}
      <button type="button" class="quiet" @click=${toggleMore}>${texts.close}</button>
    </div>
  </div>`;
};
