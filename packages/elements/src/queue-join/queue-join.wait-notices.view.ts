import {
  awayExpiryMilliseconds,
  type ClinicSummary,
  type Instant,
  type JoinerVisit,
} from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment, formatPhone, phoneLink } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { AsideView, JoinStateIn } from './queue-join.ui.ts';

type Notice = TemplateResult | typeof nothing;

/** The clinic's own words, marked as such. */
export const clinicWords = ({ texts }: AsideView, message: string): TemplateResult =>
  html`<div class="notice" part="message">
    <p>${texts.clinicWrites}</p>
    <p><b>${message}</b></p>
  </div>`;

/** A phone number to call. */
export const phoneView = ({ texts }: AsideView, phone: string | undefined): Notice =>
  phone === undefined
    ? nothing
    : html`<p>
        <a class="button" href=${phoneLink(phone)}
          >${fill(texts.closedPhone, { phone: formatPhone(phone) })}</a
        >
      </p>`;

/** The same as the one thing to do. */
export const phoneButton = ({ texts }: AsideView, phone: string | undefined): Notice =>
  phone === undefined
    ? nothing
    : html`<a class="primary button wide" part="primary" href=${phoneLink(phone)}>
        ${fill(texts.closedPhone, { phone: formatPhone(phone) })}
      </a>`;

/** When a closed clinic opens by itself. */
export const opensView = ({ texts, language, now }: AsideView, { until }: ClinicSummary): Notice =>
  until === undefined
    ? nothing
    : html`<p>${fill(texts.closedUntil, { time: formatMoment(until, language, now) })}</p>`;

/** Since when something is away, and until when the place is kept meanwhile. */
const awayTimes = (
  { language, now }: AsideView,
  since: Instant,
): Readonly<Record<'time' | 'until', string>> => ({
  time: formatMoment(since, language, now),
  until: formatMoment(new Date(Date.parse(since) + awayExpiryMilliseconds).toISOString(), language, now),
});

const closedNotice = (view: AsideView, { clinic }: JoinerVisit): Notice =>
  clinic.open
    ? nothing
    : html`<div class="notice warning">
        <p><b>${view.texts.waitingClosed}</b></p>
        <p>${view.texts.waitingClosedNext}</p>
        ${opensView(view, clinic)} ${phoneView(view, clinic.phone)}
      </div>`;

/** Whether somebody with an agreed time is here before it. */
const agreedNotice = ({ texts, now }: AsideView, { agreedAt }: JoinerVisit): Notice =>
  agreedAt === undefined
    ? nothing
    : html`<p>${Date.parse(agreedAt) > now ? texts.agreedEarly : texts.agreedPast}</p>`;

const movedNotice = ({ texts }: AsideView, { movedFrom, clinic }: JoinerVisit): Notice =>
  movedFrom === undefined
    ? nothing
    : html`<p class="notice">${fill(texts.waitingMoved, { from: movedFrom.name, to: clinic.name })}</p>`;

const messages = (view: AsideView, { message, clinic }: JoinerVisit): unknown =>
  [message, clinic.message].map((words) => (words === undefined ? nothing : clinicWords(view, words)));

const awayNotice = (view: AsideView, { presence, awaySince }: JoinerVisit): Notice =>
  presence === 'away' && awaySince !== undefined
    ? html`<p class="notice warning">${fill(view.texts.waitingAway, awayTimes(view, awaySince))}</p>`
    : nothing;

const windowNotice = ({ texts, reach }: AsideView): Notice =>
  reach?.isElsewhere === true ? html`<p class="notice">${texts.waitingElsewhere}</p>` : nothing;

/** A page that nobody has touched since it was loaded may make no sound. */
const soundNotice = ({ texts, canSound }: AsideView): Notice =>
  canSound
    ? nothing
    : html`<div class="notice warning">
        <p>${texts.soundOff}</p>
        <button type="button">${texts.soundOn}</button>
      </div>`;

const systemNotice = ({ texts, reach }: AsideView): Notice => {
  const choice = reach?.notice.choice ?? 'no';
  if (choice === 'yes') return html`<p class="help">${texts.noticeOn}</p>`;
  return choice === 'no'
    ? nothing
    : html`<button type="button" class="link" part="notice" @click=${() => reach?.askForNotice()}>
        ${texts.noticeAsk}
      </button>`;
};

/** What somebody who waits may have to know besides place and time. */
export const waitNotices = (view: AsideView, { visit, released }: JoinStateIn<'waiting'>): TemplateResult =>
  html`${agreedNotice(view, visit)} ${movedNotice(view, visit)} ${messages(view, visit)}
  ${closedNotice(view, visit)} ${awayNotice(view, visit)}
  ${released ? html`<p class="notice">${view.texts.waitingReleased}</p>` : nothing} ${windowNotice(view)}
  ${soundNotice(view)}`;

/** Besides the sound: the system's own means. */
export const waitMeans = systemNotice;

/** Offline while a place is kept: since when, and until when. */
export const offlineWords = (view: AsideView, since: Instant): string =>
  fill(view.texts.offlineWaiting, awayTimes(view, since));
