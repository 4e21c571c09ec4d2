import type { Failure, QueueState } from '@venterum/client';
import { formatTime, secondsUntil } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { WaitingRoomUi } from './waiting-room.ui.ts';

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

/** Worth doing again as it is. */
export const isPassing = ({ code }: Failure): boolean =>
  code === 'offline' || code === 'unavailable' || code === 'internal';
