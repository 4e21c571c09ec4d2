import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clientClock, FakeClock, settle, stateWhere } from '@venterum/testing';
import { hostToken } from '../credentials/host-token.ts';
import { invitation } from '../credentials/invitation.ts';
import { ProblemError } from '../problem-error.ts';
import type { JoinState } from './join-state.ts';
import { at, bed, callFirst, failed, nancy, queued } from './join-store.fixtures.test.ts';

describe('createJoinStore: who is there', () => {
  test('J3: a guest gives a first name, waits at the door, and is let in', async (t) => {
    const it = await bed(t);
    const { world, doctor } = it;
    const body = {
      clinicId: 'clinic-lund',
      recipients: [{ name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' }],
    } as const;
    await doctor.request('invites.send', { body });
    const token = await world.lastToken();
    const client = world.clientWith({ credentials: invitation(token), deviceId: 'device-of-the-guest' });
    const store = it.join(client);
    assert.equal((await at(store, 'invited')).redeeming, false);
    assert.equal(world.network.to('POST', '/v1/sessions').length, 1, 'C2: only the doctor’s own');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    const { kind, visit, joined } = await at(store, 'waiting');
    assert.deepEqual([kind, joined], ['guest', visit.id]);
    await callFirst(doctor);
    await at(store, 'called');
    const stranger = it.join(
      world.clientWith({ credentials: invitation(token), deviceId: 'device-of-a-stranger' }),
    );
    await at(stranger, 'invited');
    await stranger.dispatch({ type: 'redeem', name: 'Nogen' });
    assert.equal(stranger.getState().failure?.code, 'invite-used', 'C3');
    assert.equal(stranger.getState().step, 'invited');
    const again = it.join(
      world.clientWith({ credentials: invitation(token), deviceId: 'device-of-the-guest' }),
    );
    await at(again, 'invited');
    await again.dispatch({ type: 'redeem', name: 'Kaja' });
    const resumed = await at(again, 'called');
    assert.deepEqual(
      [resumed.visit.id, resumed.joined],
      [visit.id, undefined],
      'C3: the same place, not a new one',
    );
  });

  test('C3: a place whose first answer was lost is new when it is asked for again', async (t) => {
    const it = await bed(t);
    const { world, doctor } = it;
    const recipients = [
      { name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' },
    ] as const;
    await doctor.request('invites.send', { body: { clinicId: 'clinic-lund', recipients } });
    const token = await world.lastToken();
    const store = it.join(world.clientWith({ credentials: invitation(token) }));
    await at(store, 'invited');
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/sessions', 'lose-answer', 3);
    await world.advanceUntil(store.dispatch({ type: 'redeem', name: 'Kaja' }));
    await failed(store, 'offline');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    const { visit, joined } = await at(store, 'waiting');
    assert.equal(joined, visit.id);
  });

  test('B8: a guest of a visit under way waits at the door until let in', async (t) => {
    const it = await bed(t);
    const { world, doctor } = it;
    await queued(it);
    const { visit } = await callFirst(doctor);
    const recipients = [
      { name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' },
    ] as const;
    const body = { clinicId: 'clinic-lund', visitId: visit.id, recipients } as const;
    await doctor.request('invites.send', { body });
    const token = await world.lastToken();
    const store = it.join(world.clientWith({ credentials: invitation(token) }));
    await at(store, 'invited');
    await store.dispatch({ type: 'redeem', name: 'Kaja' });
    const { visit: seen } = await at(store, 'waiting');
    assert.equal(seen.state, 'called');
    await doctor.request('visits.admit', { id: visit.id, body: { participantId: seen.me } });
    await at(store, 'called');
  });

  test('A4: signing out ends the session on the server and shows nothing of it here', async (t) => {
    const it = await bed(t);
    const [store] = await queued(it);
    await store.dispatch({ type: 'set-reason', reason: 'Hemmeligt' });
    await store.dispatch({ type: 'sign-out' });
    const ended = await at(store, 'session-ended');
    assert.equal(ended.reason, 'logged-out');
    assert.equal(ended.kind, undefined);
    assert.equal(ended.draft.reason, '');
    assert.equal(it.world.network.to('DELETE', '/v1/sessions/current').length, 1);
    await store.dispatch({ type: 'retry' });
    await at(store, 'waiting');
  });

  test('P11: the next user of the device ends the session here', async (t) => {
    const it = await bed(t);
    const deviceId = 'shared-tablet-in-lund';
    const store = it.join(it.world.client('employee', { deviceId }), nancy);
    await at(store, 'ready');
    await it.world.client('otherEmployee', { deviceId }).session.ensure();
    assert.equal((await at(store, 'session-ended')).reason, 'taken-over');
  });

  test('warns before the session ends, and staying takes the warning back', async (t) => {
    const it = await bed(t);
    const store = it.join(it.world.client('employee'), nancy);
    await at(store, 'ready');
    await it.world.advance(280_000);
    await stateWhere(store, (state): state is JoinState => state.sessionEndsAt !== undefined);
    await store.dispatch({ type: 'stay-signed-in' });
    assert.equal(store.getState().sessionEndsAt, undefined);
    await it.world.advance(60_000);
    assert.equal(store.getState().step, 'ready');
  });

  test('signs in with a provider, and giving up is no end', async (t) => {
    const it = await bed(t);
    let isWilling = false;
    let signedIn = false;
    const client = it.world.clientWith({
      credentials: {
        kind: 'login',
        grant: ({ deviceId }) =>
          Promise.resolve(signedIn ? { grant: 'oidc', token: 'employee', deviceId } : undefined),
        signIn: () => {
          signedIn = isWilling;
          return isWilling ? Promise.resolve() : Promise.reject(new ProblemError('login-cancelled'));
        },
        forget: () => {
          signedIn = false;
          return Promise.resolve();
        },
      },
    });
    const store = it.join(client, nancy);
    const { providers } = await at(store, 'signed-out');
    assert.deepEqual(
      providers.map(({ id }) => id),
      ['municipal'],
    );
    await store.dispatch({ type: 'sign-in', providerId: 'municipal' });
    assert.equal(store.getState().failure?.code, 'login-cancelled');
    assert.equal(store.getState().step, 'signed-out');
    isWilling = true;
    await store.dispatch({ type: 'sign-in', providerId: 'municipal' });
    await at(store, 'ready');
    await store.dispatch({ type: 'set-reason', reason: 'Hemmeligt' });
    await store.dispatch({ type: 'sign-out' });
    assert.equal((await at(store, 'signed-out')).draft.reason, '', 'A4');
    assert.equal(signedIn, false);
  });

  test('F11: without a server it says so, and comes by itself', async (t) => {
    const it = await bed(t);
    it.world.network.offline = true;
    const store = it.join(it.world.client('employee'), nancy);
    while (store.getState().step !== 'unavailable') await it.world.advance(500);
    const { since, retries } = await at(store, 'unavailable');
    await it.world.advance(30_000);
    assert.partialDeepStrictEqual(await failed(store, 'offline'), { step: 'unavailable', since, retries });
    assert.equal(retries, true);
    it.world.network.offline = false;
    await it.world.advance(6000);
    await at(store, 'ready');
    assert.equal(store.getState().failure, undefined);
  });

  test('a refused login says so', async (t) => {
    const it = await bed(t);
    const client = it.world.clientWith({ credentials: hostToken(() => Promise.resolve('nobody')) });
    const store = it.join(client, nancy);
    assert.partialDeepStrictEqual(await failed(store, 'login-refused'), {
      step: 'unavailable',
      retries: false,
    });
  });

  test('E11: disposed, it leaves no timer and no listener', async (t) => {
    const it = await bed(t);
    const clock = new FakeClock();
    const store = it.join(it.world.client('employee', { clock: clientClock(clock) }), nancy);
    await at(store, 'ready');
    assert.ok(clock.timers > 0);
    store.dispose();
    store.dispose();
    await clock.advance(1, settle);
    assert.equal(clock.timers, 0);
  });
});
