import { html, nothing, type TemplateResult } from 'lit';
import { deviceProblemView } from '../shared/device-problem.ts';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { personText, personWords } from './video-room.people.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** Who has come and is not let in: above everything, since somebody stands outside. Whom one lets wait is found under the people. */
export const doorView = (view: VideoRoomView): TemplateResult | typeof nothing => {
  const { call, texts, dispatch, letWait } = view;
  const { visit, busy } = call;
  const knocking = call.atTheDoor.filter(({ id }) => !view.waitingOutside.has(id));
  if (knocking.length === 0) return nothing;
  return html`<div class="notice door" part="door">
    <h3>${texts.atTheDoor}</h3>
    <ul>
      ${knocking.map((one) => {
        const { name } = personWords(one, visit, texts);
        return html`<li>
          <span>${personText(one, visit, texts)}</span>
          <span class="actions">
            <button
              type="button"
              class="primary"
              aria-label=${fill(texts.letInName, { name })}
              aria-disabled=${busy}
              @click=${() => dispatch({ type: 'admit', participantId: one.id })}
            >
              ${texts.letIn}
            </button>
            <button
              type="button"
              aria-label=${fill(texts.letWaitName, { name })}
              @click=${() => letWait(one.id)}
            >
              ${texts.letWait}
            </button>
          </span>
        </li>`;
      })}
    </ul>
  </div>`;
};

const sharingView = ({ call, texts, dispatch }: VideoRoomView): TemplateResult | typeof nothing =>
  call.sharing
    ? html`<div class="notice warning sharing" part="sharing">
        <p><b>${texts.youShare}</b></p>
        <button type="button" @click=${() => dispatch({ type: 'share-screen', on: false })}>
          ${texts.stopShare}
        </button>
      </div>`
    : nothing;

/** What goes on here while the call does: a shared screen, devices in trouble, or a request that was refused. */
export const noticesView = (view: VideoRoomView): TemplateResult => {
  const { call, devices, texts, useDevice } = view;
  return html`${sharingView(view)}
  ${call.interrupted ? nothing : deviceProblemView(devices, texts, () => useDevice({ type: 'start' }))}
  ${
    call.failure === undefined
      ? nothing
      : html`<p class="notice error" part="failure">${failureText(call.failure, texts)}</p>`
  }`;
};
