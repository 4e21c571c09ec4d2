import { formatPhone, type Language } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../shared/texts.ts';
import type { TimeField } from './sms-invite.form.ts';
import { agreedView, sendsAtText } from './sms-invite.list.view.ts';
import {
  isWrongWhileTyping,
  phoneOf,
  recipientLimit,
  recipientOf,
  roles,
  type Draft,
  type DraftFault,
} from './sms-invite.draft.ts';
import type { SmsInviteUi } from './sms-invite.ui.ts';

type Part = TemplateResult | typeof nothing;

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value;

const nameView = (draft: Draft, fault: DraftFault, ui: SmsInviteUi): TemplateResult => {
  const { texts, do: act } = ui;
  const id = `name-${draft.key}`;
  const wrong = fault.name !== undefined && ui.told.has(id);
  return html`<div class="field">
    <label for=${id}>${texts.name}</label>
    <input
      id=${id}
      autocomplete="off"
      maxlength="80"
      .value=${live(draft.name)}
      aria-invalid=${wrong}
      aria-describedby=${`${id}-help`}
      @input=${(event: Event) => act.type(draft.key, { name: valueOf(event) })}
      @blur=${() => act.leave(id)}
    />
    <p id=${`${id}-help`} class=${wrong ? 'error small' : 'help'}>
      ${wrong ? texts.nameMissing : texts.nameHelp}
    </p>
  </div>`;
};

const phoneHelp = (
  draft: Draft,
  fault: DraftFault,
  ui: SmsInviteUi,
): { readonly text: string; readonly wrong: boolean } => {
  const { texts } = ui;
  if (draft.withoutSms) return { text: '', wrong: false };
  const wrong =
    fault.phone !== undefined && (isWrongWhileTyping(fault.phone) || ui.told.has(`phone-${draft.key}`));
  if (wrong) return { text: texts[`phone:${fault.phone}`], wrong };
  const phone = phoneOf(draft, ui.countries);
  return {
    text: phone === undefined ? texts.phoneHelp : fill(texts.phoneRead, { phone: formatPhone(phone) }),
    wrong,
  };
};

const phoneView = (draft: Draft, fault: DraftFault, ui: SmsInviteUi): TemplateResult => {
  const { texts, do: act } = ui;
  const id = `phone-${draft.key}`;
  const { text, wrong } = phoneHelp(draft, fault, ui);
  return html`<div class="field">
    <label for=${id}>${texts.phone}</label>
    <input
      id=${id}
      type="tel"
      autocomplete="off"
      ?disabled=${draft.withoutSms}
      .value=${live(draft.withoutSms ? '' : draft.phone)}
      aria-invalid=${wrong}
      aria-describedby=${`${id}-help`}
      @input=${(event: Event) => act.type(draft.key, { phone: valueOf(event) })}
      @blur=${() => act.leave(id)}
    />
    <p id=${`${id}-help`} class=${wrong ? 'error small' : 'help'}>${text}</p>
  </div>`;
};

const withoutSmsView = (draft: Draft, { texts, do: act }: SmsInviteUi): TemplateResult =>
  html`<label class="check">
    <input
      type="checkbox"
      id=${`without-${draft.key}`}
      .checked=${live(draft.withoutSms)}
      @change=${(event: Event) =>
        act.type(draft.key, { withoutSms: (event.currentTarget as HTMLInputElement).checked })}
    />
    <span>${texts.withoutSms}</span>
  </label>`;

const languageView = (draft: Draft, { texts, language, do: act }: SmsInviteUi): TemplateResult => {
  const id = `language-${draft.key}`;
  return html`<div class="field">
    <label for=${id}>${texts.smsLanguage}</label>
    <select
      id=${id}
      @change=${(event: Event) => act.type(draft.key, { language: valueOf(event) as Language })}
    >
      ${(['da', 'en'] as const).map(
        (one) =>
          html`<option value=${one} ?selected=${one === (draft.language ?? language)}>
            ${texts[`language:${one}`]}
          </option>`,
      )}
    </select>
  </div>`;
};

const roleView = (draft: Draft, { texts, do: act }: SmsInviteUi): TemplateResult => {
  const id = `role-${draft.key}`;
  return html`<div class="field">
    <label for=${id}>${texts.role}</label>
    <select
      id=${id}
      @change=${(event: Event) => act.type(draft.key, { role: valueOf(event) as Draft['role'] })}
    >
      ${roles.map(
        (role) =>
          html`<option value=${role} ?selected=${role === draft.role}>${texts[`role:${role}`]}</option>`,
      )}
    </select>
  </div>`;
};

const recipientView = (draft: Draft, index: number, ui: SmsInviteUi): TemplateResult => {
  const { texts, drafts, do: act } = ui;
  const fault = ui.faults[index] ?? {};
  const number = index + 1;
  return html`<fieldset class="recipient" part="recipient">
    <legend class=${drafts.length === 1 ? 'unseen' : ''}>${fill(texts.recipient, { number })}</legend>
    ${nameView(draft, fault, ui)} ${phoneView(draft, fault, ui)} ${roleView(draft, ui)}
    ${languageView(draft, ui)} ${withoutSmsView(draft, ui)}
    ${
      drafts.length === 1 && !ui.rewriting
        ? nothing
        : html`<button
            type="button"
            class="link drop"
            aria-label=${fill(texts.dropLabel, { number })}
            @click=${() => act.drop(draft.key)}
          >
            ${texts.drop}
          </button>`
    }
  </fieldset>`;
};

const timeHelp = (field: TimeField, { texts, timeFaults, sendAt, hasNumbers }: SmsInviteUi): string => {
  const fault = timeFaults[field];
  if (fault !== undefined) return texts[fault];
  return field === 'agreedAt' && hasNumbers && sendAt === undefined ? texts.agreedHelp : texts.sendAtHelp;
};

const timeView = (field: TimeField, label: string, ui: SmsInviteUi): TemplateResult => {
  const { [field]: value, timeFaults, do: act } = ui;
  const wrong = timeFaults[field] !== undefined;
  return html`<div class="field">
    <label class="check">
      <input
        type="checkbox"
        id=${`${field}-on`}
        .checked=${live(value !== undefined)}
        @change=${() => act.time(field, value === undefined ? '' : undefined)}
      />
      <span>${label}</span>
    </label>
    ${
      value === undefined
        ? nothing
        : html`<input
              type="datetime-local"
              id=${field}
              aria-label=${label}
              aria-invalid=${wrong}
              aria-describedby=${`${field}-help`}
              .value=${live(value)}
              @input=${(event: Event) => act.time(field, valueOf(event))}
            />
            <p id=${`${field}-help`} class=${wrong ? 'error small' : 'help'}>${timeHelp(field, ui)}</p>`
    }
  </div>`;
};

/** Nobody invites to a running conversation for later, and one that is there has its agreed time. */
const timesView = (ui: SmsInviteUi): Part => {
  const { texts, hasNumbers, forVisit, rewriting } = ui;
  return forVisit
    ? nothing
    : html`${rewriting ? nothing : timeView('agreedAt', texts.agree, ui)}
      ${hasNumbers ? timeView('sendAt', texts.sendLater, ui) : nothing}`;
};

/** A new visit may be a test call; whoever is added to one that is there is in what that is. */
const testView = ({ texts, test, forVisit, rewriting, do: act }: SmsInviteUi): Part =>
  forVisit || rewriting || test === 'always'
    ? nothing
    : html`<label class="check">
        <input type="checkbox" id="test" .checked=${live(test)} @change=${() => act.markTest(!test)} />
        <span>${texts.testCall}. ${texts.testText}</span>
      </label>`;

const nextWords = ({ texts, hasNumbers, state }: SmsInviteUi): string => {
  if (hasNumbers) return texts.next;
  return state.status === 'sending' ? texts.sending : texts.nextWithout;
};

const titleOf = ({ texts, rewriting, forVisit }: SmsInviteUi): string => {
  if (rewriting) return texts.rewriteNumber;
  return forVisit ? texts.composeTitleVisit : texts.composeTitle;
};

/** Who is to be invited. */
export const composeView = (ui: SmsInviteUi): TemplateResult => {
  const { texts, drafts, do: act } = ui;
  return html`<form class="stack" part="compose" novalidate @submit=${(event: Event) => act.check(event)}>
    <h3 class="large" id="compose" tabindex="-1">${titleOf(ui)}</h3>
    <p class="muted small">${texts.composeHint}</p>
    ${repeat(
      drafts,
      ({ key }) => key,
      (draft, index) => recipientView(draft, index, ui),
    )}
    ${timesView(ui)} ${testView(ui)}
    <div class="actions">
      <button class="primary" ?disabled=${ui.state.status === 'sending'}>${nextWords(ui)}</button>
      ${
        drafts.length < recipientLimit
          ? html`<button type="button" class="add" @click=${() => act.add()}>${texts.add}</button>`
          : html`<span class="muted small">${fill(texts.addLimit, { count: recipientLimit })}</span>`
      }
    </div>
  </form>`;
};

const sendWords = ({ texts, drafts, state }: SmsInviteUi): string => {
  if (state.status === 'sending') return texts.sending;
  const count = drafts.filter(({ withoutSms }) => !withoutSms).length;
  return count === 1 ? texts.send : fill(texts.sendMany, { count });
};

/** The numbers read back, large and in groups: a wrong digit reaches a stranger. */
export const confirmView = (ui: SmsInviteUi): Part => {
  const { texts, drafts, goesOutAt, agreedMoment, state, do: act } = ui;
  const sending = state.status === 'sending';
  return html`<section class="stack" part="confirm" aria-labelledby="confirm">
    <h3 class="large" id="confirm" tabindex="-1">
      ${drafts.length === 1 ? texts.confirmTitleOne : texts.confirmTitle}
    </h3>
    <p>${texts.confirmHint}</p>
    ${agreedView(agreedMoment, ui)}
    ${goesOutAt === undefined ? nothing : html`<p><b>${sendsAtText(goesOutAt, ui)}</b></p>`}
    <dl class="numbers">
      ${drafts
        .map((draft) => recipientOf(draft, ui.language, ui.countries))
        .map(
          ({ name, phone, role }) =>
            html`<div>
              <dt>
                <span class="unseen">${texts.sendsTo}</span> ${name}
                <span class="muted">(${texts[`role:${role}`]})</span>
              </dt>
              <dd class=${phone === undefined ? 'muted' : 'phone'}>
                ${phone === undefined ? texts.noNumber : formatPhone(phone)}
              </dd>
            </div>`,
        )}
    </dl>
    <div class="actions">
      <button type="button" class="primary send" ?disabled=${sending} @click=${() => act.confirm()}>
        ${sendWords(ui)}
      </button>
      <button type="button" ?disabled=${sending} @click=${() => act.mend()}>${texts.mend}</button>
    </div>
  </section>`;
};
