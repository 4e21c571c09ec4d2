import type { TestContext } from 'node:test';
import type { JoinerVisit, JoinRequest } from '@venterum/contract';
import { createTestWorld, stateWhere, testCitizens, type TestLogin, type TestWorld } from '@venterum/testing';
import type { VenterumClient } from '../client.ts';
import type { QueueCommand, QueueState } from './queue-state.ts';
import { createQueueStore, type QueueStoreOptions } from './queue-store.ts';
import type { Store } from './store.ts';

/** A queue store. */
export type QueueStore = Store<QueueState, QueueCommand>;
/** The state in a status. */
export type At<Status extends QueueState['status']> = Extract<QueueState, { readonly status: Status }>;

/** The state as soon as the store has a status. */
export const at = <Status extends QueueState['status']>(
  store: QueueStore,
  status: Status,
  isWanted: (state: At<Status>) => boolean = () => true,
): Promise<At<Status>> =>
  stateWhere(store, (state): state is At<Status> => state.status === status && isWanted(state as At<Status>));

/** A world, and queue stores that end with the test. */
export interface Bed {
  readonly world: TestWorld;
  readonly queue: (client: VenterumClient, options?: QueueStoreOptions) => QueueStore;
}

/** Makes them. */
export const bed = async (t: TestContext): Promise<Bed> => {
  const world = await createTestWorld();
  const stores: QueueStore[] = [];
  t.after(async () => {
    for (const store of stores) store.dispose();
    await world.dispose();
  });
  const queue: Bed['queue'] = (client, options) => {
    const store = createQueueStore(client, options);
    stores.push(store);
    return store;
  };
  return { world, queue };
};

/** Somebody queues. */
export const joinAs = async (
  world: TestWorld,
  login: TestLogin,
  body: JoinRequest = {},
): Promise<JoinerVisit> => {
  const client = world.client(login);
  if (login === 'citizen') return client.request('visits.join', { body });
  const { consentTextVersion: textVersion } = await client.config();
  const { id: consentId } = await client.request('consents.record', {
    body: { purpose: 'declaration', textVersion, language: 'da' },
  });
  return client.request('visits.join', { body: { clinicId: 'clinic-lund', consentId, ...body } });
};

/** May Moberg, with a fever. */
export const may: JoinRequest = { citizen: testCitizens.may, reason: 'Feber' };
