import { html, type TemplateResult } from 'lit';
import { retryView } from './waiting-room.retry.view.ts';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

/** Who works in a clinic, and what is said to somebody who does not. What stands in it is shown until it is there. */
export const clinicView = (clinic: string | undefined, ui: WaitingRoomUi): TemplateResult =>
  html`<clinic-settings .client=${ui.client} .clinic=${clinic}>
    ${
      ui.clinicSettings === 'failed'
        ? html`<p>${ui.texts.loadFailed}</p>
            ${retryView(ui)}`
        : ui.texts.oneMoment
    }
  </clinic-settings>`;
