import type { VenterumClient } from '../client.ts';
import type { QueueCommand, QueueState } from './queue-state.ts';
import type { Store } from './store.ts';

/** Which clinic. */
export interface QueueStoreOptions {
  /** Default: the first that the signed-in person is a member of. */
  readonly clinicId?: string;
}

/** To come. */
export const createQueueStore = (
  _client: VenterumClient,
  _options: QueueStoreOptions = {},
): Store<QueueState, QueueCommand> => {
  throw new Error('not yet');
};
