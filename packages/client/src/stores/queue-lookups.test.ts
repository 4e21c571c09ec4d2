import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, bed } from './queue-store.fixtures.test.ts';

const hours = [{ from: '08:00', to: '15:00' }];
const plan = { week: [hours, hours, hours, hours, hours, [], []], exceptions: [] };

describe('createQueueStore: what is asked for once', () => {
  test('the plan, as the server has it', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    await store.dispatch({ type: 'find-plan' });
    assert.deepEqual((await at(store, 'ready')).planned, {});
    const setting = store.dispatch({ type: 'set-plan', plan });
    assert.ok((await at(store, 'ready')).busy.has('set-plan'));
    await setting;
    const { planned, busy } = await at(store, 'ready');
    assert.deepEqual(planned, { plan });
    assert.equal(busy.size, 0);
  });

  test('other clinics, and never the own', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('doctor'));
    const { clinic } = await at(store, 'ready');
    await store.dispatch({ type: 'find-clinics', search: 'Lægerne' });
    const { clinics = [] } = await at(store, 'ready');
    assert.ok(clinics.length > 0);
    assert.ok(clinics.every(({ id }) => id !== clinic.id));
  });

  test('B1: members are added and removed by a manager, and a doctor is refused', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('manager'));
    await at(store, 'ready');
    await store.dispatch({ type: 'add-member', name: 'Sekretær Test Dal', role: 'staff' });
    const { added, members = [] } = await at(store, 'ready');
    assert.ok((added?.code ?? '').length > 6);
    assert.ok(members.some(({ name, status }) => name === 'Sekretær Test Dal' && status === 'invited'));
    await store.dispatch({ type: 'remove-member', member: added?.member.id ?? '' });
    const after = await at(store, 'ready');
    assert.ok(!(after.members ?? []).some(({ name }) => name === 'Sekretær Test Dal'));

    const doctor = queue(world.client('doctor'));
    await at(doctor, 'ready');
    await doctor.dispatch({ type: 'add-member', name: 'Sekretær Test Dal', role: 'staff' });
    assert.equal((await at(doctor, 'ready')).failure?.code, 'forbidden');
  });

  test('B12: who is added stays the same request, after a lost answer and in a newer login', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('manager'));
    await at(store, 'ready');
    const adding = { type: 'add-member', name: 'Vikar', role: 'staff' } as const;
    const toMembers = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
      method === 'POST' && path.endsWith('/members');
    const refused = Response.json({ code: 'sign-in-again' }, { status: 401 });
    world.network.fault(toMembers, refused);
    await store.dispatch(adding);
    assert.equal((await at(store, 'ready')).failure?.code, 'sign-in-again');
    await store.dispatch(adding);
    assert.ok((await at(store, 'ready')).added);
    await store.dispatch(adding);
    const { members = [] } = await at(store, 'ready');
    assert.equal(members.filter(({ name }) => name === 'Vikar').length, 1);
    const keys = world.network.requests
      .filter(toMembers)
      .map(({ headers }) => headers.get('idempotency-key'));
    assert.equal(new Set(keys).size, 1);
    await store.dispatch({ ...adding });
    const again = (await at(store, 'ready')).members ?? [];
    assert.equal(again.filter(({ name }) => name === 'Vikar').length, 2);
  });

  test('A4: what was asked for by one person is not shown to the next', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    await store.dispatch({ type: 'find-members' });
    assert.ok(((await at(store, 'ready')).members ?? []).length > 0);
    await store.dispatch({ type: 'sign-out' });
    assert.ok(!JSON.stringify(store.getState()).includes('members'));
  });
});
