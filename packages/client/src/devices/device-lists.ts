import type { DeviceChoice } from '../stores/device-state.ts';
import type { MediaSource } from './open-devices.ts';

/** What there is to choose from. Labels are empty until a device of the kind has been allowed. */
export interface DeviceLists {
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
}

/** Asks the browser for its devices; a browser that does not tell has none. */
export const listDevices = async (source: MediaSource): Promise<DeviceLists> => {
  const devices = await source.enumerateDevices().catch((): MediaDeviceInfo[] => []);
  const choices = (kind: MediaDeviceKind): DeviceChoice[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }));
  return { cameras: choices('videoinput'), microphones: choices('audioinput') };
};
