import { html, type TemplateResult } from 'lit';
import type { ClinicSettingsUi } from './clinic-settings.ui.ts';

/** What is asked before it is done. */
export interface Question {
  readonly title: string;
  /** What happens. */
  readonly hint: string;
  readonly yes: string;
  readonly isBusy: boolean;
}

/** A dialog with a yes and a no. */
export const questionView = (
  { title, hint, yes, isBusy }: Question,
  ui: ClinicSettingsUi,
): TemplateResult => {
  const { texts, do: act } = ui;
  return html`<dialog
    class="stack"
    part="dialog"
    aria-labelledby="dialog-title"
    aria-describedby="dialog-hint"
    @close=${() => act.show({ dialog: undefined })}
  >
    <h3 class="large" id="dialog-title">${title}</h3>
    <p id="dialog-hint">${hint}</p>
    <div class="actions">
      <button type="button" class="danger yes" ?disabled=${isBusy} @click=${() => act.confirm()}>
        ${isBusy ? texts.saving : yes}
      </button>
      <button type="button" class="no" @click=${() => act.show({ dialog: undefined })}>
        ${texts.cancel}
      </button>
    </div>
  </dialog>`;
};
