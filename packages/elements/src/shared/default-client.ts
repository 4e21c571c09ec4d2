import type { VenterumClient } from '@venterum/client';

let current: VenterumClient | undefined;
const listeners = new Set<() => void>();

/** Gives a client to every element of the page that has none of its own and none from a provider; `undefined` takes it back. */
export const setDefaultClient = (client: VenterumClient | undefined): void => {
  current = client;
  for (const listener of listeners) listener();
};

/** The client set by {@link setDefaultClient}. */
export const getDefaultClient = (): VenterumClient | undefined => current;

/** Calls the listener whenever the default client changes; the answer ends it. */
export const onDefaultClient = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
