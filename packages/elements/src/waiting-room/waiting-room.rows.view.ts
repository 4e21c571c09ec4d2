import { awayNoticeMilliseconds, type ClinicVisit } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment, formatTime, minutesSince } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
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
  /** Its buttons are in the tab order: those of the other rows are reached by arrow keys. */
  readonly isTabbed: boolean;
}

const tabOf = ({ isTabbed }: RowOptions): 0 | -1 => (isTabbed ? 0 : -1);

const startView = (options: RowOptions, ui: WaitingRoomUi): TemplateResult => {
  const { visit, isFirst, busy, blocked } = options;
  const { texts, do: act } = ui;
  const isOff = busy || blocked;
  return html`<button
    type="button"
    class=${isFirst ? 'start primary' : 'start'}
    tabindex=${tabOf(options)}
    aria-disabled=${isOff}
    aria-label=${busy ? nothing : fill(texts.startLabel, { name: shownName(visit, ui) })}
    @click=${() => {
      if (!isOff) act.check(visit);
    }}
  >
    ${busy ? texts.busyStarting : texts.start}
  </button>`;
};

const moreView = (options: RowOptions, ui: WaitingRoomUi): TemplateResult => {
  const { visit } = options;
  const open = ui.screen.menu === visit.id;
  return html`<button
    type="button"
    class="quiet more"
    tabindex=${tabOf(options)}
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
      ${cprView(visit, ui, tabOf(options))}
    </div>
    <div class="about">
      ${placeView(visit, ui)}
      ${visit.reason === undefined ? nothing : html`<p class="reason">${visit.reason}</p>`}
    </div>
    <p class="when">
      <span class="wait">${waitedText(visit, ui)}</span>
      ${agreedView(visit, ui)} ${presenceView(visit, ui)}
    </p>
    <div class="do">${startView(options, ui)} ${moreView(options, ui)}</div>
    ${ui.screen.menu === visit.id ? laterView(ui, ({ menuView }, all) => menuView(visit, all)) : nothing}`;
};

const contents = new WeakMap<ClinicVisit, string>();

/** What a visit says in the list, also when it has come anew over the wire. */
const contentOf = (visit: ClinicVisit): string => {
  const known = contents.get(visit);
  if (known !== undefined) return known;
  const content = JSON.stringify(visit);
  contents.set(visit, content);
  return content;
};

/** What a row's looks depend on: 300 rows are compared every second, and rendered only when they change. */
const rowInputs = ({ visit, isFirst, isTabbed, busy, blocked }: RowOptions, ui: WaitingRoomUi): unknown[] => [
  contentOf(visit),
  isFirst,
  isTabbed,
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

/** Who waits, in the order of the queue. */
export const waitingView = (
  visits: readonly ClinicVisit[],
  state: ReadyState,
  ui: WaitingRoomUi,
): TemplateResult => {
  const blocked = state.current !== undefined || state.offlineSince !== undefined;
  const tabbed = tabbedOf(visits, ui);
  const use = ({ currentTarget, target }: FocusEvent): void => {
    const rows = [...(currentTarget as Element).children];
    const row = visits[rows.findIndex((one) => one.contains(target as Element))]?.id;
    // The focus may come with a rendering, which is over first.
    if (row !== tabbed) queueMicrotask(() => ui.do.show({ row }));
  };
  return html`<ol
    class="rows"
    part="visits"
    aria-label=${ui.texts.queueKeys}
    @keydown=${(event: KeyboardEvent) => ui.do.moveInRows(event)}
    @focusin=${use}
  >
    ${repeat(
      visits,
      ({ id }) => id,
      (visit, index) => {
        const options = {
          visit,
          isFirst: index === 0,
          // Without what moves the focus every button is in the tab order.
          isTabbed: ui.laterFailed || visit.id === tabbed,
          busy: state.busy.has(visit.id),
          blocked,
        };
        return html`<li class="row" part="visit" data-origin=${visit.origin}>
          <span class="number" aria-hidden="true">${index + 1}</span>
          ${guard(rowInputs(options, ui), () => waitingRow(options, ui))}
        </li>`;
      },
    )}
  </ol>`;
};
