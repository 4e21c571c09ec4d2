import type { CallState, CallStatus, MediaQuality, RemoteParticipant } from '@venterum/client';
import { isOver } from '@venterum/contract';
import { fill } from '../shared/texts.ts';
import type { Urgency } from '../shared/live-region.ts';
import {
  brokenWords,
  doorWords,
  otherNames,
  personText,
  personWords,
  reconnectingWords,
  weakText,
  type Words,
} from './video-room.people.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';

/** Something to say to those who do not see the screen. */
export interface Saying {
  readonly text: string;
  readonly urgency: Urgency;
}

const polite = (text: string): Saying => ({ text, urgency: 'polite' });
const assertive = (text: string): Saying => ({ text, urgency: 'assertive' });

type StatusSaying = (now: CallState, before: CallState, texts: VideoRoomTexts) => Saying | undefined;

const silent: StatusSaying = () => undefined;

const saying = ({ title, next }: Words): Saying => assertive(`${title}. ${next}`);

const connectedText = (now: CallState, texts: VideoRoomTexts): string => {
  const connected = fill(texts.connected, { names: otherNames(now, texts) });
  return now.muted ? `${connected} ${texts.muted}` : connected;
};

const statusSayings: Readonly<Record<CallStatus, StatusSaying>> = {
  preparing: silent,
  connecting: silent,
  alone: silent,
  'at-the-door': (now, _before, texts) => saying(doorWords(now, texts)),
  connected: (now, before, texts) =>
    polite(before.status === 'reconnecting' ? texts.reconnected : connectedText(now, texts)),
  reconnecting: (now, _before, texts) => saying(reconnectingWords(now, texts, '')),
  ended: (now, _before, texts) => assertive(isOver(now.visit.state) ? texts.ended : texts.youLeft),
  failed: (_now, _before, texts) => assertive(texts.failed),
};

const ownSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  if (now.sharing !== before.sharing) return polite(now.sharing ? texts.youShare : texts.shareEnded);
  if (now.muted !== before.muted) return polite(now.muted ? texts.muted : texts.unmuted);
  if (now.cameraOff === before.cameraOff) return undefined;
  return polite(now.cameraOff ? texts.cameraWentOff : texts.cameraWentOn);
};

const pictureSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  for (const { participant, hasPicture } of now.remotes) {
    const was = before.remotes.find((one) => one.participant.id === participant.id)?.hasPicture;
    if (was === undefined || hasPicture === undefined || was === hasPicture) continue;
    const { name } = personWords(participant, now.visit, texts);
    return polite(fill(hasPicture ? texts.pictureBack : texts.pictureGone, { name }));
  }
  return undefined;
};

const brokenSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  const words = brokenWords(now, texts);
  return words === undefined || words.title === brokenWords(before, texts)?.title ? undefined : saying(words);
};

const interruptedSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined =>
  now.interrupted && !before.interrupted
    ? saying({ title: texts.interrupted, next: texts.interruptedNext })
    : undefined;

const stageText = (now: CallState, texts: VideoRoomTexts): string | undefined => {
  const { stage } = now.visit;
  const shown = now.remotes.find(({ participant: { id } }) => id === stage?.participantId);
  if (shown === undefined) return undefined;
  const { name } = personWords(shown.participant, now.visit, texts);
  return fill(stage?.as === 'screen' ? texts.shareBegan : texts.shown, { name });
};

const stageSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  const [text, was] = [stageText(now, texts), stageText(before, texts)];
  if (text === was) return undefined;
  if (text !== undefined) return polite(text);
  return before.visit.stage?.as === 'screen' ? polite(texts.shareEnded) : undefined;
};

const weakWords = (call: CallState, texts: VideoRoomTexts): string | undefined => {
  const weak = weakest(call);
  return weak && weakText(weak, personWords(weak.participant, call.visit, texts).name, texts);
};

const qualitySaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  if (worstQuality(before) === undefined || now.status !== 'connected') return undefined;
  const [text, was] = [weakWords(now, texts), weakWords(before, texts)];
  return text === was ? undefined : polite(text ?? texts.qualityBack);
};

const connectedIds = ({ remotes }: CallState): readonly string[] =>
  remotes.filter(({ connection }) => connection === 'connected').map(({ participant }) => participant.id);

const peopleSaying = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  const knocking = now.atTheDoor.find(({ id }) => !before.atTheDoor.some((one) => one.id === id));
  if (knocking !== undefined)
    return assertive(fill(texts.knocks, { name: personText(knocking, now.visit, texts) }));
  if (now.status !== 'connected' || before.status !== 'connected') return undefined;
  const nameOf = ({ participant }: RemoteParticipant): string =>
    personWords(participant, now.visit, texts).name;
  const [here, were] = [connectedIds(now), connectedIds(before)];
  const came = now.remotes.find(({ participant: { id } }) => here.includes(id) && !were.includes(id));
  if (came !== undefined) return polite(fill(texts.came, { name: nameOf(came) }));
  const gone = before.remotes.find(({ participant: { id } }) => were.includes(id) && !here.includes(id));
  return gone === undefined ? undefined : polite(fill(texts.left, { name: nameOf(gone) }));
};

const statusSaying: StatusSaying = (now, before, texts) =>
  now.status === before.status ? undefined : statusSayings[now.status](now, before, texts);

/** The most urgent first. */
const sayings = [
  statusSaying,
  brokenSaying,
  interruptedSaying,
  peopleSaying,
  stageSaying,
  pictureSaying,
  ownSaying,
  qualitySaying,
] as const;

/** What a change of the call means to somebody who only listens; the most important of it. */
export const sayingOf = (now: CallState, before: CallState, texts: VideoRoomTexts): Saying | undefined => {
  for (const sayingOn of sayings) {
    const said = sayingOn(now, before, texts);
    if (said !== undefined) return said;
  }
  return undefined;
};

/** Somebody who comes through badly. */
export const weakest = ({ remotes }: CallState): RemoteParticipant | undefined =>
  remotes.find(({ quality }) => quality === 'weak');

/** The worst of all connections, once any has been measured. */
export const worstQuality = (call: CallState): MediaQuality | undefined =>
  (weakest(call) ?? call.remotes.find(({ quality }) => quality !== undefined))?.quality;

/** Whether the room was left for good, and how; a visit released to the queue is neither. */
export const endReason = (now: CallState): 'left' | 'over' | undefined => {
  if (now.status !== 'ended') return undefined;
  if (isOver(now.visit.state)) return 'over';
  return now.visit.state === 'called' || now.visit.state === 'in-consultation' ? 'left' : undefined;
};
