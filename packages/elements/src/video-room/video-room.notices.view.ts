import { html, nothing, type TemplateResult } from 'lit';
import { deviceProblemView } from '../shared/device-problem.ts';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { personText, personWords } from './video-room.people.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** Who has come and is not let in: above everything, since somebody stands outside. */
export const doorView = ({ call, texts, dispatch }: VideoRoomView): TemplateResult | typeof nothing => {
  const { atTheDoor, visit, busy } = call;
  if (atTheDoor.length === 0) return nothing;
  return html`<div class="notice door" part="door">
    <h3>${texts.atTheDoor}</h3>
    <ul>
      ${atTheDoor.map((one) => {
        const { name } = personWords(one, visit, texts);
        return html`<li>
          <span>${personText(one, visit, texts)}</span>
          <button
            type="button"
            class="primary"
            aria-label=${fill(texts.letInName, { name })}
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => dispatch({ type: 'admit', participantId: one.id })}
          >
            ${texts.letIn}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
};

/** What is wrong here while the call goes on: devices, or a request that was refused. */
export const noticesView = ({ call, devices, texts, useDevice }: VideoRoomView): TemplateResult =>
  html`${deviceProblemView(devices, texts, () => useDevice({ type: 'start' }))}
  ${
    call.failure === undefined
      ? nothing
      : html`<p class="notice error" part="failure">${failureText(call.failure, texts)}</p>`
  }`;
