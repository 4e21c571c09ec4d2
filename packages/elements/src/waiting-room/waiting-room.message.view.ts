import type { ClinicVisit } from '@venterum/contract';
import type { QueueCommand } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldOf } from '../shared/field-of.ts';
import { fill } from '../shared/texts.ts';
import { partsOf } from './waiting-room.changes.ts';
import { openingOf } from './waiting-room.head.view.ts';
import { shownName } from './waiting-room.patient.view.ts';
import type { LaterUi, ReadyState } from './waiting-room.ui.ts';

/** Closed by the browser, a dialog gives the focus back to what opened it. */
export const shutButton = (label: string): TemplateResult =>
  html`<button
    type="button"
    @click=${({ currentTarget }: Event) => (currentTarget as Element).closest('dialog')?.close()}
  >
    ${label}
  </button>`;

interface MessageForm {
  readonly title: string;
  readonly hint: string;
  readonly example: string;
  readonly required?: boolean;
  readonly buttons: readonly TemplateResult[];
  /** What to do with the words; `choice` is the value of the button pressed. Answers whether it was done. */
  readonly send: (message: string | undefined, choice: string) => Promise<boolean>;
  /** Said aloud once it is done. */
  readonly done?: string;
}

const formView = (form: MessageForm, ui: LaterUi): TemplateResult => {
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const choice = event.submitter?.getAttribute('value') ?? '';
    if (!(await form.send(fieldOf(element, 'message') || undefined, choice))) return;
    element.closest('dialog')?.close();
    if (form.done !== undefined) ui.do.host.say(form.done);
  };
  return html`<h3 class="large" id="dialog-title">${form.title}</h3>
    <p>${form.hint}</p>
    <form class="stack" @submit=${submit}>
      <div class="field">
        <label for="words">${form.required === true ? ui.texts.words : ui.texts.wordsOptional}</label>
        <textarea
          id="words"
          name="message"
          rows="2"
          maxlength="280"
          ?required=${form.required === true}
          aria-describedby="words-help"
        ></textarea>
        <p id="words-help" class="help">${form.example}</p>
      </div>
      <div class="actions">${form.buttons} ${shutButton(ui.texts.cancel)}</div>
    </form>`;
};

const asMessage = (message: string | undefined): { readonly message?: string } =>
  message === undefined ? {} : { message };

interface Writing {
  readonly title: string;
  readonly busy: boolean;
  readonly command: (message: string) => QueueCommand;
}

const writeDialog = ({ title, busy, command }: Writing, ui: LaterUi): TemplateResult =>
  formView(
    {
      title,
      hint: ui.texts.messageSeen,
      example: ui.texts.messageExample,
      required: true,
      buttons: [html`<button class="primary" aria-disabled=${busy}>${ui.texts.send}</button>`],
      send: (message = '') => ui.do.send(command(message)),
      done: ui.texts.sent,
    },
    ui,
  );

/** The clinic's words to one who waits. */
export const messageDialog = (visit: ClinicVisit, busy: boolean, ui: LaterUi): TemplateResult =>
  writeDialog(
    {
      title: fill(ui.texts.messageTitle, { name: shownName(visit, ui) }),
      busy,
      command: (message) => ({ type: 'message', visitId: visit.id, message }),
    },
    ui,
  );

/** Out of the queue, with a reason. */
export const removeDialog = (visit: ClinicVisit, busy: boolean, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  return formView(
    {
      title: fill(texts.removeTitle, { name: shownName(visit, ui) }),
      hint: texts.removeHint,
      example: texts.removeExample,
      buttons: [
        html`<button class="danger" aria-disabled=${busy}>
          ${busy ? texts.busyRemoving : texts.remove}
        </button>`,
      ],
      send: (message) => act.send({ type: 'remove', visitId: visit.id, ...asMessage(message) }),
    },
    ui,
  );
};

/** The clinic's words to all who wait. */
export const messageAllDialog = ({ openingBusy: busy }: ReadyState, ui: LaterUi): TemplateResult =>
  writeDialog(
    { title: ui.texts.messageAll, busy, command: (message) => ({ type: 'message-all', message }) },
    ui,
  );

/** Closing while people wait: staff decide what becomes of them. */
export const closeDialog = ({ clinic, visits, openingBusy }: ReadyState, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  const { length: count } = partsOf(visits).waiting;
  const close = async (message: string | undefined, choice: string): Promise<boolean> => {
    const closed = await act.send({
      type: 'set-opening',
      opening: { ...openingOf(clinic, false), ...asMessage(message) },
    });
    return closed && (choice !== 'remove' || (await act.send({ type: 'remove-all', ...asMessage(message) })));
  };
  return formView(
    {
      title: fill(texts.closeTitle, { count }),
      hint: texts.closeHint,
      example: texts.closeExample,
      buttons: [
        html`<button class="primary" value="keep" aria-disabled=${openingBusy}>${texts.closeKeep}</button>`,
        count === 0
          ? html`${nothing}`
          : html`<button class="danger" value="remove" aria-disabled=${openingBusy}>
              ${fill(texts.closeRemove, { count })}
            </button>`,
      ],
      send: close,
    },
    ui,
  );
};
