import type { VenterumClient } from '../client.ts';
import type { JoinCommand, JoinState } from './join-state.ts';
import type { Store } from './store.ts';
import type { JoinStoreOptions } from './join-options.ts';

/** To come. */
export const createJoinStore = (
  _client: VenterumClient,
  _options: JoinStoreOptions = {},
): Store<JoinState, JoinCommand> => {
  throw new Error('not yet');
};
