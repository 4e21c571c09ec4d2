import type { VenterumClient } from '../client.ts';
import type { ConsentCommand, ConsentState } from './consent-state.ts';
import type { Store } from './store.ts';

/** What is known already. */
export interface ConsentStoreOptions {
  /** Recorded before, e.g. in the same flow. */
  readonly consent?: import('@venterum/contract').Consent;
}

/** To come. */
export const createConsentStore = (
  _client: VenterumClient,
  _options: ConsentStoreOptions = {},
): Store<ConsentState, ConsentCommand> => {
  throw new Error('not yet');
};
