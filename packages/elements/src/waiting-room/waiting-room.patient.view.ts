import { formatCpr, type ClinicVisit } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMinutes, minutesSince } from '../shared/format.ts';
import { originText } from '../shared/origin.ts';
import { participantRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import { nameOf, othersIn } from './waiting-room.changes.ts';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

/** The name to show: the citizen's, or the word for one. */
export const shownName = (visit: ClinicVisit, { texts }: WaitingRoomUi): string =>
  nameOf(visit) ?? texts.citizen;

/** `12 min.` since an instant. */
export const since = (instant: string, { now, language }: WaitingRoomUi): string =>
  formatMinutes(minutesSince(instant, now), language);

/** The CPR number with its last four hidden until asked for. */
export const cprView = (visit: ClinicVisit, ui: WaitingRoomUi, tab: 0 | -1 = 0): TemplateResult => {
  const { texts, screen } = ui;
  const cpr = visit.citizen?.cpr;
  if (cpr === undefined) return html`<span class="cpr muted">${texts.noCpr}</span>`;
  const revealed = screen.revealed === visit.id;
  const label = fill(revealed ? texts.hideLabel : texts.revealLabel, { name: shownName(visit, ui) });
  return html`<span class="cpr">
    ${formatCpr(cpr, { revealed })}
    <button
      type="button"
      class="link reveal"
      tabindex=${tab}
      aria-label=${label}
      @click=${() => ui.do.show({ revealed: revealed ? undefined : visit.id })}
    >
      ${revealed ? texts.hide : texts.reveal}
    </button>
  </span>`;
};

/** Where from, in words: origin, area, job title; marked when a test or a conference. */
export const placeView = (visit: ClinicVisit, { texts }: WaitingRoomUi): TemplateResult => {
  const { origin, area, jobTitle, movedFrom } = visit;
  const [joiner] = othersIn(visit);
  const role = origin === 'sms' && joiner ? participantRoleText(joiner.role, texts) : undefined;
  const from = movedFrom && fill(texts.movedFrom, { clinic: movedFrom.name });
  const words = [from, originText(origin, texts), role, area && texts[`area:${area}`], jobTitle];
  return html`<p class="place">
    ${visit.test ? html`<span class="badge test">${texts.testCall}</span>` : nothing}
    ${visit.kind === 'conference' ? html`<span class="badge">${texts.conference}</span>` : nothing}
    ${words.filter(Boolean).join(' · ')}
  </p>`;
};

/** Everybody in the visit by name and role, also those without a device. */
export const peopleText = (visit: ClinicVisit, { texts }: WaitingRoomUi): string =>
  othersIn(visit)
    .map(({ name, role }) => {
      const word = participantRoleText(role, texts);
      return name === undefined ? word : `${name} (${word})`;
    })
    .join(', ');
