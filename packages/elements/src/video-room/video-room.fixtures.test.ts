import type { CallState, DeviceState, RemoteParticipant } from '@venterum/client';
import type { Participant, Stage } from '@venterum/contract';
import {
  careWorker,
  citizen,
  clinicVisit,
  doctor,
  joinerVisit,
  relativeAtTheDoor,
} from '@venterum/testing/video';
import type { VideoRoomLayout } from './video-room.ts';

const CONNECTED_AT = '2026-11-22T13:11:00.000Z';

const colours = ['#e9d8c4', '#23303c', '#f4f6f8', '#5b4636', '#9db7c9', '#c7b299'] as const;

/** A still picture of somebody, light or dark, as a stream. */
export const pictureStream = (index = 0): MediaStream => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 240];

  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = colours[index % colours.length] ?? '#888';
    context.fillRect(0, 0, 320, 240);
    context.fillStyle = '#b98e6f';
    context.beginPath();
    context.arc(160, 105, 45, 0, 7);
    context.arc(160, 260, 95, 0, 7);
    context.fill();
  }
  return canvas.captureStream(1);
};

const shared = new Map<number, MediaStream>();

/** The same for all states: a page full of streams is slow. */
const picture = (index = 0): MediaStream => {
  const stream = shared.get(index) ?? pictureStream(index);
  shared.set(index, stream);
  return stream;
};

/** A visit with so many others who have come. */
const others: readonly Participant[] = [
  careWorker,
  { id: 'p-relative', role: 'relative', name: 'Bruno Elmer', present: 'device', admitted: true },
  { id: 'p-interpreter', role: 'interpreter', name: 'Kaja Hansen', present: 'device', admitted: true },
  { id: 'p-relative-2', role: 'relative', name: 'May Moberg', present: 'device', admitted: true },
  { id: 'p-other', role: 'other', present: 'device', admitted: true },
];

const connected = (participant: Participant, index = 0): RemoteParticipant => ({
  participant,
  connection: 'connected',
  stream: picture(index),
  quality: 'good',
});

const base = (patch: Partial<CallState>): CallState => ({
  status: 'connected',
  visit: joinerVisit(),
  muted: false,
  cameraOff: false,
  sharing: false,
  interrupted: false,
  remotes: [],
  atTheDoor: [],
  busy: false,
  local: picture(4),
  ...patch,
});

const inCall = (patch: Partial<CallState> = {}): CallState =>
  base({ remotes: [connected(doctor)], connectedAt: CONNECTED_AT, me: careWorker, ...patch });

const clinicCall = (count: number, patch: Partial<CallState> = {}): CallState =>
  base({
    visit: clinicVisit({ participants: [...others.slice(0, count), citizen, doctor] }),
    me: doctor,
    connectedAt: CONNECTED_AT,
    remotes: others.slice(0, count).map(connected),
    ...patch,
  });

const absent = (participant: Participant): RemoteParticipant => ({ participant, connection: 'absent' });

/** Devices that work. */
export const devicesOn: Partial<DeviceState> = {
  camera: 'on',
  microphone: 'on',
  level: 0.4,
  heard: true,
  cameras: [
    { deviceId: 'front', label: 'Kamera foran' },
    { deviceId: 'rear', label: '' },
  ],
  microphones: [{ deviceId: 'built-in', label: 'Indbygget mikrofon' }],
  cameraId: 'front',
};

const withRemote = (patch: Partial<RemoteParticipant>): CallState =>
  inCall({ remotes: [{ ...connected(doctor, 2), ...patch }] });

const safetyWords = ['gulerod', 'vindue', 'trappe'] as const;

const staged = (participantId: string, as: Stage['as']): CallState => {
  const call = clinicCall(3);
  return { ...call, visit: { ...call.visit, stage: { participantId, as } } };
};

/** One state of the room. */
export interface RoomState {
  readonly call: CallState;
  readonly layout?: VideoRoomLayout;
  readonly devices?: Partial<DeviceState>;
}

/** Every state a room can be in, by name. */
export const roomStates = (): Readonly<Record<string, RoomState>> => ({
  'warming up': {
    call: base({ status: 'preparing', local: picture(4) }),
  },
  asking: {
    call: base({ status: 'preparing' }),
    devices: { ...devicesOn, camera: 'asking', microphone: 'asking' },
  },
  connecting: {
    call: base({ status: 'connecting', remotes: [{ participant: doctor, connection: 'connecting' }] }),
  },
  'alone, joiner': { call: base({ status: 'alone', remotes: [absent(doctor)] }) },
  'alone, clinic': {
    call: base({ status: 'alone', visit: clinicVisit({ state: 'called' }), remotes: [absent(careWorker)] }),
  },
  'alone again': { call: inCall({ status: 'alone', remotes: [absent(doctor)] }) },
  two: { call: inCall() },
  'two, clinic': { call: clinicCall(1) },
  three: { call: clinicCall(2) },
  four: { call: clinicCall(3) },
  five: { call: clinicCall(4) },
  six: { call: clinicCall(5) },
  'six, joiner': {
    call: inCall({
      remotes: [doctor, ...others.slice(1)].map((one, index) => ({
        ...connected(one, index),
        isSpeaking: index === 2,
        ...(index === 3 ? { quality: 'weak' } : {}),
      })),
    }),
  },
  speaking: { call: withRemote({ isSpeaking: true }) },
  'signer shown to all': { call: staged('p-interpreter', 'signer') },
  'their screen': {
    call: inCall({
      visit: joinerVisit({ stage: { participantId: doctor.id, as: 'screen' } }),
      remotes: [connected(doctor), connected(others[1] ?? careWorker, 1)],
    }),
  },
  'own screen': { call: clinicCall(1, { sharing: true }) },
  'safety words': { call: withRemote({ safetyWords }) },
  outside: { call: base({ status: 'at-the-door' }) },
  'sent out': { call: base({ status: 'at-the-door', connectedAt: CONNECTED_AT }) },
  'at the door': { call: clinicCall(1, { atTheDoor: [relativeAtTheDoor] }) },
  'two at the door': {
    call: clinicCall(1, {
      atTheDoor: [
        relativeAtTheDoor,
        { id: 'p-late', role: 'interpreter', name: 'Kaja Hansen', present: 'device', admitted: false },
      ],
    }),
  },
  muted: { call: inCall({ muted: true }) },
  'camera off': { call: inCall({ cameraOff: true }) },
  'their camera off': { call: inCall({ remotes: [{ ...connected(doctor), hasPicture: false }] }) },
  'no sound': { call: inCall({ remotes: [{ ...connected(doctor), hasSound: false }] }) },
  'stuck, joiner': {
    call: base({
      status: 'connecting',
      remotes: [{ participant: doctor, connection: 'connecting', isStuck: true }],
    }),
  },
  'stuck, clinic': {
    call: clinicCall(1, {
      status: 'connecting',
      remotes: [{ participant: careWorker, connection: 'connecting', isStuck: true }],
    }),
  },
  'stuck again': {
    call: inCall({
      status: 'reconnecting',
      remotes: [{ ...connected(doctor), connection: 'reconnecting', isStuck: true }],
    }),
  },
  'one of two stuck': {
    call: clinicCall(2, {
      remotes: [
        connected(careWorker),
        { participant: others[1] ?? careWorker, connection: 'connecting', isStuck: true },
      ],
    }),
  },
  weak: { call: withRemote({ quality: 'weak' }) },
  'weak here': { call: withRemote({ quality: 'weak', cause: 'own-network', sends: 'none' }) },
  'weak there': { call: withRemote({ quality: 'weak', cause: 'their-network', sends: 'still' }) },
  'slow device': { call: withRemote({ quality: 'weak', cause: 'own-device' }) },
  'still picture': { call: withRemote({ quality: 'weak', isStill: true }) },
  'sound only': { call: withRemote({ quality: 'weak', hasPicture: false }) },
  unsafe: {
    call: inCall({
      status: 'connecting',
      remotes: [{ participant: doctor, connection: 'connecting', isStuck: true, isUnsafe: true }],
    }),
  },
  'own network gone': {
    call: inCall({
      status: 'reconnecting',
      cause: 'own-network',
      remotes: [{ ...connected(doctor), connection: 'reconnecting' }],
    }),
  },
  bar: { call: inCall(), layout: 'bar' },
  'bar, reconnecting': {
    call: inCall({ status: 'reconnecting', remotes: [{ ...connected(doctor), connection: 'reconnecting' }] }),
    layout: 'bar',
  },
  'bar, at the door': { call: clinicCall(2, { atTheDoor: [relativeAtTheDoor] }), layout: 'bar' },
  reconnecting: {
    call: inCall({ status: 'reconnecting', remotes: [{ ...connected(doctor), connection: 'reconnecting' }] }),
  },
  'one of two away': {
    call: clinicCall(2, {
      remotes: [
        connected(careWorker),
        { ...connected(others[1] ?? careWorker, 1), connection: 'reconnecting' },
      ],
    }),
  },
  'devices lost': {
    call: inCall({ interrupted: true }),
    devices: { ...devicesOn, camera: 'lost', microphone: 'lost' },
  },
  'microphone lost': {
    call: inCall({ interrupted: true }),
    devices: { ...devicesOn, microphone: 'lost' },
  },
  'permission denied': { call: inCall(), devices: { ...devicesOn, camera: 'denied', microphone: 'denied' } },
  refused: { call: clinicCall(1, { atTheDoor: [relativeAtTheDoor], failure: { code: 'offline' } }) },
  left: { call: base({ status: 'ended' }) },
  ended: { call: base({ status: 'ended', visit: joinerVisit({ state: 'ended', outcome: 'completed' }) }) },
  'failed, clinic': {
    call: base({ status: 'failed', visit: clinicVisit(), failure: { code: 'video-unavailable' } }),
  },
  failed: { call: base({ status: 'failed', failure: { code: 'video-unavailable' } }) },
});
