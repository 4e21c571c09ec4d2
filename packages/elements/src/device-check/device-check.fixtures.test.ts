import type { DeviceState, NetworkState, NetworkStatus } from '@venterum/client';

const on: Partial<DeviceState> = {
  camera: 'on',
  microphone: 'on',
  level: 0.5,
  heard: true,
  cameras: [
    { deviceId: 'front', label: 'Kamera foran' },
    { deviceId: 'rear', label: '' },
  ],
  microphones: [{ deviceId: 'built-in', label: 'Indbygget mikrofon' }],
  cameraId: 'front',
  microphoneId: 'built-in',
};

/** Every state of the devices, by name. */
export const deviceStates: Readonly<Record<string, Partial<DeviceState>>> = {
  asking: { camera: 'asking', microphone: 'asking' },
  on,
  'not heard yet': { ...on, heard: false, level: 0 },
  'sound playing': { ...on, soundPlaying: true },
  'both denied': { camera: 'denied', microphone: 'denied' },
  'camera denied': { ...on, camera: 'denied' },
  'microphone denied': { ...on, microphone: 'denied' },
  'both missing': { camera: 'missing', microphone: 'missing' },
  'no camera': { ...on, camera: 'missing', cameras: [] },
  'no microphone': { ...on, microphone: 'missing', microphones: [] },
  'both busy': { camera: 'busy', microphone: 'busy' },
  'camera busy': { ...on, camera: 'busy' },
  'microphone busy': { ...on, microphone: 'busy' },
  'both lost': { ...on, camera: 'lost', microphone: 'lost' },
  'camera lost': { ...on, camera: 'lost' },
  'microphone lost': { ...on, microphone: 'lost' },
};

/** Every state of the way to the server, by its status. */
export const networkStates: Readonly<Record<NetworkStatus, NetworkState>> = {
  unknown: { status: 'unknown' },
  checking: { status: 'checking' },
  good: { status: 'good', roundTripMilliseconds: 24 },
  slow: { status: 'slow', roundTripMilliseconds: 900 },
  'no-network': { status: 'no-network' },
  'no-server': { status: 'no-server' },
  'no-socket': { status: 'no-socket' },
};
