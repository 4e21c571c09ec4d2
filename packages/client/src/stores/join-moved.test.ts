import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stateWhere } from '@venterum/testing';
import { at, bed, queued, type At, type JoinStore } from './join-store.fixtures.test.ts';
import type { JoinState } from './join-state.ts';

const movedTo = (store: JoinStore, clinic: string): Promise<At<'waiting'>> =>
  stateWhere(
    store,
    (state: JoinState): state is At<'waiting'> =>
      state.step === 'waiting' && state.visit.clinic.id === clinic,
  );

describe('createJoinStore: moved to another clinic', () => {
  test('goes on in that clinic’s queue, and says where it came from', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    const { visit } = await at(store, 'waiting');
    await it.doctor.request('visits.handover', { id: visit.id, body: { clinicId: 'clinic-mark' } });
    const moved = await movedTo(store, 'clinic-mark');
    assert.deepEqual([moved.visit.position, moved.visit.movedFrom?.name], [1, 'Lægehuset Lund']);
    assert.equal(moved.joined, moved.visit.id, 'the host is told which visit it is now');
  });

  test('goes on there too when it was moved while the line was cut', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    const { visit } = await at(store, 'waiting');
    it.world.network.offline = true;
    it.world.network.cut();
    await it.world.advance(3000);
    const aside = it.world.client('doctor', { fetch: it.world.aside });
    await aside.request('visits.handover', { id: visit.id, body: { clinicId: 'clinic-mark' } });
    it.world.network.offline = false;
    await it.world.advance(20_000);
    assert.equal((await movedTo(store, 'clinic-mark')).visit.movedFrom?.id, 'clinic-lund');
  });
});
