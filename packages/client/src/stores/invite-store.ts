import type { VenterumClient } from '../client.ts';
import type { InviteCommand, InviteState } from './invite-state.ts';
import type { Store } from './store.ts';

/** Which clinic. */
export interface InviteStoreOptions {
  /** Default: the first that the signed-in person is a member of. */
  readonly clinicId?: string;
}

/** To come. */
export const createInviteStore = (
  _client: VenterumClient,
  _options: InviteStoreOptions = {},
): Store<InviteState, InviteCommand> => {
  throw new Error('not yet');
};
