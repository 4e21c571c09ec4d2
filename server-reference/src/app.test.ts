import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@venterum/contract';
import { openWorld, storeKinds } from './server-world.fixtures.test.ts';

const atOnce = 25;

for (const kind of storeKinds) {
  test(`a whole visit on the ${kind} store: join, call, both in the room, end`, async (t) => {
    const world = await openWorld(t, kind);
    const { citizen, visit } = await world.citizenWaits();
    assert.deepEqual([visit.state, visit.position, visit.clinic.name], ['waiting', 1, 'Lægehuset Lund']);

    const doctor = await world.login('doctor');
    const called = await world.ask('visits.call', { as: doctor, id: visit.id });
    assert.equal(called.visit.state, 'called');
    assert.equal(called.access.participantId, called.visit.clinicianParticipant);

    const access = await world.ask('visits.ticket', { as: citizen, id: visit.id });
    assert.equal(access.roomId, called.access.roomId);
    assert.notEqual(access.peerId, called.access.peerId);

    const { tickets } = world.server.ports;
    const { rooms } = world.server.services;
    for (const { ticket } of [called.access, access]) {
      const grant = await tickets.redeem(ticket);
      assert.ok(grant);
      assert.equal(await rooms.isOpen(grant), true);
      await rooms.connected(grant);
    }
    const running = await world.clinicVisit(doctor, visit.id);
    assert.equal(running.state, 'in-consultation');
    assert.deepEqual(
      new Set(running.participants.map(({ peerId }) => peerId)),
      new Set([access.peerId, called.access.peerId]),
    );

    await world.pass(10 * 60_000);
    const ended = await world.ask('visits.end', { as: doctor, id: visit.id, body: { outcome: 'completed' } });
    assert.deepEqual([ended.state, ended.outcome, ended.durationSeconds], ['ended', 'completed', 600]);
    assert.deepEqual(await rooms.peers(access.roomId), []);
  });

  test(`B7: a room is one consultation's: after letting go, the next call opens another, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit } = await world.citizenWaits();
    const doctor = await world.login('doctor');
    const first = await world.ask('visits.call', { as: doctor, id: visit.id });
    const closed: string[] = [];
    world.server.services.rooms.onRoomClosed((roomId) => closed.push(roomId));
    await world.ask('visits.release', { as: doctor, id: visit.id });
    const second = await world.ask('visits.call', { as: doctor, id: visit.id });
    assert.notEqual(first.access.roomId, second.access.roomId);
    assert.deepEqual(closed, [first.access.roomId]);
    const grant = await world.server.ports.tickets.redeem(first.access.ticket);
    assert.ok(grant);
    assert.equal(await world.server.services.rooms.isOpen(grant), false);
  });

  test(`B5: of two clinicians calling at once, exactly one has the visit: 1,000 times on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const employee = await world.login('employee');
    const { id: consentId } = await world.declare(employee);
    const doctor = await world.login('doctor');
    const colleague = await world.login('colleague');
    const body = { clinicId: 'clinic-lund', reason: 'Hoste', consentId };
    const race = async (turn: number): Promise<readonly [string, Session]> => {
      const { id } = await world.ask('visits.join', { as: employee, body });
      const order = turn % 2 === 0 ? [doctor, colleague] : [colleague, doctor];
      const answers = await Promise.all(order.map((as) => world.send('visits.call', { as, id })));
      const won = answers.filter(({ status }) => status === 201);
      const lost = answers.filter(({ problem }) => problem.code === 'claimed-by-other');
      assert.deepEqual([won.length, lost.length], [1, 1]);
      const holder = answers[0]?.status === 201 ? order[0] : order[1];
      assert.ok(holder);
      return [id, holder];
    };
    // Many races at once: the two calls also meet other units, and share commits with them.
    for (let round = 0; round < 1000 / atOnce; round += 1) {
      const holders = new Map(await Promise.all(Array.from({ length: atOnce }, (_, turn) => race(turn))));
      const { visits } = await world.ask('visits.list', { as: doctor });
      assert.equal(visits.length, atOnce);
      for (const visit of visits) {
        assert.ok(visit.view === 'clinic');
        assert.equal(visit.claim?.by, holders.get(visit.id)?.principal.id);
      }
      const end = ([id, as]: readonly [string, Session]) =>
        world.ask('visits.end', { as, id, body: { outcome: 'completed' } });
      await Promise.all([...holders].map(end));
    }
  });
}
