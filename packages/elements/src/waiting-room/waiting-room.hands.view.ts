import type { ClinicVisit } from '@venterum/contract';
import type { QueueCommand } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldOf } from '../shared/field-of.ts';
import { clinicRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import { shutButton } from './waiting-room.message.view.ts';
import { shownName } from './waiting-room.patient.view.ts';
import type { LaterUi, ReadyState } from './waiting-room.ui.ts';

interface Choice {
  readonly label: string;
  readonly hint: string;
  readonly isOff?: boolean;
  readonly command: QueueCommand;
}

const choicesView = (choices: readonly Choice[], busy: boolean, ui: LaterUi): TemplateResult => {
  const choose = async ({ currentTarget }: Event, { command, label }: Choice): Promise<void> => {
    const dialog = (currentTarget as Element).closest('dialog');
    if (!(await ui.do.send(command))) return;
    dialog?.close();
    ui.do.host.say(fill(ui.texts.handedTo, { name: label }));
  };
  return html`<div class="outcomes">
    ${choices.map(
      (choice) =>
        html`<button
          type="button"
          aria-disabled=${busy || choice.isOff === true}
          @click=${(event: Event) => {
            if (!busy && choice.isOff !== true) void choose(event, choice);
          }}
        >
          <b>${choice.label}</b> <span class="small muted">${choice.hint}</span>
        </button>`,
    )}
  </div>`;
};

/** To a colleague who is logged in. */
export const handOverDialog = (visit: ClinicVisit, state: ReadyState, ui: LaterUi): TemplateResult => {
  const { texts } = ui;
  const choices = (state.members ?? []).flatMap(({ principalId, signedIn, name, role }): Choice[] =>
    principalId === undefined || !signedIn || principalId === state.me.id
      ? []
      : [
          {
            label: name,
            hint: clinicRoleText(role, texts),
            command: { type: 'hand-over', visitId: visit.id, to: principalId },
          },
        ],
  );
  const isAsking = state.members === undefined || state.busy.has('find-members');
  return html`<h3 class="large" id="dialog-title">
      ${fill(texts.handOverTitle, { name: shownName(visit, ui) })}
    </h3>
    <p>${isAsking ? texts.oneMoment : choices.length === 0 ? texts.nobodyHere : texts.handOverHint}</p>
    ${isAsking ? nothing : choicesView(choices, state.busy.has(visit.id), ui)}
    <div class="actions">${shutButton(texts.cancel)}</div>`;
};

/** Into another clinic's queue. */
export const transferDialog = (visit: ClinicVisit, state: ReadyState, ui: LaterUi): TemplateResult => {
  const { texts, do: act } = ui;
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const words = fieldOf(event.currentTarget as HTMLFormElement, 'search');
    void act.send({ type: 'find-clinics', search: words });
  };
  const choices = state.clinics?.map(({ id, name, address, open }): Choice => ({
    label: name,
    hint: open ? address : texts.closed,
    isOff: !open,
    command: { type: 'transfer', visitId: visit.id, clinicId: id },
  }));
  return html`<h3 class="large" id="dialog-title">
      ${fill(texts.transferTitle, { name: shownName(visit, ui) })}
    </h3>
    <p>${texts.transferHint}</p>
    <form class="stack" @submit=${search}>
      <div class="field">
        <label for="search">${texts.clinicSearch}</label>
        <input id="search" name="search" required minlength="2" autocomplete="off" />
      </div>
      <div class="actions">
        <button aria-disabled=${state.busy.has('find-clinics')}>${texts.search}</button>
        ${shutButton(texts.cancel)}
      </div>
    </form>
    <div role="status">
      ${choices?.length === 0 ? texts.noClinic : nothing}
      ${choices === undefined ? nothing : choicesView(choices, state.busy.has(visit.id), ui)}
    </div>`;
};
