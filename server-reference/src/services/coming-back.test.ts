import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Session } from '@venterum/contract';
import { openEvents } from '../event-reader.fixtures.test.ts';
import type { TicketGrant } from '../index.ts';
import { openWorld, storeKinds, type StoreKind, type World } from '../server-world.fixtures.test.ts';

const enter = async (world: World, as: Session, id: string): Promise<TicketGrant> => {
  const { ticket } = await world.ask('visits.ticket', { as, id });
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  return grant;
};

/** A relative in a citizen's call, with the page open; `status` tells how far the clinic sees the invitation. */
const relativeInCall = async (t: TestContext, kind: StoreKind) => {
  const world = await openWorld(t, kind);
  const doctor = await world.login('doctor');
  const { visit, citizen } = await world.citizenWaits();
  const { invite, token } = await world.invite(doctor, visit.id);
  const { id } = visit;
  await world.ask('visits.call', { as: doctor, id });
  await enter(world, citizen, id);
  const relative = await world.redeem(token);
  const stream = await openEvents(world, relative);
  const admit = () =>
    world.ask('visits.admit', { as: doctor, id, body: { participantId: invite.participantId } });
  await admit();
  const grant = await enter(world, relative, id);
  const status = () => world.inviteStatus(doctor, invite.id);
  assert.equal(await status(), 'in-call');
  return { world, doctor, invite, token, id, relative, stream, admit, grant, status };
};

for (const kind of storeKinds) {
  test(`C3: whoever came along, went, and taps the link again stands at the door again (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { visit } = await world.citizenWaits();
    const { token } = await world.invite(doctor, visit.id);
    await world.ask('visits.call', { as: doctor, id: visit.id });
    const relative = await world.redeem(token);
    assert.equal((await world.ask('visits.leave', { as: relative, id: visit.id })).state, 'left');
    assert.deepEqual((await world.ask('visits.list', { as: relative })).visits, []);

    const again = await world.redeem(token);
    const [back] = (await world.ask('visits.list', { as: again })).visits;
    assert.deepEqual(
      back?.participants.map(({ name, role, admitted }) => [name, role, admitted]),
      [['May', 'relative', false]],
    );
    assert.equal(await world.refusal('visits.ticket', { as: again, id: visit.id }), 'not-admitted', 'B8');
  });

  test(`only whoever was in the call is said to have been (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    const guest = await world.redeem(token);
    await openEvents(world, guest);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'ready');
    await world.ask('visits.leave', { as: guest, id: invite.visitId });
    assert.equal(await world.inviteStatus(doctor, invite.id), 'expired');
  });

  test(`whoever came along and left is not said to be in the call, and is again once back (${kind})`, async (t) => {
    const { world, doctor, token, id, relative, stream, admit, status } = await relativeInCall(t, kind);
    await world.ask('visits.leave', { as: relative, id });
    assert.equal(await status(), 'opened');
    await stream.leave();
    await world.pass(6000);
    assert.equal(await status(), 'opened');
    const again = await world.redeem(token);
    assert.equal(await status(), 'opened', 'the page says more once it is there');
    await openEvents(world, again);
    assert.equal(await status(), 'ready');
    await admit();
    await enter(world, again, id);
    assert.equal(await status(), 'in-call');
    await world.ask('visits.leave', { as: again, id });
    await world.ask('visits.end', { as: doctor, id, body: { outcome: 'completed' } });
    assert.equal(await status(), 'used', 'has been in the call, whoever went first');
  });

  test(`a page that is open after somebody left does not make them ready (${kind})`, async (t) => {
    const { world, id, relative, stream, status } = await relativeInCall(t, kind);
    await world.ask('visits.leave', { as: relative, id });
    await stream.leave();
    await openEvents(world, relative);
    await world.settled();
    assert.equal(await status(), 'opened');
  });

  test(`a guest whose page is closed in the call is gone, whatever ends first (${kind})`, async (t) => {
    const socketFirst = await relativeInCall(t, kind);
    await socketFirst.world.server.services.rooms.disconnected(socketFirst.grant);
    assert.equal(await socketFirst.status(), 'in-call', 'the page is open, and comes back by itself');
    await socketFirst.stream.leave();
    await socketFirst.world.pass(6000);
    assert.equal(await socketFirst.status(), 'opened');

    const streamFirst = await relativeInCall(t, kind);
    await streamFirst.stream.leave();
    await streamFirst.world.pass(6000);
    assert.equal(await streamFirst.status(), 'in-call', 'still connected');
    await streamFirst.world.server.services.rooms.disconnected(streamFirst.grant);
    assert.equal(await streamFirst.status(), 'opened');
  });

  test(`a guest who is sent back to the door is ready, and no longer in the call (${kind})`, async (t) => {
    const { world, doctor, id, invite, admit, status } = await relativeInCall(t, kind);
    await world.ask('visits.dismiss', { as: doctor, id, body: { participantId: invite.participantId } });
    assert.equal(await status(), 'ready');
    await admit();
    assert.equal(await status(), 'ready', 'not in the room yet');
  });

  test(`a guest who waits is ready while the page is open (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    const guest = await world.redeem(token);
    const stream = await openEvents(world, guest);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'ready');
    await stream.leave();
    await world.pass(4000);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'ready', 'a reload is no absence');
    await world.pass(2000);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'opened');
    await openEvents(world, guest);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'ready');
  });
}
