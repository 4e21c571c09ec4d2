import type { QueueState } from '@venterum/client';
import { formatTime } from '../shared/format.ts';
import { originText } from '../shared/origin.ts';
import { fill } from '../shared/texts.ts';
import { nameOf, type QueueChange } from './waiting-room.changes.ts';
import type { WaitingRoomTexts } from './waiting-room.texts.da.ts';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

type VisitChange = Extract<QueueChange, { readonly visit: unknown }>;

const visitWords = ({ type, visit }: VisitChange, texts: WaitingRoomTexts): string => {
  const words = {
    new: texts.newInQueue,
    gone: texts.gone,
    back: texts.backInQueue,
    answered: texts.answered,
    taken: texts.takenBy,
  }[type];
  return fill(words, {
    name: nameOf(visit) ?? texts.citizen,
    origin: originText(visit.origin, texts),
    clinician: visit.claim?.name ?? '',
  });
};

const wordsOf = (change: QueueChange, texts: WaitingRoomTexts): string => {
  if ('visit' in change) return visitWords(change, texts);
  return change.type === 'opened' ? texts.nowOpen : texts.nowClosed;
};

/** What to say aloud about the connection, when that has changed. */
const connectionWords = (
  { offlineSince }: QueueState,
  previous: QueueState | undefined,
  { texts, language }: WaitingRoomUi,
): string | undefined => {
  if ((offlineSince === undefined) === (previous?.offlineSince === undefined)) return undefined;
  return offlineSince === undefined
    ? texts.online
    : fill(texts.offline, { time: formatTime(offlineSince, language) });
};

/** What to say aloud about the session, when that has changed. */
const sessionWords = (
  state: QueueState,
  previous: QueueState | undefined,
  { texts, now }: WaitingRoomUi,
): string | undefined => {
  if (state.status === 'session-ended')
    return previous?.status === 'session-ended' ? undefined : texts[`ended:${state.reason}`];
  return state.sessionEndsAt === undefined || previous?.sessionEndsAt !== undefined
    ? undefined
    : fill(texts.sessionEnding, { seconds: secondsUntil(state.sessionEndsAt, now) });
};

/** What to say aloud at once: the way to the server, and the session. */
export const urgentWords = (
  state: QueueState,
  previous: QueueState | undefined,
  ui: WaitingRoomUi,
): string | undefined => sessionWords(state, previous, ui) ?? connectionWords(state, previous, ui);

/** Whole seconds from now, never negative. */
export const secondsUntil = (instant: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));

/** What to say aloud about changes; many newcomers at once are only counted. */
export const changeWords = (changes: readonly QueueChange[], texts: WaitingRoomTexts): string => {
  const arrivals = changes.filter(({ type }) => type === 'new');
  const said = arrivals.length > 2 ? changes.filter(({ type }) => type !== 'new') : changes;
  const counted = arrivals.length > 2 ? [fill(texts.newManyInQueue, { count: arrivals.length })] : [];
  return [...counted, ...said.map((change) => wordsOf(change, texts))].join('. ');
};
