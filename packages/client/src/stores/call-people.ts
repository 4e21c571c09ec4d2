import type { Participant, ParticipantId, VisitView } from '@venterum/contract';
import type { RemoteMedia, RoomPeer, TroubleCause, VideoRoomState } from '../video/video-provider.ts';
import type { CallStatus, RemoteParticipant } from './call-state.ts';
import { patched } from './patched.ts';

const isOther = (participant: Participant, me: ParticipantId | undefined): boolean =>
  participant.id !== me && participant.present === 'device';

/** The reader's own participant, as far as it is known: from the way into the room, else from the view. */
export const findMe = (visit: VisitView, me: ParticipantId | undefined): Participant | undefined => {
  const known = me ?? (visit.view === 'joiner' ? visit.me : undefined);
  return visit.participants.find(({ id }) => id === known);
};

/** Whether the reader may be in the room; whom the view does not tell about is taken to be. */
export const isLetIn = (visit: VisitView): boolean =>
  visit.view === 'clinic' || findMe(visit, visit.me)?.admitted !== false;

/** Who has come but is not let in; for the clinic alone to see. */
export const peopleAtTheDoor = (visit: VisitView): readonly Participant[] =>
  visit.view === 'clinic'
    ? visit.participants.filter(({ admitted, present }) => !admitted && present === 'device')
    : [];

const isHope = ({ connection, isStuck }: RemoteMedia): boolean =>
  connection === 'connected' || (connection === 'reconnecting' && isStuck !== true);

/**
 * Whom to be connected to: everybody let in with an open signalling socket. Somebody whose socket is gone stays for as long as
 * their media comes through or is hoped for: news of a socket that is already back may come late. `known` holds the ids they had.
 */
export const peersOf = (
  visit: VisitView,
  me: ParticipantId,
  { known, media }: { readonly known: Map<ParticipantId, string>; readonly media: readonly RemoteMedia[] },
): readonly RoomPeer[] =>
  visit.participants
    .filter((participant) => participant.admitted && isOther(participant, me))
    .flatMap(({ id: participantId, peerId: present }) => {
      if (present !== undefined) known.set(participantId, present);
      if (present !== undefined) return [{ participantId, peerId: present }];
      const isHopedFor = media.some((one) => one.participantId === participantId && isHope(one));
      const peerId = isHopedFor ? known.get(participantId) : undefined;
      return peerId === undefined ? [] : [{ participantId, peerId, isAway: true }];
    });

/** What a room tells of its others, as the call shows it. */
export interface RoomMedia {
  readonly media: readonly RemoteMedia[];
  /** Whose line is bad, where it has been found out. */
  readonly lineCause: TroubleCause | undefined;
  readonly safetyWordsWith: (participantId: ParticipantId) => readonly string[] | undefined;
}

/** Whether somebody comes through badly, or not any more. */
export const isBad = ({ connection, quality }: RemoteMedia): boolean =>
  connection === 'reconnecting' || quality === 'weak';

/** Somebody who does not come through and whose socket is gone as well has lost their own line. */
const causeOf = (
  { peerId }: Participant,
  one: RemoteMedia | undefined,
  lineCause: TroubleCause | undefined,
): TroubleCause | undefined => {
  if (one === undefined || one.cause !== undefined || !isBad(one)) return one?.cause;
  return (
    lineCause ?? (one.connection === 'reconnecting' && peerId === undefined ? 'their-network' : undefined)
  );
};

const remoteOf = (participant: Participant, { media, lineCause, ...room }: RoomMedia): RemoteParticipant => {
  const one = media.find(({ participantId }) => participantId === participant.id);
  const {
    participantId: _id,
    connection: known,
    ...rest
  } = one ?? { participantId: '', connection: undefined };
  const connection = known ?? (participant.peerId === undefined ? 'absent' : 'connecting');
  return patched<RemoteParticipant>(
    { participant, connection, ...rest },
    {
      cause: causeOf(participant, one, lineCause),
      safetyWords: connection === 'connected' ? room.safetyWordsWith(participant.id) : undefined,
    },
  );
};

/** The others with a device and their media, in the order of the visit. */
export const remotesOf = (
  visit: VisitView,
  me: ParticipantId | undefined,
  room: RoomMedia,
): readonly RemoteParticipant[] =>
  visit.participants
    .filter((participant) => participant.admitted && isOther(participant, me))
    .map((participant) => remoteOf(participant, room));

/** What is the matter with a call that does not come through: one's own line, or theirs when it is so with all of them. */
export const causeOfAll = (remotes: readonly RemoteParticipant[]): RemoteMedia['cause'] => {
  const causes = new Set(
    remotes.filter(({ connection }) => connection === 'reconnecting').map(({ cause }) => cause),
  );
  const [only] = causes;
  return causes.size === 1 ? only : undefined;
};

/** How a call in a room is. Somebody seen and heard counts more than a signalling socket that is away. */
export const statusInRoom = (
  room: VideoRoomState['connection'],
  remotes: readonly RemoteParticipant[],
): CallStatus => {
  const some = (connection: RemoteParticipant['connection']): boolean =>
    remotes.some((remote) => remote.connection === connection);
  if (some('connected')) return 'connected';
  if (room === 'reconnecting' || some('reconnecting')) return 'reconnecting';
  return room === 'connecting' || some('connecting') ? 'connecting' : 'alone';
};
