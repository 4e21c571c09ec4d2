import { html, type TemplateResult } from 'lit';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

/** The button that tries again. */
export const retryView = ({ texts, do: act }: WaitingRoomUi, label = texts.retry): TemplateResult =>
  html`<button type="button" class="primary" @click=${() => act.send({ type: 'retry' })}>${label}</button>`;
