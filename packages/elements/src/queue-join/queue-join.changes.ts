import type { JoinState } from '@venterum/client';
import type { JoinerVisit, Language } from '@venterum/contract';
import { failureText } from '../shared/failure-text.ts';
import { formatMoment, secondsUntil } from '../shared/format.ts';
import type { Urgency } from '../shared/live-region.ts';
import { fill } from '../shared/texts.ts';
import {
  VisitCalledEvent,
  VisitEndedEvent,
  VisitJoinedEvent,
  VisitLeftEvent,
  visitEndedFacts,
  visitFacts,
} from './queue-join.events.ts';
import type { FirstTexts } from './queue-join.texts.da.ts';
import { cleanUi, type JoinUi } from './queue-join.ui.ts';
import { positionText } from './queue-join.wait.view.ts';

const visitOf = (state: JoinState | undefined): JoinerVisit | undefined =>
  state !== undefined && 'visit' in state ? state.visit : undefined;

const overEvent = (visit: JoinerVisit): Event =>
  visit.state === 'left'
    ? new VisitLeftEvent(visitFacts(visit))
    : new VisitEndedEvent(visitEndedFacts(visit));

/** Whether there is a place now that there was not. One that was found again when the page opened is not news. */
export const isJoinedBetween = (now: JoinState, before: JoinState): boolean =>
  now.joined !== undefined && now.joined !== before.joined;

/** What the host is told between two states. */
export const eventsBetween = (now: JoinState, before: JoinState): readonly Event[] => {
  const visit = visitOf(now);
  if (visit === undefined) return [];
  const told: Event[] = isJoinedBetween(now, before) ? [new VisitJoinedEvent(visitFacts(visit))] : [];
  if (now.step === before.step) return told;
  if (now.step === 'called') told.push(new VisitCalledEvent(visitFacts(visit)));
  if (now.step === 'over') told.push(overEvent(visit));
  return told;
};

/** Whether the call has come by itself, and not because somebody stepped out of it. */
export const isCalledUnasked = (now: JoinState, before: JoinState): boolean =>
  now.step === 'called' && before.step !== 'called' && before.step !== 'in-call';

const screenOf = (state: JoinState): string => {
  if (state.step === 'joining') return 'ready';
  return state.step === 'who' ? `who ${state.mode}` : state.step;
};

/** Whether the clinic has written to somebody who waits, or sent them on. */
export const isNewMessage = (now: JoinState, before: JoinState): boolean =>
  now.step === 'waiting' &&
  before.step === 'waiting' &&
  (now.visit.id !== before.visit.id ||
    (now.visit.message !== undefined && now.visit.messageAt !== before.visit.messageAt));

/** Whether another screen stands there: its heading takes the focus. */
export const isNewScreen = (now: JoinState, before: JoinState): boolean => screenOf(now) !== screenOf(before);

/**
 * What stays on the screen from one to the next: what was typed while finding somebody, and for whoever is put out where
 * the clinic can be called.
 */
export const keptUi = (now: JoinState, before: JoinState, { cpr, search, cprLetters }: JoinUi): JoinUi =>
  now.step === 'who' || now.step === 'ready' || now.step === 'closed'
    ? { ...cleanUi, cpr, search, cprLetters }
    : { ...cleanUi, phone: visitOf(before)?.clinic.phone };

/** Words and time for {@link announcements}. */
export interface JoinWords {
  readonly texts: FirstTexts;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Something to say to those who do not see the screen. */
export interface Announcement {
  readonly text: string;
  readonly urgency: Urgency;
}

const calledWords = (now: JoinState, before: JoinState, texts: FirstTexts): string | undefined =>
  now.step === 'called' && before.step !== 'called' ? `${texts.calledTitle}. ${texts.enter}.` : undefined;

const positionWords = (now: JoinState, before: JoinState, texts: FirstTexts): string | undefined =>
  now.step === 'waiting' && before.step === 'waiting' && now.visit.position !== before.visit.position
    ? positionText({ texts }, now.visit)
    : undefined;

const failureWords = (now: JoinState, before: JoinState, texts: FirstTexts): string | undefined =>
  isNewFailure(now, before) && now.failure !== undefined ? failureText(now.failure, texts) : undefined;

const sessionWords = (
  { sessionEndsAt }: JoinState,
  before: JoinState,
  words: JoinWords,
): string | undefined =>
  sessionEndsAt !== undefined && before.sessionEndsAt === undefined
    ? fill(words.texts.sessionEnding, {
        seconds: secondsUntil(sessionEndsAt, words.now),
      })
    : undefined;

const offlineWords = (
  { offlineSince }: JoinState,
  before: JoinState,
  words: JoinWords,
): string | undefined =>
  offlineSince !== undefined && before.offlineSince === undefined
    ? fill(words.texts.offlineSince, { time: formatMoment(offlineSince, words.language, words.now) })
    : undefined;

/** Whether something has gone wrong that is not known yet. */
export const isNewFailure = ({ failure }: JoinState, before: JoinState): boolean =>
  failure !== undefined && failure !== before.failure;

/** What is said between two states; what calls for somebody interrupts. */
export const announcements = (
  now: JoinState,
  before: JoinState,
  words: JoinWords,
): readonly Announcement[] => {
  const urgent = [
    calledWords(now, before, words.texts),
    failureWords(now, before, words.texts),
    sessionWords(now, before, words),
    offlineWords(now, before, words),
  ].filter((text) => text !== undefined);
  const calm = positionWords(now, before, words.texts);
  return [
    ...(urgent.length === 0 ? [] : [{ text: urgent.join(' '), urgency: 'assertive' as const }]),
    ...(calm === undefined ? [] : [{ text: calm, urgency: 'polite' as const }]),
  ];
};
