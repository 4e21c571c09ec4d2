import type { OpeningHours } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import {
  limits,
  stretchId,
  type DayDraft,
  type ExceptionDraft,
  type PlanDraft,
} from './clinic-settings.plan.ts';
import { questionView } from './clinic-settings.question.view.ts';
import type { ClinicSettingsUi, ReadyState } from './clinic-settings.ui.ts';

type Part = TemplateResult | typeof nothing;

/** A day of the form, and what becomes of it when something in it changes. */
interface DayForm {
  readonly id: string;
  /** In words, for those who hear it. */
  readonly name: string;
  readonly hours: readonly OpeningHours[];
  readonly set: (hours: readonly OpeningHours[]) => void;
}

/** 1 January 2024 was a Monday. */
const weekdayName = (index: number, { language }: ClinicSettingsUi): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + index),
  );

const replaced = <Item>(items: readonly Item[], index: number, item: Item): readonly Item[] =>
  items.map((one, at) => (at === index ? item : one));

const without = <Item>(items: readonly Item[], index: number): readonly Item[] =>
  items.filter((_, at) => at !== index);

const valueOf = ({ currentTarget }: Event): string => (currentTarget as HTMLInputElement).value;

const faultView = (id: string, { texts, plan }: ClinicSettingsUi): Part => {
  const fault = plan.faults.get(id);
  return fault === undefined
    ? nothing
    : html`<p class="error" id=${`${id}-error`}>${texts[`fault:${fault}`]}</p>`;
};

const timeView = (
  field: 'from' | 'to',
  at: { readonly day: DayForm; readonly index: number },
  ui: ClinicSettingsUi,
): TemplateResult => {
  const { day, index } = at;
  const id = `${stretchId(day.id, index)}-${field}`;
  const hours = day.hours[index] ?? { from: '', to: '' };
  return html`<div class="field">
    <label for=${id}>${ui.texts[field]}</label>
    <input
      id=${id}
      type="time"
      .value=${hours[field]}
      aria-invalid=${ui.plan.faults.has(id)}
      aria-describedby=${ui.plan.faults.has(id) ? `${id}-error` : nothing}
      @change=${(event: Event) => {
        day.set(replaced(day.hours, index, { ...hours, [field]: valueOf(event) }));
      }}
    />
  </div>`;
};

const stretchView = (day: DayForm, index: number, ui: ClinicSettingsUi): TemplateResult => {
  const id = stretchId(day.id, index);
  return html`<div class="stretch">
      ${timeView('from', { day, index }, ui)} ${timeView('to', { day, index }, ui)}
      <button
        type="button"
        class="quiet"
        aria-label=${`${ui.texts.removeHours}, ${day.name} ${index + 1}`}
        @click=${() => {
          day.set(without(day.hours, index));
          ui.do.focusSoon(`#${day.id}-add`);
        }}
      >
        ${ui.texts.removeHours}
      </button>
    </div>
    ${faultView(`${id}-from`, ui)} ${faultView(`${id}-to`, ui)}`;
};

const hoursView = (day: DayForm, ui: ClinicSettingsUi): TemplateResult => {
  const { length } = day.hours;
  return html`${length === 0 ? html`<p class="muted">${ui.texts.closedAllDay}</p>` : nothing}
  ${day.hours.map((_, index) => stretchView(day, index, ui))}
  ${
    length < limits.stretches
      ? html`<button
          type="button"
          class="link"
          id=${`${day.id}-add`}
          aria-label=${`${ui.texts.addHours}, ${day.name}`}
          @click=${() => {
            day.set([...day.hours, { from: '', to: '' }]);
            ui.do.focusSoon(`#${stretchId(day.id, length)}-from`);
          }}
        >
          ${ui.texts.addHours}
        </button>`
      : nothing
  }`;
};

const weekView = (draft: PlanDraft, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, plan } = ui;
  const { week } = draft;
  const dayView = ({ hours }: DayDraft, index: number): TemplateResult => {
    const name = weekdayName(index, ui);
    const set: DayForm['set'] = (changed) => {
      plan.write({ week: replaced(week, index, { hours: changed }) });
    };
    return html`<fieldset class="day">
      <legend>${name}</legend>
      <div>${hoursView({ id: `w${index}`, name, hours, set }, ui)}</div>
    </fieldset>`;
  };
  const [monday] = week;
  return html`<div class="week">${week.map(dayView)}</div>
    <div class="actions">
      <button
        type="button"
        @click=${() => {
          plan.write({ week: week.map((day, index) => (index < 5 ? (monday ?? day) : day)) });
        }}
      >
        ${texts.likeMonday}
      </button>
    </div>`;
};

const dateView = (
  id: string,
  ui: ClinicSettingsUi,
  { date, set }: { readonly date: string; readonly set: (date: string) => void },
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${ui.texts.date}</label>
    <input
      id=${id}
      type="date"
      .value=${date}
      aria-invalid=${ui.plan.faults.has(id)}
      aria-describedby=${ui.plan.faults.has(id) ? `${id}-error` : nothing}
      @change=${(event: Event) => {
        set(valueOf(event));
      }}
    />
    ${faultView(id, ui)}
  </div>`;

const exceptionView = ({ exceptions }: PlanDraft, index: number, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, plan, do: act } = ui;
  const day: ExceptionDraft = exceptions[index] ?? { date: '', hours: [], message: '' };
  const { date, hours, message } = day;
  const id = `e${index}`;
  const name = date === '' ? `${texts.date} ${index + 1}` : date;
  const set = (change: Partial<ExceptionDraft>): void => {
    plan.write({ exceptions: replaced(exceptions, index, { ...day, ...change }) });
  };
  const remove = (): void => {
    plan.write({ exceptions: without(exceptions, index) });
    act.focusSoon('#add-day');
  };
  const stretches: DayForm = { id, name, hours, set: (changed) => set({ hours: changed }) };
  return html`<fieldset class="card stack">
    <legend class="unseen">${name}</legend>
    ${dateView(`${id}-date`, ui, { date, set: (changed) => set({ date: changed }) })}
    <div>${hoursView(stretches, ui)}</div>
    ${textView(`${id}-message`, { label: texts.dayMessage, value: message }, (changed) => {
      set({ message: changed });
    })}
    <div class="actions">
      <button type="button" aria-label=${`${texts.removeDay}, ${name}`} @click=${remove}>
        ${texts.removeDay}
      </button>
    </div>
  </fieldset>`;
};

const textView = (
  id: string,
  { label, value }: { readonly label: string; readonly value: string },
  set: (value: string) => void,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      rows="2"
      maxlength=${limits.characters}
      .value=${value}
      @change=${(event: Event) => {
        set(valueOf(event));
      }}
    ></textarea>
  </div>`;

const exceptionsView = (draft: PlanDraft, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, plan, do: act } = ui;
  const { exceptions } = draft;
  return html`<h3>${texts.exceptions}</h3>
    <p class="help">${texts.exceptionsHint}</p>
    ${exceptions.map((_, index) => exceptionView(draft, index, ui))}
    ${
      exceptions.length < limits.exceptions
        ? html`<div class="actions">
            <button
              type="button"
              id="add-day"
              @click=${() => {
                plan.write({ exceptions: [...exceptions, { date: '', hours: [], message: '' }] });
                act.focusSoon(`#e${exceptions.length}-date`);
              }}
            >
              ${texts.addDay}
            </button>
          </div>`
        : nothing
    }`;
};

const phoneView = ({ phone }: PlanDraft, ui: ClinicSettingsUi): TemplateResult =>
  html`<div class="field">
    <label for="plan-phone">${ui.texts.phone}</label>
    <input
      id="plan-phone"
      type="tel"
      autocomplete="off"
      .value=${phone}
      aria-invalid=${ui.plan.faults.has('plan-phone')}
      @change=${(event: Event) => {
        ui.plan.write({ phone: valueOf(event) });
      }}
    />
    ${faultView('plan-phone', ui)}
  </div>`;

/** How it is now, as the server last said. */
const nowText = (
  { clinic: { open, until } }: ReadyState,
  { texts, language, now }: ClinicSettingsUi,
): string => {
  if (until === undefined) return open ? texts.openNow : texts.closedNow;
  return fill(open ? texts.openUntil : texts.closedUntil, { time: formatMoment(until, language, now) });
};

const formView = (draft: PlanDraft, state: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, do: act } = ui;
  const isSaving = state.busy.has('set-plan') || state.openingBusy;
  return html`<form
    class="stack plan"
    novalidate
    part="plan"
    @submit=${(event: SubmitEvent) => ui.plan.save(event)}
  >
    <p class="help">${texts.planHint}</p>
    ${weekView(draft, ui)} ${exceptionsView(draft, ui)}
    ${textView(
      'closed-message',
      { label: texts.closedMessage, value: draft.closedMessage },
      (closedMessage) => {
        ui.plan.write({ closedMessage });
      },
    )}
    ${phoneView(draft, ui)}
    <p class="error">${ui.plan.faults.size === 0 ? nothing : texts.mend}</p>
    ${
      ui.plan.isSaved
        ? html`<p class="notice success" id="saved" tabindex="-1">${texts.planSaved}</p>`
        : nothing
    }
    <div class="actions">
      <button class="primary" ?disabled=${isSaving}>${isSaving ? texts.saving : texts.savePlan}</button>
      ${
        state.planned?.plan === undefined
          ? nothing
          : html`<button
              type="button"
              class="danger"
              @click=${() => act.show({ dialog: { type: 'drop-plan' } })}
            >
              ${texts.dropPlan}
            </button>`
      }
    </div>
  </form>`;
};

/** When the clinic opens and closes by itself. */
export const planView = (state: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { texts, plan } = ui;
  if (state.planned === undefined) return html`<p class="muted">${texts.oneMoment}</p>`;
  return html`<h3 id="plan" tabindex="-1" class="large">${nowText(state, ui)}</h3>
    ${
      plan.draft === undefined
        ? html`<p>${texts.noPlan}</p>
            <div class="actions">
              <button type="button" class="primary" @click=${() => plan.make()}>${texts.makePlan}</button>
            </div>`
        : formView(plan.draft, state, ui)
    }`;
};

/** Says what happens without a plan. */
export const dropQuestion = ({ busy }: ReadyState, ui: ClinicSettingsUi): TemplateResult => {
  const { dropTitle: title, dropHint: hint, dropPlan: yes } = ui.texts;
  return questionView({ title, hint, yes, isBusy: busy.has('set-plan') }, ui);
};
