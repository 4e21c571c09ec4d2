import { onPageWake } from '../../events/on-wake.ts';

/** Not in the DOM types: only some browsers tell of their network (WICG Network Information). */
interface WithConnection {
  readonly connection?: EventTarget;
}

/** Calls back when the page is there again or its network has changed. The answer ends it. */
export const onNetworkWake = (wake: () => void): (() => void) => {
  const stop = onPageWake(wake);
  const { connection } = (globalThis.navigator as WithConnection | undefined) ?? {};
  connection?.addEventListener('change', wake);
  return () => {
    stop();
    connection?.removeEventListener('change', wake);
  };
};
