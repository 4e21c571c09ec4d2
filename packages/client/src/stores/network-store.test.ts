import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { createNetworkStore, type NetworkStore } from './network-store.ts';

/** A socket that does what a test says, or nothing. */
class FakeSocket extends EventTarget {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

interface Bed {
  readonly world: TestWorld;
  readonly sockets: FakeSocket[];
  readonly addresses: string[];
  readonly store: NetworkStore;
}

interface Ways {
  readonly socket?: 'open' | 'error';
  /** Milliseconds until an answer comes. */
  readonly takes?: number;
  readonly online?: () => boolean;
}

const bed = async (t: TestContext, { socket, takes, online = () => true }: Ways = {}): Promise<Bed> => {
  const world = await createTestWorld();
  t.after(() => world.dispose());
  const sockets: FakeSocket[] = [];
  const addresses: string[] = [];
  const { clock, network } = world;
  const slowly: typeof fetch = async (...request) => {
    await new Promise<void>((resolve) => {
      clock.after(takes ?? 0, resolve);
    });
    return network.fetch(...request);
  };
  const client = world.client('employee', takes === undefined ? {} : { fetch: slowly });
  const store = createNetworkStore(client, {
    openSocket: (address) => {
      const made = new FakeSocket();
      sockets.push(made);
      addresses.push(address);
      if (socket !== undefined) queueMicrotask(() => made.dispatchEvent(new Event(socket)));
      return made;
    },
    isOnline: online,
  });
  return { world, sockets, addresses, store };
};

describe('createNetworkStore', () => {
  test('asks nothing before it is asked', async (t) => {
    const { world, store } = await bed(t);
    assert.deepEqual(store.getState(), { status: 'unknown' });
    assert.equal(world.network.requests.length, 0);
  });

  test('good: server and socket are reached, by the second answer’s time, without logging in', async (t) => {
    const { world, store, sockets, addresses } = await bed(t, { socket: 'open' });
    await store.dispatch({ type: 'check' });
    assert.deepEqual(store.getState(), { status: 'good', roundTripMilliseconds: 0 });
    assert.match(addresses[0] ?? '', /^wss?:\/\/[^/]+\/v1\/signal\/reach$/);
    assert.deepEqual(
      sockets.map(({ isClosed }) => isClosed),
      [true],
    );
    assert.equal(world.network.to('POST', '/v1/sessions').length, 0);
  });

  test('slow: an answer that takes longer than people can talk by', async (t) => {
    const { world, store } = await bed(t, { socket: 'open', takes: 401 });
    await world.advanceUntil(store.dispatch({ type: 'check' }), 1);
    assert.deepEqual(store.getState(), { status: 'slow', roundTripMilliseconds: 401 });
  });

  test('no network: nothing is asked of the server', async (t) => {
    const { world, store } = await bed(t, { online: () => false });
    await store.dispatch({ type: 'check' });
    assert.equal(store.getState().status, 'no-network');
    assert.equal(world.network.requests.length, 0);
  });

  test('no server: it does not answer', async (t) => {
    const { world, store, sockets } = await bed(t, { socket: 'open' });
    world.network.offline = true;
    await world.advanceUntil(store.dispatch({ type: 'check' }));
    assert.equal(store.getState().status, 'no-server');
    assert.equal(sockets.length, 0);
    world.network.offline = false;
    await store.dispatch({ type: 'check' });
    assert.equal(store.getState().status, 'good');
  });

  test('no socket: it is refused on the way, or never answered', async (t) => {
    const refused = await bed(t, { socket: 'error' });
    await refused.store.dispatch({ type: 'check' });
    assert.equal(refused.store.getState().status, 'no-socket');
    const { world, store } = await bed(t);
    await world.advanceUntil(store.dispatch({ type: 'check' }));
    assert.equal(store.getState().status, 'no-socket');
  });

  test('one check serves all who ask meanwhile, and says nothing once disposed of', async (t) => {
    const { store, sockets } = await bed(t, { socket: 'open' });
    const checks = [store.dispatch({ type: 'check' }), store.dispatch({ type: 'check' })];
    assert.equal(store.getState().status, 'checking');
    store.dispose();
    await Promise.all(checks);
    assert.equal(sockets.length, 1);
    assert.equal(store.getState().status, 'checking');
  });
});
