import { createDeviceStore, type DeviceStore } from '@venterum/client/video';

/** From the check to the call an element goes and another comes; a light that stays on longer than this would be wrong. */
const GRACE_MILLISECONDS = 500;

let store: DeviceStore | undefined;
let users = 0;

const letGo = (): void => {
  if (users > 0) return;
  store?.dispose();
  store = undefined;
};

/** The page's one camera and microphone, so that what the check has warmed the call can use. */
export interface DeviceLoan {
  readonly store: DeviceStore;
  /** The last to give them back switches them off. Safe to call twice. */
  readonly giveBack: () => void;
}

/** Lends the page's devices. */
export const borrowDevices = (): DeviceLoan => {
  store ??= createDeviceStore();
  users += 1;
  let lent = true;
  return {
    store,
    giveBack: () => {
      if (!lent) return;
      lent = false;
      users -= 1;
      setTimeout(letGo, GRACE_MILLISECONDS);
    },
  };
};
