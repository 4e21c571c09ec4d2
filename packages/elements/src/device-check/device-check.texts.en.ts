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
  saySomething: 'Say something to see whether the microphone works.',
  heard: 'We can hear you.',
  noSound: 'No sound',
  testHint: 'If you cannot hear the sound, turn up the volume.',
  change: 'Change camera or microphone',
  ready: 'Camera and microphone work.',
};
