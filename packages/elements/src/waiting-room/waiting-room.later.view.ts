import { html, type TemplateResult } from 'lit';
import type { Later, LaterUi, WaitingRoomUi } from './waiting-room.ui.ts';

/** Instead of something that is not loaded yet: that it comes, or that it could not and the way to try again. */
export const awaitedView = (failed: boolean, { texts }: WaitingRoomUi, retry: () => void): TemplateResult =>
  failed
    ? html`<div class="notice error actions">
        <p>${texts.loadFailed}</p>
        <button type="button" @click=${retry}>${texts.retry}</button>
      </div>`
    : html`<p class="muted">${texts.oneMoment}</p>`;

/** Something from the part that is loaded after the list; until it is there, says so. */
export const laterView = (ui: WaitingRoomUi, view: (later: Later, ui: LaterUi) => unknown): unknown =>
  ui.later === undefined
    ? awaitedView(ui.laterFailed, ui, () => ui.do.host.loadLater())
    : view(ui.later, ui as LaterUi);
