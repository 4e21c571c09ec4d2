import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signalClose, type Session } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';
import { FakeSocket, ManualTimers } from './signalling.fixtures.test.ts';
import { Signalling } from './signalling.ts';

/** A socket that can be waited for. */
class ClosingSocket extends FakeSocket {
  #tell: (code: number) => void = () => undefined;
  readonly gone = new Promise<number>((resolve) => {
    this.#tell = resolve;
  });

  override close(code: number): void {
    super.close(code);
    this.#tell(code);
  }
}

/** Real signalling on the world's rooms, with the socket of somebody who took a ticket. */
const enterRoom = async (world: World, as: Session, visitId: string): Promise<ClosingSocket> => {
  const { tickets } = world.server.ports;
  const timers = new ManualTimers();
  const signalling = new Signalling({ tickets, members: world.server.services.rooms, timers });
  const { ticket, peerId } = await world.ask('visits.ticket', { as, id: visitId });
  const grant = await signalling.admit({ peerId, ticket });
  assert.ok(grant);
  const socket = new ClosingSocket();
  signalling.accept(grant, socket);
  await world.settled();
  return socket;
};

for (const kind of storeKinds) {
  test(
    `B9: revoking puts a guest out of a consultation at once, and the visit that was theirs is removed (${kind})`,
    { timeout: 20_000 },
    async (t) => {
      const world = await openWorld(t, kind);
      const doctor = await world.login('doctor');
      const { invite, token } = await world.invite(doctor);
      const guest = await world.redeem(token);
      const stream = await openEvents(world, guest);
      await world.ask('visits.call', { as: doctor, id: invite.visitId });
      const socket = await enterRoom(world, guest, invite.visitId);
      assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'in-consultation');
      assert.equal(await world.inviteStatus(doctor, invite.id), 'in-call');

      await world.ask('invites.revoke', { as: doctor, id: invite.id });
      await settled(world);
      assert.equal(await socket.gone, signalClose.roomClosed);
      assert.equal(stream.closed, true);
      assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'removed');
      assert.equal(await world.inviteStatus(doctor, invite.id), 'revoked');
      assert.equal(await world.refusal('visits.ticket', { as: guest, id: invite.visitId }), 'session-ended');
    },
  );

  test(
    `B9: a guest put out of somebody else’s consultation leaves it running (${kind})`,
    { timeout: 20_000 },
    async (t) => {
      const world = await openWorld(t, kind);
      const { visit } = await world.citizenWaits();
      const doctor = await world.login('doctor');
      await world.ask('visits.call', { as: doctor, id: visit.id });
      const { invite, token } = await world.invite(doctor, visit.id);
      const guest = await world.redeem(token);
      await world.ask('visits.admit', {
        as: doctor,
        id: visit.id,
        body: { participantId: invite.participantId },
      });
      const socket = await enterRoom(world, guest, visit.id);
      await world.ask('invites.revoke', { as: doctor, id: invite.id });
      await settled(world);
      assert.equal(await socket.gone, signalClose.refused);
      const running = await world.clinicVisit(doctor, visit.id);
      assert.equal(running.state, 'in-consultation');
      assert.ok(!running.participants.some(({ id }) => id === invite.participantId));
      assert.equal(await world.refusal('visits.get', { as: guest, id: visit.id }), 'session-ended');
    },
  );

  test(`B9: an invitation that was opened lasts as long as its visit, one that was not is sent again (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const recipients = [
      { name: 'May Moberg', phone: '+4520123456', role: 'relative', language: 'da' },
      { name: 'Kaja Hansen', phone: '+4520123457', role: 'interpreter', language: 'da' },
    ] as const;
    const body = { clinicId: 'clinic-lund', recipients } as const;
    const { invites } = await world.ask('invites.send', { as: doctor, body });
    const [here, late] = invites;
    assert.ok(here && late);
    const first = await world.tokenTo('20 12 34 56');
    const second = await world.tokenTo('20 12 34 57');
    const waiting = await world.redeem(first);
    await openEvents(world, waiting);
    await world.settled();
    world.clock.jump(3_600_000);
    await world.pass(2000);
    const now = await world.login('doctor');
    assert.equal(await world.inviteStatus(now, here.id), 'ready', 'still waiting, so not used');
    assert.equal(await world.inviteStatus(now, late.id), 'expired');

    const [again] = (await world.ask('invites.resend', { as: now, id: late.id })).invites;
    await world.settled();
    assert.equal(Date.parse(again?.expiresAt ?? '') - Date.parse(world.clock.now()), 3_600_000);
    const device = 'device-of-the-interpreter';
    const redeemed = { body: { grant: 'invite', token: second, deviceId: device } } as const;
    assert.equal(
      await world.refusal('sessions.create', redeemed),
      'invite-not-found',
      'the old link is void',
    );
    await world.redeem(await world.tokenTo('20 12 34 57'), device, 'Kaja');
    assert.equal(await world.inviteStatus(now, late.id), 'opened');
    assert.equal(await world.refusal('invites.resend', { as: now, id: here.id }), 'invite-used');

    await world.ask('invites.revoke', { as: now, id: here.id });
    const left = await world.clinicVisit(now, here.visitId);
    assert.deepEqual(
      [left.state, left.participants.map(({ name }) => name)],
      ['waiting', ['Kaja']],
      'whoever is left takes the visit on',
    );
    await world.ask('invites.revoke', { as: now, id: late.id });
    assert.equal((await world.clinicVisit(now, here.visitId)).state, 'removed');
    assert.equal(await world.refusal('invites.resend', { as: now, id: late.id }), 'invite-ended');
  });

  for (const reached of ['nobody', 'waiting', 'in-consultation'] as const)
    test(
      `P8: a number written anew belongs to the same visit, with nobody left in it (${reached}, ${kind})`,
      { timeout: 20_000 },
      async (t) => {
        const world = await openWorld(t, kind);
        const doctor = await world.login('doctor');
        const { invite, token } = await world.invite(doctor);
        const stranger = reached === 'nobody' ? undefined : await world.redeem(token, undefined, 'Fremmed');
        if (stranger !== undefined && reached === 'in-consultation') {
          await world.ask('visits.call', { as: doctor, id: invite.visitId });
          await enterRoom(world, stranger, invite.visitId);
        }

        await world.ask('invites.rewrite', { as: doctor, id: invite.id });
        await settled(world);
        assert.equal(await world.inviteStatus(doctor, invite.id), 'revoked');
        const empty = await world.clinicVisit(doctor, invite.visitId);
        assert.deepEqual([empty.state, empty.participants, empty.claim], ['invited', [], undefined]);
        if (stranger !== undefined)
          assert.equal(await world.refusal('visits.list', { as: stranger }), 'session-ended');
        const again = { body: { grant: 'invite', token, deviceId: 'device-of-the-guest' } } as const;
        assert.equal(await world.refusal('sessions.create', again), 'invite-ended');

        const may = { name: 'May Moberg', phone: '+4520123457', role: 'citizen', language: 'da' } as const;
        const body = { clinicId: 'clinic-lund', visitId: invite.visitId, recipients: [may] } as const;
        const [right] = (await world.ask('invites.send', { as: doctor, body })).invites;
        await world.settled();
        assert.equal(right?.visitId, invite.visitId);
        const guest = await world.redeem(
          await world.tokenTo('20 12 34 57'),
          'another-device-entirely',
          'May',
        );
        const { visits } = await world.ask('visits.list', { as: doctor, query: '?clinic=clinic-lund' });
        const seen = visits.map(({ id, state, participants }) => [
          id,
          state,
          participants.map((one) => one.name),
        ]);
        assert.deepEqual(seen, [[invite.visitId, 'waiting', ['May']]]);
        await world.ask('visits.call', { as: doctor, id: invite.visitId });
        await enterRoom(world, guest, invite.visitId);
        assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'in-consultation');
      },
    );

  test(`P8: whoever says that they are the wrong person leaves the visit for the right one (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    await world.ask('invites.decline', { body: { token, deviceId: 'device-of-the-guest' } });
    assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'invited');
    world.clock.jump(4 * 3_600_000);
    await world.pass(2000);
    const later = await world.login('doctor');
    assert.equal((await world.clinicVisit(later, invite.visitId)).state, 'expired', 'but not for ever');
  });
}

test('an invitation whose visit is over is neither sent again nor good for anything', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite } = await world.invite(doctor);
  await world.ask('visits.remove', { as: doctor, id: invite.visitId, body: {} });
  assert.equal(await world.inviteStatus(doctor, invite.id), 'expired');
  assert.equal(await world.refusal('invites.resend', { as: doctor, id: invite.id }), 'invite-ended');
});
