import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { at, bed, declare, nancy, type Bed, type JoinStore } from './join-store.fixtures.test.ts';

/** An employee who has ticked the declaration, and tapped on before the server has answered. */
const hurried = async (t: TestContext): Promise<Bed & { readonly store: JoinStore }> => {
  const it = await bed(t);
  const store = it.join(it.world.client('employee'), nancy);
  await at(store, 'ready');
  await store.dispatch({ type: 'set-consent', consentId: undefined, recording: true });
  await store.dispatch({ type: 'join' });
  return { ...it, store };
};

const asked = ({ world }: Bed): number => world.network.to('POST', '/v1/visits').length;

describe('createJoinStore: joining while the declaration is being recorded', () => {
  test('waits for it, and then joins with it', async (t) => {
    const it = await hurried(t);
    const { store } = it;
    assert.equal(store.getState().step, 'joining');
    assert.equal(store.getState().failure, undefined);
    assert.equal(asked(it), 0);
    await declare(it.world.client('employee'), store);
    assert.equal(store.getState().step, 'waiting');
    assert.equal(asked(it), 1);
  });

  test('joins nobody when it fails, and leaves saying why to the form', async (t) => {
    const it = await hurried(t);
    const { store } = it;
    await store.dispatch({ type: 'set-consent', consentId: undefined });
    assert.equal(store.getState().step, 'ready');
    assert.equal(store.getState().failure, undefined);
    assert.equal(asked(it), 0);
    await store.dispatch({ type: 'join' });
    assert.equal(store.getState().failure?.code, 'consent-required', 'nothing is recorded');
    await declare(it.world.client('employee'), store);
    assert.equal(store.getState().step, 'ready', 'the tap before is void');
  });

  test('a join that is refused after it can be tried again', async (t) => {
    const it = await hurried(t);
    const { store, world } = it;
    world.network.fault(
      ({ method, path }) => method === 'POST' && path === '/v1/visits',
      Response.json({ code: 'clinic-closed' }, { status: 409 }),
    );
    await declare(world.client('employee'), store);
    assert.equal(store.getState().step, 'ready');
    assert.equal(store.getState().failure?.code, 'clinic-closed');
    await store.dispatch({ type: 'retry' });
    assert.equal(store.getState().step, 'waiting');
  });
});
