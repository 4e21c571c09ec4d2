import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEvents } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

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
}
