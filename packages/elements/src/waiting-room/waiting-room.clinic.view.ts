import { html, type TemplateResult } from 'lit';
import { awaitedView } from './waiting-room.later.view.ts';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

/** Who works in a clinic, and what is said to somebody who does not. What stands in it is shown until it is there. */
export const clinicView = (clinic: string | undefined, ui: WaitingRoomUi): TemplateResult =>
  html`<clinic-settings .client=${ui.client} .clinic=${clinic}>
    ${awaitedView(ui.clinicSettings === 'failed', ui, () => void ui.do.send({ type: 'retry' }))}
  </clinic-settings>`;
