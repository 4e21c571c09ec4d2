import { html, type TemplateResult } from 'lit';
import type { Later, LaterUi, WaitingRoomUi } from './waiting-room.ui.ts';

/** Something from the part that is loaded after the list; until it is there, says so. */
export const laterView = (ui: WaitingRoomUi, view: (later: Later, ui: LaterUi) => unknown): unknown => {
  if (ui.later !== undefined) return view(ui.later, ui as LaterUi);
  return ui.laterFailed ? failedView(ui) : html`<p class="muted">${ui.texts.oneMoment}</p>`;
};

const failedView = ({ texts, do: act }: WaitingRoomUi): TemplateResult =>
  html`<div class="notice error actions">
    <p>${texts.loadFailed}</p>
    <button type="button" @click=${() => act.loadLater()}>${texts.retry}</button>
  </div>`;
