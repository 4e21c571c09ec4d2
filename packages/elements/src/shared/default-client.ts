import type { Client } from '@venterum/client';

let current: Client | undefined;
const listeners = new Set<() => void>();

/** Gives a client to every element of the page that has none of its own and none from a provider; `undefined` takes it back. */
export const setDefaultClient = (client: Client | undefined): void => {
  current = client;
  for (const listener of listeners) listener();
};

/** The client set by {@link setDefaultClient}. */
export const getDefaultClient = (): Client | undefined => current;

/** Calls the listener whenever the default client changes; the answer ends it. */
export const onDefaultClient = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
