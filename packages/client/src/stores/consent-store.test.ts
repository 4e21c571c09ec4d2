import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { currentConsentTextVersion, type ConsentRequest } from '@venterum/contract';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { createConsentStore } from './consent-store.ts';

const request: ConsentRequest = {
  purpose: 'declaration',
  textVersion: currentConsentTextVersion,
  language: 'da',
};

const world = async (t: TestContext): Promise<TestWorld> => {
  const made = await createTestWorld();
  t.after(() => made.dispose());
  return made;
};

describe('createConsentStore', () => {
  test('B11: is given when the server has recorded it, and withdrawn likewise', async (t) => {
    const store = createConsentStore((await world(t)).client('employee'));
    const seen: string[] = [];
    store.subscribe(({ status }) => seen.push(status));
    assert.equal(store.getState().status, 'open');
    await store.dispatch({ type: 'give', request });
    const { consent } = store.getState();
    assert.equal(consent?.textVersion, request.textVersion);
    await store.dispatch({ type: 'withdraw' });
    assert.notEqual(store.getState().consent?.withdrawnAt, undefined);
    assert.deepEqual(seen, ['recording', 'given', 'withdrawing', 'withdrawn']);
  });

  test('a refused one is open as before, and says why', async (t) => {
    const store = createConsentStore((await world(t)).client('employee'));
    await store.dispatch({ type: 'give', request: { ...request, textVersion: 'unknown' } });
    assert.equal(store.getState().status, 'open');
    assert.equal(store.getState().failure?.code, 'consent-text-unknown');
  });

  test('B12: tried again after lost answers it is recorded once', async (t) => {
    const { client, network, advance } = await world(t).then((made) => ({
      client: made.client('employee'),
      network: made.network,
      advance: (milliseconds: number) => made.advance(milliseconds),
    }));
    network.fault(({ path }) => path === '/v1/consents', 'lose-answer', 3);
    const store = createConsentStore(client);
    const giving = store.dispatch({ type: 'give', request });
    while (store.getState().failure === undefined) await advance(500);
    await giving;
    await store.dispatch({ type: 'give', request });
    assert.equal(store.getState().status, 'given');
    const keys = network.to('POST', '/v1/consents').map(({ headers }) => headers.get('idempotency-key'));
    assert.deepEqual([keys.length, new Set(keys).size], [4, 1]);
  });

  test('takes over what was recorded before', async (t) => {
    const client = (await world(t)).client('employee');
    const consent = await client.request('consents.record', { body: request });
    const store = createConsentStore(client, { consent });
    assert.equal(store.getState().status, 'given');
  });

  test('hears nothing after it was disposed of', async (t) => {
    const store = createConsentStore((await world(t)).client('employee'));
    const giving = store.dispatch({ type: 'give', request });
    store.dispose();
    await giving;
    assert.equal(store.getState().status, 'recording');
  });
});
