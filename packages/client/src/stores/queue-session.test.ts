import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ProblemError } from '../problem-error.ts';
import { at, bed, joinAs } from './queue-store.fixtures.test.ts';

describe('createQueueStore: who may see what', () => {
  test('starts with the clinic, the person and the list', async (t) => {
    const { world, queue } = await bed(t);
    await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    assert.equal(store.getState().status, 'starting');
    const ready = await at(store, 'ready');
    assert.equal(ready.clinic.id, 'clinic-lund');
    assert.equal(ready.me.name, 'Læge Test Lund');
    assert.equal(ready.visits.length, 1);
    assert.equal(ready.support?.name, 'Support');
  });

  for (const [who, login, clinicId] of [
    ['a member of another clinic', 'stranger', 'clinic-lund'],
    ['an employee', 'employee', undefined],
  ] as const) {
    test(`B1: ${who} is told that it is not theirs`, async (t) => {
      const { world, queue } = await bed(t);
      const store = queue(world.client(login), clinicId === undefined ? {} : { clinicId });
      await at(store, 'forbidden');
      assert.equal(world.network.to('GET', '/v1/events').length, 0);
    });
  }

  test('signs in and out, and shows the next person nothing of the last', async (t) => {
    const { world, queue } = await bed(t);
    await joinAs(world, 'citizen');
    let signedIn = false;
    const client = world.clientWith({
      credentials: {
        kind: 'login',
        grant: ({ deviceId }) =>
          Promise.resolve(signedIn ? { grant: 'oidc', token: 'doctor', deviceId } : undefined),
        signIn: () => Promise.resolve(void (signedIn = true)),
        forget: () => Promise.resolve(void (signedIn = false)),
      },
    });
    const store = queue(client);
    const { providers } = await at(store, 'signed-out');
    assert.deepEqual(
      providers.map(({ id }) => id),
      ['clinic'],
    );
    await store.dispatch({ type: 'sign-in', providerId: 'clinic' });
    await at(store, 'ready');
    await store.dispatch({ type: 'sign-out' });
    const out = await at(store, 'signed-out');
    assert.ok(!JSON.stringify(out).includes('Nancy'));
    await store.dispatch({ type: 'sign-in', providerId: 'nobody' });
    assert.equal((await at(store, 'signed-out')).failure?.code, 'login-refused');
  });

  test('A4: taken over, it forgets the list, and a tap brings it back', async (t) => {
    const { world, queue } = await bed(t);
    await joinAs(world, 'citizen');
    const deviceId = 'the-desk-in-the-clinic';
    const store = queue(world.client('doctor', { deviceId }));
    await at(store, 'ready');
    await world.client('colleague', { deviceId }).session.ensure();
    const ended = await at(store, 'session-ended');
    assert.equal(ended.reason, 'taken-over');
    assert.ok(!JSON.stringify(ended).includes('Nancy'));
    await store.dispatch({ type: 'retry' });
    await at(store, 'ready');
  });

  test('A4: an answer that comes after signing out brings nothing back', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const client = world.client('doctor');
    const store = queue(client);
    await at(store, 'ready', ({ visits }) => visits.length === 1);
    world.network.fault(({ path }) => path.endsWith('/remove'), 'lose-answer');
    const removing = store.dispatch({ type: 'remove', visitId });
    await client.session.signOut();
    await removing;
    assert.equal(store.getState().failure, undefined);
    assert.equal(store.getState().status, 'session-ended');
    assert.ok(!JSON.stringify(store.getState()).includes('Nancy'));
  });

  test('F11: without a server it says so, and comes by itself', async (t) => {
    const { world, queue } = await bed(t);
    world.network.offline = true;
    const store = queue(world.client('doctor'));
    while (store.getState().status !== 'unavailable') await world.advance(500);
    assert.equal(store.getState().failure?.code, 'offline');
    world.network.offline = false;
    await world.advance(6000);
    await at(store, 'ready');
  });
});

test('a cancelled login leaves the providers to choose from', async (t) => {
  const { world, queue } = await bed(t);
  const store = queue(
    world.clientWith({
      credentials: {
        kind: 'login',
        grant: () => Promise.resolve(undefined),
        signIn: () => Promise.reject(new ProblemError('login-cancelled')),
        forget: () => Promise.resolve(),
      },
    }),
  );
  await at(store, 'signed-out');
  const signing = store.dispatch({ type: 'sign-in', providerId: 'clinic' });
  await at(store, 'signing-in');
  await signing;
  assert.equal((await at(store, 'signed-out')).failure?.code, 'login-cancelled');
});
