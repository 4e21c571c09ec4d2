import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Invite, InviteAccess } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { invitation } from '../credentials/invitation.ts';
import { at, bed, failed, type Bed } from './join-store.fixtures.test.ts';

interface Invited extends Bed {
  readonly invite: Invite;
  readonly token: string;
  /** How the clinic sees the invitation now. */
  readonly seen: () => Promise<Invite>;
}

const invitedBed = async (t: TestContext): Promise<Invited> => {
  const it = await bed(t);
  const { world, doctor } = it;
  const recipients = [
    { name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' },
  ] as const;
  const { invites } = await doctor.request('invites.send', { body: { clinicId: 'clinic-lund', recipients } });
  const token = await world.lastToken();
  const [invite] = invites;
  assert.ok(invite);
  return {
    ...it,
    invite,
    token,
    seen: async () => {
      const { invites: list } = await doctor.request('invites.list', { query: { clinic: 'clinic-lund' } });
      const [one] = list;
      assert.ok(one);
      return one;
    },
  };
};

const accessOf = (doctor: VenterumClient, { id }: Invite): Promise<InviteAccess> =>
  doctor.request('invites.access', { id });

describe('createJoinStore: a guest', () => {
  test('C10: without a link comes in by the six digits', async (t) => {
    const it = await invitedBed(t);
    const { code } = await accessOf(it.doctor, it.invite);
    const store = it.join(it.world.clientWith({ credentials: invitation() }));
    assert.equal((await at(store, 'invited')).byCode, true);
    await store.dispatch({ type: 'redeem', name: 'Kaja', code });
    assert.equal((await at(store, 'waiting')).kind, 'guest');
  });

  test('C4: a wrong code is refused, and the right one still works after it', async (t) => {
    const it = await invitedBed(t);
    const { code } = await accessOf(it.doctor, it.invite);
    const wrong = code === '000000' ? '000001' : '000000';
    const store = it.join(it.world.clientWith({ credentials: invitation() }));
    await at(store, 'invited');
    await store.dispatch({ type: 'redeem', name: 'Kaja', code: wrong });
    assert.equal(store.getState().failure?.code, 'code-unknown');
    assert.deepEqual(
      [(await at(store, 'invited')).byCode, (await at(store, 'invited')).redeeming],
      [true, false],
    );
    await store.dispatch({ type: 'redeem', name: 'Kaja', code });
    await at(store, 'waiting');
  });

  test('P8: "not for me" voids the link for everybody, and the clinic sees why', async (t) => {
    const it = await invitedBed(t);
    const client = it.world.clientWith({ credentials: invitation(it.token) });
    const store = it.join(client);
    await at(store, 'invited');
    await store.dispatch({ type: 'decline' });
    await at(store, 'declined');
    await assert.rejects(client.session.decline(), { code: 'invite-not-found' });
    const { status, wrongPerson } = await it.seen();
    assert.deepEqual([status, wrongPerson], ['revoked', true]);
    const again = it.join(it.world.clientWith({ credentials: invitation(it.token) }));
    await at(again, 'invited');
    await again.dispatch({ type: 'redeem', name: 'Nogen' });
    assert.equal(again.getState().failure?.code, 'invite-ended');
  });

  test('a decline that does not get through says so, and can be tried again', async (t) => {
    const it = await invitedBed(t);
    const store = it.join(it.world.clientWith({ credentials: invitation(it.token) }));
    await at(store, 'invited');
    it.world.network.fault(({ path }) => path === '/v1/invites/decline', 'lose-request');
    await it.world.advanceUntil(store.dispatch({ type: 'decline' }));
    assert.equal((await failed(store, 'offline')).step, 'invited');
    await store.dispatch({ type: 'decline' });
    await at(store, 'declined');
  });

  test('B9: a revoked guest is told so, and cannot go on', async (t) => {
    const it = await invitedBed(t);
    const store = it.join(
      it.world.clientWith({ credentials: invitation(it.token), deviceId: 'device-of-the-guest' }),
    );
    await at(store, 'invited');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    await at(store, 'waiting');
    await it.doctor.request('invites.revoke', { id: it.invite.id });
    assert.equal((await at(store, 'session-ended')).reason, 'revoked');
    await store.dispatch({ type: 'retry' });
    const { failure } = await at(store, 'invited');
    assert.equal(failure?.code, 'invite-ended', 'nothing to try again: the link is dead');
    assert.equal(failure.phone, undefined, 'the clinic has published none');
  });

  test('a dead link tells where the clinic can be called', async (t) => {
    const it = await invitedBed(t);
    const opening = { open: true, phone: '+4586123456' };
    await it.doctor.request('clinics.opening', { id: 'clinic-lund', body: opening });
    await it.doctor.request('invites.revoke', { id: it.invite.id });
    const store = it.join(it.world.clientWith({ credentials: invitation(it.token) }));
    await at(store, 'invited');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    assert.deepEqual(
      [store.getState().failure?.code, store.getState().failure?.phone],
      ['invite-ended', opening.phone],
    );
  });
});
