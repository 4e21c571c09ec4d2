import { Devices, type DeviceStoreOptions } from '../devices/devices.ts';
import type { DeviceCommand, DeviceState } from './device-state.ts';
import type { Store } from './store.ts';

export type { DeviceStoreOptions } from '../devices/devices.ts';

/** Camera, microphone and loudspeaker of this page, shared by the check before a call and the call itself. */
export type DeviceStore = Store<DeviceState, DeviceCommand>;

const run = async (devices: Devices, command: DeviceCommand): Promise<void> => {
  switch (command.type) {
    case 'start':
      return devices.start();
    case 'use-camera':
      return devices.use('video', command.deviceId);
    case 'use-microphone':
      return devices.use('audio', command.deviceId);
    case 'set-camera':
      return devices.setCamera(command.on);
    case 'play-test-sound': {
      devices.playTestSound();
      return;
    }
    case 'stop': {
      devices.stop();
      return;
    }
  }
};

/** Makes a device store. Nothing is asked of the person before `start`; `stop` and `dispose` end the tracks (D17). */
export const createDeviceStore = (options: DeviceStoreOptions = {}): DeviceStore => {
  const devices = new Devices(options);
  return {
    getState: () => devices.cell.get(),
    subscribe: (listener) => devices.cell.subscribe(listener),
    dispatch: (command) => run(devices, command),
    dispose: () => devices.stop(),
  };
};
