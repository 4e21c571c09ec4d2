import { reachPath } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { createCell } from './cell.ts';
import type { NetworkCommand, NetworkState } from './network-state.ts';
import type { Store } from './store.ts';

/** What a test brings of its own. */
export interface NetworkStoreOptions {
  /** Opens a WebSocket. Default: the browser's. */
  readonly openSocket?: (address: string) => Pick<WebSocket, 'addEventListener' | 'close'>;
  /** Whether the device has a network at all. Default: what the browser says. */
  readonly isOnline?: () => boolean;
}

/** Whether the way to the server is there and good enough for a call. */
export type NetworkStore = Store<NetworkState, NetworkCommand>;

/** ITU-T G.114: beyond 400 ms people begin to talk over each other. */
const SLOW_MILLISECONDS = 400;
const SOCKET_MILLISECONDS = 5000;

const socketAddress = (server: string): string => `${server.replace(/^http/, 'ws')}${reachPath}`;

const createReach =
  (client: VenterumClient, open: NonNullable<NetworkStoreOptions['openSocket']>) => (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = open(socketAddress(client.server));
      const settle = (reached: boolean) => (): void => {
        cancel();
        resolve(reached);
        socket.close();
      };
      const cancel = client.clock.after(SOCKET_MILLISECONDS, settle(false));
      socket.addEventListener('open', settle(true));
      socket.addEventListener('error', settle(false));
    });

/** Makes a network check. Nothing is asked before `check`; a check under way serves all who ask meanwhile. */
export const createNetworkStore = (
  client: VenterumClient,
  options: NetworkStoreOptions = {},
): NetworkStore => {
  const cell = createCell<NetworkState>({ status: 'unknown' });
  const reach = createReach(client, options.openSocket ?? ((address) => new WebSocket(address)));
  const isOnline = options.isOnline ?? (() => navigator.onLine);
  let running: Promise<void> | undefined;
  let isDisposed = false;

  const askServer = async (): Promise<number> => {
    const begin = client.clock.now();
    await client.request('config.get');
    return client.clock.now() - begin;
  };
  const measure = async (): Promise<NetworkState> => {
    if (!isOnline()) return { status: 'no-network' };
    try {
      // The first answer pays for name, connection and encryption; the second tells what a word costs.
      await askServer();
      if (!(await reach())) return { status: 'no-socket' };
      const roundTripMilliseconds = await askServer();
      return { status: roundTripMilliseconds > SLOW_MILLISECONDS ? 'slow' : 'good', roundTripMilliseconds };
    } catch {
      return { status: isOnline() ? 'no-server' : 'no-network' };
    }
  };
  const check = async (): Promise<void> => {
    cell.set({ status: 'checking' });
    const found = await measure();
    if (!isDisposed) cell.set(found);
  };

  return {
    getState: () => cell.get(),
    subscribe: (listener) => cell.subscribe(listener),
    dispatch: () => {
      running ??= check().finally(() => {
        running = undefined;
      });
      return running;
    },
    dispose: () => {
      isDisposed = true;
    },
  };
};
