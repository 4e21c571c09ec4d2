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
  saySomething: 'Sig noget. Rører måleren sig ikke, så vælg en anden mikrofon.',
  heard: 'Vi kan høre dig.',
  noSound: 'Ingen lyd',
  testHint: 'Kan du ikke høre lyden, så skru op.',
  networkChecking: 'Tjekker forbindelsen …',
  networkGood: 'Forbindelsen er god.',
  networkAgain: 'Tjek igen',
  networkSlow: 'Forbindelsen er langsom. Lyd og billede kan hakke.',
  networkSlowMend: 'Gå tættere på routeren, eller luk andre programmer, der bruger nettet.',
  networkNone: 'Enheden er ikke på nettet.',
  networkNoneMend: 'Slå wifi eller mobildata til. Så tjekker vi igen af os selv.',
  networkNoServer: 'Nettet virker, men vi kan ikke nå videoserveren.',
  networkNoServerMend: 'Prøv et andet net, fx mobildata. Sker det igen, så bed it om at åbne for {server}.',
  networkNoSocket: 'Nettet her spærrer for video.',
  networkNoSocketMend: 'Prøv et andet net, fx mobildata. Eller bed it om at åbne for WebSocket til {server}.',
  change: 'Skift kamera eller mikrofon',
  ready: 'Kamera og mikrofon virker.',
};

/** Words of `<device-check>`, each to be overridden by its `strings`. */
export type DeviceCheckTexts = SharedTexts & Readonly<Record<keyof typeof deviceCheckDa, string>>;
