import { awayNoticeMilliseconds, type ClinicVisit } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment, formatTime, minutesSince } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { kept } from './waiting-room.kept.ts';
import { laterView } from './waiting-room.later.view.ts';
import { cprView, placeView, shownName, since } from './waiting-room.patient.view.ts';
import type { ReadyState, WaitingRoomUi } from './waiting-room.ui.ts';

type Part = TemplateResult | typeof nothing;

const isLongAway = ({ awaySince }: ClinicVisit, now: number): boolean =>
  awaySince !== undefined && now - Date.parse(awaySince) >= awayNoticeMilliseconds;

/** Whether somebody is away from the screen; nothing while they are there. */
export const presenceView = (visit: ClinicVisit, { texts, language, now }: WaitingRoomUi): Part => {
  if (visit.presence === 'online') return nothing;
  return isLongAway(visit, now)
    ? html`<span class="away"
        >${fill(texts.away, { time: formatTime(visit.awaySince ?? '', language) })}</span
      >`
    : html`<span class="muted">${texts.awayBrief}</span>`;
};

/** The agreed time, when there is one. */
export const agreedView = ({ agreedAt }: ClinicVisit, { texts, language, now }: WaitingRoomUi): Part =>
  agreedAt === undefined
    ? nothing
    : html`<span class="agreed"
        >${fill(texts.agreed, { time: formatMoment(agreedAt, language, now) })}</span
      >`;

interface RowOptions {
  readonly visit: ClinicVisit;
  /** Whose turn it is next. */
  readonly isFirst: boolean;
  /** A request for it is under way. */
  readonly busy: boolean;
  /** Nothing can be started now: offline, or somebody is being seen. */
  readonly blocked: boolean;
  /** Whether its buttons are in the tab order: those of the other rows are reached by arrow keys. */
  readonly tab: 0 | -1;
}

const startView = ({ visit, isFirst, busy, blocked, tab }: RowOptions, ui: WaitingRoomUi): TemplateResult => {
  const { texts, do: act } = ui;
  const isOff = busy || blocked;
  return html`<button
    type="button"
    class=${isFirst ? 'start primary' : 'start'}
    tabindex=${tab}
    aria-disabled=${isOff}
    aria-label=${busy ? nothing : fill(texts.startLabel, { name: shownName(visit, ui) })}
    @click=${() => {
      if (!isOff) act.check(visit);
    }}
  >
    ${busy ? texts.busyStarting : texts.start}
  </button>`;
};

const moreView = ({ visit, tab }: RowOptions, ui: WaitingRoomUi): TemplateResult => {
  const open = ui.screen.menu === visit.id;
  return html`<button
    type="button"
    class="quiet more"
    tabindex=${tab}
    aria-expanded=${open}
    aria-label=${fill(ui.texts.moreLabel, { name: shownName(visit, ui) })}
    @click=${() => ui.do.show({ menu: open ? undefined : visit.id })}
  >
    ${ui.texts.more}
  </button>`;
};

/** How long somebody has waited. */
export const waitedText = ({ arrivedAt }: ClinicVisit, ui: WaitingRoomUi): string =>
  minutesSince(arrivedAt, ui.now) === 0
    ? ui.texts.justArrived
    : fill(ui.texts.waited, { wait: since(arrivedAt, ui) });

const waitingRow = (options: RowOptions, ui: WaitingRoomUi): TemplateResult => {
  const { visit } = options;
  return html`<div class="who">
      <p class="name">${shownName(visit, ui)}</p>
      ${cprView(visit, ui, options.tab)}
    </div>
    <div class="about">
      ${placeView(visit, ui)}
      ${visit.reason === undefined ? nothing : html`<p class="reason">${visit.reason}</p>`}
    </div>
    <p class="when">
      <span class="wait">${waitedText(visit, ui)}</span>
      ${agreedView(visit, ui)} ${presenceView(visit, ui)}
    </p>
    ${startView(options, ui)} ${moreView(options, ui)}
    ${ui.screen.menu === visit.id ? laterView(ui, ({ menuView }, all) => menuView(visit, all)) : nothing}`;
};

/** What a row's looks depend on: 300 rows are compared every second, and rendered only when they change. */
const rowInputs = ({ visit, isFirst, tab, busy, blocked }: RowOptions, ui: WaitingRoomUi): unknown[] => [
  visit,
  isFirst,
  tab,
  busy,
  blocked,
  minutesSince(visit.arrivedAt, ui.now),
  isLongAway(visit, ui.now),
  ui.screen.revealed === visit.id,
  ui.screen.menu === visit.id,
  ui.language,
  ui.strings,
  ui.view,
];

/** The visit whose buttons are in the tab order: the one last used, else the first. */
const tabbedOf = (visits: readonly ClinicVisit[], { screen }: WaitingRoomUi): string | undefined =>
  (visits.find(({ id }) => id === screen.row) ?? visits[0])?.id;

const groupsView = (visits: readonly ClinicVisit[], state: ReadyState, ui: WaitingRoomUi): unknown => {
  const blocked = state.current !== undefined || state.offlineSince !== undefined;
  const tabbed = tabbedOf(visits, ui);
  const rowView = (visit: ClinicVisit, index: number): TemplateResult => {
    const options: RowOptions = {
      visit,
      isFirst: index === 0,
      // Without what moves the focus every button is in the tab order.
      tab: ui.laterFailed || visit.id === tabbed ? 0 : -1,
      busy: state.busy.has(visit.id),
      blocked,
    };
    return html`<div
      class="row"
      role="listitem"
      part="visit"
      data-origin=${visit.origin}
      data-visit=${visit.id}
    >
      <span class="number" aria-hidden="true">${index + 1}</span>
      ${kept(rowInputs(options, ui), () => waitingRow(options, ui))}
    </div>`;
  };
  return repeat(
    ui.groups.of(visits),
    ({ key }) => key,
    (group) =>
      html`<div class="group">
        ${repeat(
          group.visits,
          ({ id }) => id,
          (visit, index) => rowView(visit, group.start + index),
        )}
      </div>`,
  );
};

/** Who waits, in the order of the queue. */
export const waitingView = (
  visits: readonly ClinicVisit[],
  state: ReadyState,
  ui: WaitingRoomUi,
): TemplateResult => {
  const use = ({ target }: FocusEvent): void => {
    const row = (target as Element).closest<HTMLElement>('.row')?.dataset['visit'];
    // The focus may come with a rendering, which is over first.
    if (row !== ui.screen.row) queueMicrotask(() => ui.do.show({ row }));
  };
  return html`<div class="rows" role="list" part="visits" aria-label=${ui.texts.queueKeys} @focusin=${use}>
    ${groupsView(visits, state, ui)}
  </div>`;
};
