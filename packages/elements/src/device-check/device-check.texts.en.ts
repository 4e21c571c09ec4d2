import { deviceEn } from '../shared/device.texts.en.ts';
import { sharedEn } from '../shared/shared.texts.en.ts';
import type { DeviceCheckTexts } from './device-check.texts.da.ts';

/** English words of `<device-check>`. */
export const deviceCheckEn: DeviceCheckTexts = {
  ...sharedEn,
  ...deviceEn,
  title: 'Picture and sound',
  picture: 'Your picture',
  noPicture: 'No picture',
  level: 'How loud we hear you',
  saySomething: 'Say something. If the meter does not move, choose another microphone.',
  heard: 'We can hear you.',
  noSound: 'No sound',
  testHint: 'If you cannot hear the sound, turn up the volume.',
  networkChecking: 'Checking the connection …',
  networkGood: 'The connection is good.',
  networkAgain: 'Check again',
  networkSlow: 'The connection is slow. Sound and picture may stutter.',
  networkSlowMend: 'Move closer to the router, or close other programs that use the network.',
  networkNone: 'The device is not online.',
  networkNoneMend: 'Turn on Wi-Fi or mobile data. Then we check again by ourselves.',
  networkNoServer: 'The network works, but we cannot reach the video server.',
  networkNoServerMend:
    'Try another network, for example mobile data. If it happens again, ask IT to allow {server}.',
  networkNoSocket: 'The network here blocks video.',
  networkNoSocketMend:
    'Try another network, for example mobile data. Or ask IT to allow WebSocket to {server}.',
  change: 'Change camera or microphone',
  ready: 'Camera and microphone work.',
};
