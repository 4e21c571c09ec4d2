import type { DeviceTexts } from './device.texts.da.ts';

/** Words about camera and microphone, in English. */
export const deviceEn: DeviceTexts = {
  camera: 'Camera',
  microphone: 'Microphone',
  askingDevices: 'The browser asks to use camera and microphone. Press Allow.',
  bothDenied: 'The browser may not use camera and microphone.',
  cameraDenied: 'The browser may not use the camera.',
  microphoneDenied: 'The browser may not use the microphone, so nobody can hear you.',
  allowChromium:
    'Press the icon to the left of the address. Turn on camera and microphone. Then press Try again.',
  allowFirefox:
    'Press the icon to the left of the address. Remove the cross at Blocked. Then press Try again.',
  allowSafari: 'Open Safari > Settings > Websites. Choose Allow for Camera and Microphone. Reload the page.',
  allowIos:
    'Press the icon in the address bar. Choose Website Settings. Choose Allow for camera and microphone. Reload the page.',
  allowAndroid:
    'Press the icon to the left of the address. Choose Permissions. Turn on camera and microphone. Then press Try again.',
  bothMissing: 'We cannot find a camera and a microphone. Plug them in, or use another device.',
  cameraMissing: 'We cannot find a camera. Plug one in, or go on with sound alone.',
  microphoneMissing: 'We cannot find a microphone. Plug one in, so that you can be heard.',
  bothBusy: 'Another program is using camera and microphone. Close it and try again.',
  cameraBusy: 'Another program is using the camera. Close it and try again.',
  microphoneBusy: 'Another program is using the microphone. Close it and try again.',
  bothLost: 'Camera and microphone have gone off.',
  cameraLost: 'The camera has gone off. You can be heard, but not seen.',
  microphoneLost: 'The microphone has gone off. You cannot be heard.',
  bringBack: 'Bring back sound and picture',
  testSound: 'Try the sound',
  testSoundPlaying: 'Playing …',
  unnamedCamera: 'Camera {number}',
  unnamedMicrophone: 'Microphone {number}',
};
