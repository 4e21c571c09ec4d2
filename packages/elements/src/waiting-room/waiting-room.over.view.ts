import type { ClinicVisit, Instant } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMinutes, formatTime, isToday } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { shownName } from './waiting-room.patient.view.ts';
import type { LaterUi } from './waiting-room.ui.ts';

const overWords = ({ state, outcome }: ClinicVisit, { texts }: LaterUi): string => {
  if (outcome !== undefined) return texts[`outcome:${outcome}`];
  return state === 'left' || state === 'removed' || state === 'expired' ? texts[`over:${state}`] : '';
};

const durationText = ({ durationSeconds }: ClinicVisit, { language }: LaterUi): string =>
  durationSeconds === undefined ? '' : formatMinutes(Math.ceil(durationSeconds / 60), language);

const endOf = ({ endedAt, arrivedAt }: ClinicVisit): Instant => endedAt ?? arrivedAt;

/** Those of today, folded away. */
export const overView = (over: readonly ClinicVisit[], ui: LaterUi): TemplateResult | typeof nothing => {
  // A page that is open past midnight still knows those of the day before.
  const visits = over.filter((visit) => isToday(endOf(visit), ui.now));
  if (visits.length === 0) return nothing;
  return html`<details class="over" part="over">
    <summary>${fill(ui.texts.over, { count: visits.length })}</summary>
    <ul>
      ${visits.map(
        (visit) =>
          html`<li>
            <span>${formatTime(endOf(visit), ui.language)}</span>
            <b>${shownName(visit, ui)}</b>
            <span>${[overWords(visit, ui), durationText(visit, ui)].filter(Boolean).join(' · ')}</span>
          </li>`,
      )}
    </ul>
  </details>`;
};
