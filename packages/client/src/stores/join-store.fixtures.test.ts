import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { ClinicVisit, RoomAccess } from '@venterum/contract';
import { createTestWorld, stateWhere, testCitizens, type TestWorld } from '@venterum/testing';
import type { VenterumClient } from '../client.ts';
import type { JoinStoreOptions } from './join-options.ts';
import type { JoinCommand, JoinState, JoinStep } from './join-state.ts';
import { createJoinStore } from './join-store.ts';
import type { Store } from './store.ts';

/** A join store. */
export type JoinStore = Store<JoinState, JoinCommand>;
/** The state at a step. */
export type At<Step extends JoinStep['step']> = Extract<JoinState, { readonly step: Step }>;

/** The state as soon as the store is at a step. */
export const at = <Step extends JoinStep['step']>(store: JoinStore, step: Step): Promise<At<Step>> =>
  stateWhere(store, (state): state is At<Step> => state.step === step);

/** The state as soon as it holds a failure. */
export const failed = (store: JoinStore, code: string): Promise<JoinState> =>
  stateWhere(store, (state): state is JoinState => state.failure?.code === code);

/** A world, a doctor in it, and join stores that end with the test. */
export interface Bed {
  readonly world: TestWorld;
  readonly doctor: VenterumClient;
  readonly join: (client: VenterumClient, options?: JoinStoreOptions) => JoinStore;
}

/** Makes them. */
export const bed = async (t: TestContext): Promise<Bed> => {
  const world = await createTestWorld();
  const stores: JoinStore[] = [];
  t.after(async () => {
    for (const store of stores) store.dispose();
    await world.dispose();
  });
  return {
    world,
    doctor: world.client('doctor'),
    join: (client, options) => {
      const store = createJoinStore(client, options);
      stores.push(store);
      return store;
    },
  };
};

/** What an EOJ with her record open hands over. */
export const nancy: JoinStoreOptions = { citizen: testCitizens.nancy };

/** Ticks the declaration. */
export const declare = async (client: VenterumClient, store: JoinStore): Promise<void> => {
  const { consentTextVersion } = await client.config();
  const body = { purpose: 'declaration', textVersion: consentTextVersion, language: 'da' } as const;
  const { id } = await client.request('consents.record', { body });
  await store.dispatch({ type: 'set-consent', consentId: id });
};

/** An employee who waits with Nancy. */
export const queued = async (
  { world, join }: Bed,
  options = nancy,
): Promise<readonly [JoinStore, VenterumClient]> => {
  const client = world.client('employee');
  const store = join(client, options);
  await at(store, 'ready');
  await declare(client, store);
  await store.dispatch({ type: 'join' });
  return [store, client];
};

/** The doctor calls who is first. */
export const callFirst = async (
  doctor: VenterumClient,
): Promise<{ visit: ClinicVisit; access: RoomAccess }> => {
  const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
  const [first] = visits;
  assert.ok(first);
  return doctor.request('visits.call', { id: first.id });
};

/** The doctor opens or closes. */
export const setOpen = (doctor: VenterumClient, open: boolean): Promise<unknown> =>
  doctor.request('clinics.opening', { id: 'clinic-lund', body: { open } });
