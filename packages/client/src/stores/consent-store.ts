import type { Consent, ConsentRequest } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { createCell } from './cell.ts';
import type { ConsentCommand, ConsentState } from './consent-state.ts';
import type { Store } from './store.ts';

/** What is known already. */
export interface ConsentStoreOptions {
  /** Recorded before, e.g. in the same flow. */
  readonly consent?: Consent;
}

const stateOf = (consent: Consent | undefined): ConsentState =>
  consent === undefined
    ? { status: 'open' }
    : { status: consent.withdrawnAt === undefined ? 'given' : 'withdrawn', consent };

/** One consent or declaration: given, and withdrawn again. Nothing counts before the server has recorded it. */
export const createConsentStore = (
  client: VenterumClient,
  { consent }: ConsentStoreOptions = {},
): Store<ConsentState, ConsentCommand> => {
  const cell = createCell(stateOf(consent));
  let key: { readonly request: string; readonly id: string } | undefined;
  let disposed = false;

  const settle = async (busy: ConsentState, ask: () => Promise<Consent>): Promise<void> => {
    const before = stateOf(cell.get().consent);
    cell.set(busy);
    const next = await ask().then(stateOf, (error: unknown) => ({ ...before, failure: toFailure(error) }));
    if (!disposed) cell.set(next);
  };

  const give = (body: ConsentRequest): Promise<void> => {
    const request = JSON.stringify(body);
    // The same words again are the same intention: a lost answer records nothing twice.
    const { id: idempotencyKey } = (key = key?.request === request ? key : { request, id: randomId() });
    return settle({ status: 'recording' }, async () => {
      const recorded = await client.request('consents.record', { body, idempotencyKey });
      key = undefined;
      return recorded;
    });
  };

  const withdraw = async (given: Consent | undefined): Promise<void> => {
    if (given === undefined) return;
    await settle({ status: 'withdrawing', consent: given }, () =>
      client.request('consents.withdraw', { id: given.id }),
    );
  };

  return {
    getState: () => cell.get(),
    subscribe: (listener) => cell.subscribe(listener),
    dispatch: async (command) => {
      const { status } = cell.get();
      if (status === 'recording' || status === 'withdrawing') return;
      await (command.type === 'give' ? give(command.request) : withdraw(cell.get().consent));
    },
    dispose: () => {
      disposed = true;
    },
  };
};
