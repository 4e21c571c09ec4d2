/** How a camera or a microphone is. */
export type DeviceStatus =
  | 'unknown'
  /** The browser asks the person. */
  | 'asking'
  | 'on'
  /** Switched off by the person; its light is off too. */
  | 'off'
  /** The person or a policy said no. */
  | 'denied'
  | 'missing'
  /** Another program has it. */
  | 'busy'
  /** It was on and stopped by itself. */
  | 'lost';

/** One device to choose from. */
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** State of the device check, shared by the check before and the call after: devices stay warm. */
export interface DeviceState {
  readonly camera: DeviceStatus;
  readonly microphone: DeviceStatus;
  /** The stream that the call will use; ended when the store is stopped. */
  readonly stream?: MediaStream;
  /** Loudness of the microphone from 0 to 1, ten times a second while on. */
  readonly level: number;
  /** Something was heard since the microphone went on. */
  readonly heard: boolean;
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
  readonly cameraId?: string;
  readonly microphoneId?: string;
  /** The test sound is playing. */
  readonly soundPlaying: boolean;
}

/** What can be asked of the devices. */
export type DeviceCommand =
  | { readonly type: 'start' }
  | { readonly type: 'use-camera'; readonly deviceId: string }
  | { readonly type: 'use-microphone'; readonly deviceId: string }
  /** Lets the camera go, light and all, while the sound goes on; or opens it again. */
  | { readonly type: 'set-camera'; readonly on: boolean }
  | { readonly type: 'play-test-sound' }
  /** Ends the tracks: the lights go off. */
  | { readonly type: 'stop' };
