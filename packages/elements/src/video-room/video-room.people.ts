import type { CallState, RemoteParticipant } from '@venterum/client';
import type { Participant, VisitView } from '@venterum/contract';
import { clinicRoleText, participantRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import type { VideoRoomTexts } from './video-room.texts.da.ts';

/** A person as the room shows them: who it is, and what they are there as. */
export interface PersonWords {
  readonly name: string;
  /** Role, and for the clinic's own the clinic too; empty when the name already is the role. */
  readonly role: string;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const clinicianWords = (participant: Participant, visit: VisitView, texts: VideoRoomTexts): PersonWords => {
  const known = visit.view === 'joiner' ? visit.clinician : visit.claim;
  const role =
    known === undefined ? participantRoleText('clinician', texts) : clinicRoleText(known.role, texts);
  const name = participant.name ?? known?.name ?? capital(role);
  if (visit.view === 'clinic') return { name, role };
  return { name, role: fill(texts.clinicianHere, { role, clinic: visit.clinic.name }) };
};

/** Name and role of somebody in the visit. */
export const personWords = (
  participant: Participant,
  visit: VisitView,
  texts: VideoRoomTexts,
): PersonWords => {
  if (participant.role === 'clinician') return clinicianWords(participant, visit, texts);
  const role = participantRoleText(participant.role, texts);
  return participant.name === undefined
    ? { name: capital(role), role: '' }
    : { name: participant.name, role };
};

/** `Nancy Ann Berggren (borger)`. */
export const personText = (participant: Participant, visit: VisitView, texts: VideoRoomTexts): string => {
  const { name, role } = personWords(participant, visit, texts);
  return role === '' ? name : fill(texts.person, { name, role });
};

/** Those seen through somebody else's device: nobody off camera goes unnamed. */
export const inTheRoomText = (visit: VisitView, texts: VideoRoomTexts): string =>
  visit.participants
    .filter(({ present }) => present === 'in-the-room')
    .map((one) => personText(one, visit, texts))
    .join(', ');

/** What is so, and what happens next. */
export interface Words {
  readonly title: string;
  readonly next: string;
}

/** Why the connection to somebody is weak, as far as it is known. */
export const weakText = ({ cause }: RemoteParticipant, name: string, texts: VideoRoomTexts): string =>
  cause === undefined ? texts.weak : fill(texts[`weak:${cause}`], { name });

/** Nothing comes through to somebody, and waiting will not mend it: what to do instead. */
export const brokenWords = ({ visit, remotes }: CallState, texts: VideoRoomTexts): Words | undefined => {
  if (remotes.some(({ isUnsafe }) => isUnsafe === true))
    return { title: texts.unsafe, next: texts.unsafeNext };
  if (!remotes.some(({ isStuck }) => isStuck === true)) return undefined;
  return {
    title: texts.stuck,
    next:
      visit.view === 'joiner' ? fill(texts.stuckJoiner, { clinic: visit.clinic.name }) : texts.stuckClinic,
  };
};

/** On the way to the others, or to no avail. */
export const connectingWords = (call: CallState, texts: VideoRoomTexts): Words =>
  brokenWords(call, texts) ?? { title: texts.connecting, next: texts.connectingNext };

const goneText = ({ cause }: CallState, texts: VideoRoomTexts): string =>
  cause === 'own-network' || cause === 'their-network' ? texts[`gone:${cause}`] : '';

/** On the way back to the others, or to no avail. `since`: the time of day it was lost, as text. */
export const reconnectingWords = (call: CallState, texts: VideoRoomTexts, since: string): Words =>
  brokenWords(call, texts) ?? {
    title: since === '' ? texts.reconnecting : fill(texts.reconnectingSince, { time: since }),
    next: `${goneText(call, texts)} ${texts.reconnectingNext}`.trim(),
  };

/** Outside: not let in yet, or sent out again. */
export const doorWords = ({ visit, connectedAt }: CallState, texts: VideoRoomTexts): Words => {
  const clinic = visit.view === 'joiner' ? visit.clinic.name : '';
  const [title, next] =
    connectedAt === undefined ? [texts.outside, texts.outsideNext] : [texts.sentOut, texts.sentOutNext];
  return { title, next: fill(next, { clinic }) };
};

/** Names of the others with a device, in one line. */
export const otherNames = ({ remotes, visit }: CallState, texts: VideoRoomTexts): string =>
  remotes.map(({ participant }) => personWords(participant, visit, texts).name).join(', ');
