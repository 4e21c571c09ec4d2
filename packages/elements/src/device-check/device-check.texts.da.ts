import { deviceDa } from '../shared/device.texts.da.ts';
import { sharedDa, type SharedTexts } from '../shared/shared.texts.da.ts';

/** Danish words of `<device-check>`. */
export const deviceCheckDa = {
  ...sharedDa,
  ...deviceDa,
  title: 'Billede og lyd',
  picture: 'Dit billede',
  noPicture: 'Intet billede',
  level: 'Så højt hører vi dig',
  saySomething: 'Sig noget, så kan du se, om mikrofonen virker.',
  heard: 'Vi kan høre dig.',
  noSound: 'Ingen lyd',
  testHint: 'Kan du ikke høre lyden, så skru op.',
  change: 'Skift kamera eller mikrofon',
  ready: 'Kamera og mikrofon virker.',
};

/** Words of `<device-check>`, each to be overridden by its `strings`. */
export type DeviceCheckTexts = SharedTexts & Readonly<Record<keyof typeof deviceCheckDa, string>>;
