import type { ClinicSummary } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { fill } from '../shared/texts.ts';
import { isForSelf, type AsideView, type JoinStateIn } from './queue-join.ui.ts';
import { opensView, phoneButton } from './queue-join.wait-notices.view.ts';

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

const cprError = ({ ui, state, texts }: AsideView): string => {
  if (ui.wrong === '#cpr') return texts.cprInvalid;
  return state.failure === undefined ? '' : failureText(state.failure, texts);
};

const cprField = (view: AsideView): TemplateResult => {
  const { texts, ui, change } = view;
  const error = cprError(view);
  return html`<div class="field">
    <label for="cpr">${texts.cpr}</label>
    <span id="cpr-help" class="help">${texts.cprHelp}</span>
    <input
      id="cpr"
      class="number"
      inputmode=${ui.cprLetters ? 'text' : 'numeric'}
      autocapitalize="characters"
      autocomplete="off"
      spellcheck="false"
      maxlength="13"
      .value=${ui.cpr}
      aria-invalid=${error === '' ? 'false' : 'true'}
      aria-describedby="cpr-help cpr-error"
      @input=${(event: Event) => change({ cpr: valueOf(event), wrong: undefined })}
    />
    <p id="cpr-error" class="error line">${error}</p>
  </div>`;
};

const byCpr = (view: AsideView, { searching }: JoinStateIn<'who'>): TemplateResult => {
  const { texts, ui, change, dispatch, submit } = view;
  return html`<h2 tabindex="-1">${texts.whoTitle}</h2>
    <form class="stack" @submit=${submit}>
      ${cprField(view)}
      <button class="primary wide" part="primary" aria-disabled=${searching}>
        ${searching ? texts.cprSearching : texts.cprFind}
      </button>
    </form>
    <div class="actions">
      <button type="button" class="quiet" @click=${() => dispatch({ type: 'use-clinic-search' })}>
        ${texts.withoutCpr}
      </button>
      ${
        ui.cprLetters
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => change({ cprLetters: true })}>
              ${texts.cprLetters}
            </button>`
      }
    </div>`;
};

const clinicRow = ({ texts, dispatch }: AsideView, clinic: ClinicSummary): TemplateResult =>
  html`<li>
    <button
      type="button"
      class="row"
      part="clinic"
      @click=${() => dispatch({ type: 'choose-clinic', clinic })}
    >
      <b>${clinic.name}</b>
      <span class="muted">${clinic.address}</span>
      <span class="small ${clinic.open ? 'open' : 'muted'}">${clinic.open ? texts.open : texts.closed}</span>
    </button>
  </li>`;

const clinicList = (view: AsideView, { searching, clinics }: JoinStateIn<'who'>): TemplateResult => {
  const { texts } = view;
  const found = clinics?.length ?? 0;
  const words = fill(texts.clinicFound, { count: found });
  const heading = found === 0 ? texts.clinicNone : words;
  return html`<p class="help line" role="status">
      ${searching ? texts.clinicSearching : clinics === undefined ? nothing : heading}
    </p>
    <ul class="stack tight">
      ${clinics?.map((clinic) => clinicRow(view, clinic))}
    </ul>`;
};

const bySearch = (view: AsideView, state: JoinStateIn<'who'>): TemplateResult => {
  const { texts, ui, change, dispatch, submit } = view;
  return html`<h2 tabindex="-1">${texts.clinicTitle}</h2>
    <form class="field" role="search" @submit=${submit}>
      <label for="search">${texts.clinicSearch}</label>
      <div class="beside">
        <input
          id="search"
          type="search"
          autocomplete="off"
          maxlength="80"
          .value=${ui.search}
          @input=${(event: Event) => change({ search: valueOf(event) })}
        />
        <button class="primary" part="primary">${texts.clinicFind}</button>
      </div>
      ${
        view.state.failure === undefined
          ? nothing
          : html`<p class="error">${failureText(view.state.failure, texts)}</p>`
      }
    </form>
    ${clinicList(view, state)}
    ${
      isForSelf(view.state)
        ? nothing
        : html`<div class="actions">
            <button type="button" class="quiet" @click=${() => dispatch({ type: 'use-cpr' })}>
              ${texts.withCpr}
            </button>
          </div>`
    }`;
};

/** `who`: by CPR number, or by clinic. */
export const whoView = (view: AsideView, state: JoinStateIn<'who'>): TemplateResult =>
  state.mode === 'cpr' ? byCpr(view, state) : bySearch(view, state);

/** `closed`: the clinic's own words, and what to do instead. */
export const closedView = (view: AsideView, { clinic }: JoinStateIn<'closed'>): TemplateResult => {
  const { texts, dispatch, state } = view;
  return html`<h2 tabindex="-1">${fill(texts.closedTitle, { clinic: clinic.name })}</h2>
    ${
      clinic.message === undefined
        ? html`<p>${texts.closedText}</p>`
        : html`<p class="notice" part="message">${clinic.message}</p>`
    }
    ${opensView(view, clinic)} ${phoneButton(view, clinic.phone)}
    <div class="actions">
      <button type="button" @click=${() => dispatch({ type: 'retry' })}>${texts.closedCheck}</button>
      ${
        isForSelf(state)
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => dispatch({ type: 'use-clinic-search' })}>
              ${texts.otherClinic}
            </button>`
      }
    </div>`;
};
