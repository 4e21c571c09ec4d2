/** Words about camera and microphone, in Danish; what can go wrong comes with how to mend it. */
export const deviceDa = {
  camera: 'Kamera',
  microphone: 'Mikrofon',
  askingDevices: 'Browseren spørger, om den må bruge kamera og mikrofon. Tryk Tillad.',
  bothDenied: 'Browseren må ikke bruge kamera og mikrofon.',
  cameraDenied: 'Browseren må ikke bruge kameraet.',
  microphoneDenied: 'Browseren må ikke bruge mikrofonen, så ingen kan høre dig.',
  allowChromium: 'Tryk på ikonet til venstre for adressen. Slå kamera og mikrofon til. Tryk så på Prøv igen.',
  allowFirefox: 'Tryk på ikonet til venstre for adressen. Fjern krydset ved Blokeret. Tryk så på Prøv igen.',
  allowSafari: 'Åbn Safari > Indstillinger > Websteder. Vælg Tillad ved Kamera og Mikrofon. Genindlæs siden.',
  allowIos:
    'Tryk på ikonet i adressefeltet. Vælg Webstedsindstillinger. Vælg Tillad ved kamera og mikrofon. Genindlæs siden.',
  allowAndroid:
    'Tryk på ikonet til venstre for adressen. Vælg Tilladelser. Slå kamera og mikrofon til. Tryk så på Prøv igen.',
  bothMissing: 'Vi kan ikke finde kamera og mikrofon. Sæt dem til, eller brug en anden enhed.',
  cameraMissing: 'Vi kan ikke finde et kamera. Sæt et til, eller fortsæt med lyd alene.',
  microphoneMissing: 'Vi kan ikke finde en mikrofon. Sæt en til, så man kan høre dig.',
  bothBusy: 'Kamera og mikrofon bruges af et andet program. Luk det, og prøv igen.',
  cameraBusy: 'Kameraet bruges af et andet program. Luk det, og prøv igen.',
  microphoneBusy: 'Mikrofonen bruges af et andet program. Luk det, og prøv igen.',
  bothLost: 'Kamera og mikrofon er gået fra.',
  cameraLost: 'Kameraet er gået fra. Man kan høre dig, men ikke se dig.',
  microphoneLost: 'Mikrofonen er gået fra. Man kan ikke høre dig.',
  bringBack: 'Få lyd og billede tilbage',
  testSound: 'Prøv lyden',
  testSoundPlaying: 'Spiller …',
  unnamedCamera: 'Kamera {number}',
  unnamedMicrophone: 'Mikrofon {number}',
};

/** Words about devices, each to be overridden by an element's `strings`. */
export type DeviceTexts = Readonly<Record<keyof typeof deviceDa, string>>;
