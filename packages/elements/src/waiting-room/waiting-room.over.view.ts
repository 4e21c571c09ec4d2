import type { ClinicVisit } from '@venterum/contract';
import { html, type TemplateResult } from 'lit';
import { formatMinutes, formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { shownName } from './waiting-room.patient.view.ts';
import type { LaterUi } from './waiting-room.ui.ts';

const overWords = ({ state, outcome }: ClinicVisit, { texts }: LaterUi): string => {
  if (outcome !== undefined) return texts[`outcome:${outcome}`];
  return state === 'left' || state === 'removed' || state === 'expired' ? texts[`over:${state}`] : '';
};

const durationText = ({ durationSeconds }: ClinicVisit, { language }: LaterUi): string =>
  durationSeconds === undefined ? '' : formatMinutes(Math.ceil(durationSeconds / 60), language);

/** Those of today, folded away. */
export const overView = (visits: readonly ClinicVisit[], ui: LaterUi): TemplateResult =>
  html`<details class="over" part="over">
    <summary>${fill(ui.texts.over, { count: visits.length })}</summary>
    <ul>
      ${visits.map(
        (visit) =>
          html`<li>
            <span>${formatTime(visit.endedAt ?? visit.arrivedAt, ui.language)}</span>
            <b>${shownName(visit, ui)}</b>
            <span>${[overWords(visit, ui), durationText(visit, ui)].filter(Boolean).join(' · ')}</span>
          </li>`,
      )}
    </ul>
  </details>`;
