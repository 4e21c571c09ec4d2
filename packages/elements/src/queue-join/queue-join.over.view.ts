import type { JoinerVisit, VisitOutcome } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDayTime, formatMinutes, phoneLink, phoneText } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { QueueJoinTexts } from './queue-join.texts.da.ts';
import { isForSelf, type AsideView, type JoinStateIn } from './queue-join.ui.ts';

type Words = readonly [title: keyof QueueJoinTexts, text: keyof QueueJoinTexts];

const outcomes: Readonly<Record<VisitOutcome, Words>> = {
  completed: ['endedTitle', 'endedText'],
  'moved-to-phone': ['phoneTitle', 'phoneText'],
  'moved-to-visit': ['visitTitle', 'visitText'],
  'technical-failure': ['technicalTitle', 'technicalText'],
  'no-show': ['noShowTitle', 'noShowText'],
};

const wordsFor = ({ state, outcome }: JoinerVisit): Words => {
  if (state === 'left') return ['leftTitle', 'leftText'];
  if (state === 'removed') return ['removedTitle', 'removedText'];
  if (state === 'expired') return ['expiredTitle', 'expiredText'];
  return outcomes[outcome ?? 'completed'];
};

const row = (name: string, value: string): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** What whoever helped the citizen writes into the municipality's record. */
const recordView = ({ texts, language }: AsideView, visit: JoinerVisit): TemplateResult => {
  const minutes = Math.max(1, Math.round((visit.durationSeconds ?? 0) / 60));
  return html`<section class="card" part="record">
    <h3>${texts.record}</h3>
    <dl>
      ${row(texts.recordKind, visit.kind === 'conference' ? texts.conference : texts.consultation)}
      ${row(texts.clinic, visit.clinic.name)}
      ${
        visit.startedAt === undefined
          ? nothing
          : row(texts.recordStart, formatDayTime(visit.startedAt, language))
      }
      ${
        visit.durationSeconds === undefined
          ? nothing
          : row(texts.recordLength, formatMinutes(minutes, language))
      }
    </dl>
  </section>`;
};

const clinicWords = ({ texts }: AsideView, message: string): TemplateResult =>
  html`<div class="notice" part="message">
    <p>${texts.removedWords}</p>
    <p><b>${message}</b></p>
  </div>`;

/** `over`: how it came out, and what now. */
export const overView = (view: AsideView, { visit }: JoinStateIn<'over'>): TemplateResult => {
  const { texts, state, dispatch } = view;
  const [title, text] = wordsFor(visit);
  const phone = visit.state === 'ended' ? undefined : visit.clinic.phone;
  const noted = visit.state === 'ended' && visit.startedAt !== undefined && !visit.test && !isForSelf(state);
  return html`<h2 tabindex="-1">${texts[title]}</h2>
    ${visit.message === undefined ? nothing : clinicWords(view, visit.message)}
    <p>${texts[text]}</p>
    ${
      phone === undefined
        ? nothing
        : html`<p><a href=${phoneLink(phone)}>${fill(texts.closedPhone, { phone: phoneText(phone) })}</a></p>`
    }
    ${noted ? recordView(view, visit) : nothing}
    ${
      state.kind === 'guest'
        ? nothing
        : html`<button type="button" class="wide" part="again" @click=${() => dispatch({ type: 'restart' })}>
            ${texts.again}
          </button>`
    }`;
};
