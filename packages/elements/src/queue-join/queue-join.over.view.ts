import type { JoinerVisit, VisitOutcome } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment, formatMinutes } from '../shared/format.ts';
import type { QueueJoinTexts } from './queue-join.texts.da.ts';
import { isForSelf, type AsideView, type JoinStateIn } from './queue-join.ui.ts';
import { clinicWords, phoneButton, phoneView } from './queue-join.wait-notices.view.ts';

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

/** Whoever came by an invitation cannot queue again: these words would send them where there is nothing. */
const guestWords = (text: Words[1]): Words[1] =>
  ['technicalText', 'noShowText', 'leftText', 'expiredText'].includes(text) ? 'overGuest' : text;

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
          : row(texts.recordStart, formatMoment(visit.startedAt, language))
      }
      ${
        visit.durationSeconds === undefined
          ? nothing
          : row(texts.recordLength, formatMinutes(minutes, language))
      }
    </dl>
  </section>`;
};

const again = ({ state, texts, dispatch }: AsideView, visit: JoinerVisit): TemplateResult => {
  if (state.kind === 'guest') return html`<p>${texts.overClose}</p>`;
  const failed = isLost(visit);
  return html`<button
    type="button"
    class="wide ${failed ? 'primary' : ''}"
    part="again"
    @click=${() => dispatch({ type: 'restart' })}
  >
    ${failed ? texts.joinAgain : texts.again}
  </button>`;
};

/** It came to no consultation, and nobody has said that it shall not. */
const isLost = ({ state, outcome }: JoinerVisit): boolean =>
  state === 'left' || state === 'expired' || outcome === 'technical-failure' || outcome === 'no-show';

/** Wherever somebody is told to call; for whoever cannot queue again it is the one thing to do. */
const phone = (view: AsideView, visit: JoinerVisit): TemplateResult | typeof nothing => {
  if (visit.outcome?.startsWith('moved') === true) return nothing;
  const isAll = visit.state === 'removed' || (view.state.kind === 'guest' && isLost(visit));
  return (isAll ? phoneButton : phoneView)(view, visit.clinic.phone);
};

/** `over`: how it came out, and what now. */
export const overView = (view: AsideView, { visit }: JoinStateIn<'over'>): TemplateResult => {
  const { texts, state } = view;
  const [title, text] = wordsFor(visit);
  const noted = visit.state === 'ended' && visit.startedAt !== undefined && !visit.test && !isForSelf(state);
  return html`<h2 tabindex="-1">${texts[title]}</h2>
    ${visit.message === undefined ? nothing : clinicWords(view, visit.message)}
    <p>${texts[state.kind === 'guest' ? guestWords(text) : text]}</p>
    ${noted ? recordView(view, visit) : nothing} ${phone(view, visit)} ${again(view, visit)}`;
};
