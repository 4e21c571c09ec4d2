import type { CallState } from '@venterum/client';
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

/** There is no way through to somebody: what to do instead. */
export const stuckWords = ({ visit }: CallState, texts: VideoRoomTexts): Words => ({
  title: texts.stuck,
  next: visit.view === 'joiner' ? fill(texts.stuckJoiner, { clinic: visit.clinic.name }) : texts.stuckClinic,
});

const isStuck = ({ remotes }: CallState): boolean => remotes.some((remote) => remote.isStuck === true);

/** On the way to the others, or to no avail. */
export const connectingWords = (call: CallState, texts: VideoRoomTexts): Words =>
  isStuck(call) ? stuckWords(call, texts) : { title: texts.connecting, next: texts.connectingNext };

/** On the way back to the others, or to no avail. */
export const reconnectingWords = (call: CallState, texts: VideoRoomTexts): Words =>
  isStuck(call) ? stuckWords(call, texts) : { title: texts.reconnecting, next: texts.reconnectingNext };

/** Names of the others with a device, in one line. */
export const otherNames = ({ remotes, visit }: CallState, texts: VideoRoomTexts): string =>
  remotes.map(({ participant }) => personWords(participant, visit, texts).name).join(', ');
