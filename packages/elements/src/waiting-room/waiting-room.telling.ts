import { originText } from '../shared/origin.ts';
import { fill } from '../shared/texts.ts';
import { nameOf } from './waiting-room.changes.ts';
import type { QueueChange } from './waiting-room.queue-changes.ts';
import type { WaitingRoomTexts } from './waiting-room.texts.da.ts';

type VisitChange = Extract<QueueChange, { readonly visit: unknown }>;

const visitWords = ({ type, visit }: VisitChange, texts: WaitingRoomTexts): string => {
  const words = {
    new: texts.newInQueue,
    gone: texts.gone,
    back: texts.backInQueue,
    answered: texts.answered,
    taken: texts.takenBy,
    handed: texts.handedToMe,
  }[type];
  return fill(words, {
    name: nameOf(visit) ?? texts.citizen,
    origin: originText(visit.origin, texts),
    clinician: visit.claim?.name ?? '',
  });
};

const wordsOf = (change: QueueChange, texts: WaitingRoomTexts): string => {
  if ('visit' in change) return visitWords(change, texts);
  return change.type === 'opened' ? texts.nowOpen : texts.emptyClosed;
};

/** What to say aloud about changes; many newcomers at once are only counted. */
export const changeWords = (changes: readonly QueueChange[], texts: WaitingRoomTexts): string => {
  const arrivals = changes.filter(({ type }) => type === 'new');
  const said = arrivals.length > 2 ? changes.filter(({ type }) => type !== 'new') : changes;
  const counted = arrivals.length > 2 ? [fill(texts.newManyInQueue, { count: arrivals.length })] : [];
  return [...counted, ...said.map((change) => wordsOf(change, texts))].join('. ');
};
