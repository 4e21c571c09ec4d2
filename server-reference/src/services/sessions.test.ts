import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { webIds } from '../index.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

test('A1: secrets are 256 random bits without repeats, and their bits are even', () => {
  const seen = new Set<string>();
  let ones = 0;
  const count = 100_000;
  for (let index = 0; index < count; index += 1) {
    const token = webIds.token();
    assert.equal(token.length, 43);
    seen.add(token);
    for (const byte of Buffer.from(token, 'base64url')) {
      for (let bit = byte; bit > 0; bit >>= 1) ones += bit & 1;
    }
  }
  assert.equal(seen.size, count);
  const bits = count * 256;
  assert.ok(Math.abs(ones - bits / 2) < 5 * Math.sqrt(bits / 4), 'monobit');
});

test('A4: whoever signs in next on a device ends what the last one had there', async (t) => {
  const world = await openWorld(t);
  const device = 'one-tablet-for-everybody';
  const first = await world.login('employee', device);
  const elsewhere = await world.login('employee', 'a-device-of-their-own');
  const stream = await openEvents(world, first);
  const second = await world.login('otherEmployee', device);
  assert.notEqual(first.token, second.token);
  assert.equal(await world.refusal('visits.list', { as: first }), 'session-ended');
  await settled(world);
  const last = stream.events.at(-1)?.event;
  assert.deepEqual(last?.type === 'session-ended' && last.reason, 'taken-over');
  assert.equal(stream.closed, true);
  assert.equal((await world.send('visits.list', { as: elsewhere })).status, 200);
  await world.login('otherEmployee', device);
  assert.equal((await world.send('visits.list', { as: second })).status, 200, 'a second tab of one person');
});

test('A2: proving again who one is gives another session, and the one before is over, replayed or not', async (t) => {
  const world = await openWorld(t);
  const first = await world.login('manager');
  const grant = { grant: 'oidc', token: 'manager', replaces: first.token } as const;
  const second = await world.ask('sessions.create', { body: grant });
  assert.notEqual(first.token, second.token);
  assert.equal(await world.refusal('sessions.activity', { as: first }), 'session-ended');
  const third = await world.ask('sessions.create', { body: grant });
  assert.equal((await world.send('sessions.activity', { as: second })).status, 200);
  const stranger = { ...grant, replaces: 'A'.repeat(43) };
  await world.ask('sessions.create', { body: stranger });
  assert.equal((await world.send('sessions.activity', { as: third })).status, 200);
  const refused = { grant: 'oidc', token: 'nobody-we-know', replaces: third.token } as const;
  assert.equal(await world.refusal('sessions.create', { body: refused }), 'login-refused');
  assert.equal(
    (await world.send('sessions.activity', { as: third })).status,
    200,
    'a refused login ends nothing',
  );
});

test('A4: logging out ends the session and its stream at once', async (t) => {
  const world = await openWorld(t);
  const { citizen } = await world.citizenWaits();
  const stream = await openEvents(world, citizen);
  assert.equal((await world.send('sessions.end', { as: citizen })).status, 204);
  await settled(world);
  assert.deepEqual([stream.types.at(-1), stream.closed], ['session-ended', true]);
  assert.equal(await world.refusal('sessions.activity', { as: citizen }), 'session-ended');
});

test('A4: whoever logs out is out of the room too', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  await world.ask('visits.call', { as: doctor, id: visit.id });
  const { ticket, roomId } = await world.ask('visits.ticket', { as: citizen, id: visit.id });
  const { rooms } = world.server.services;
  const changed: string[] = [];
  rooms.onRoomChanged((id) => changed.push(id));
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant && (await rooms.isOpen(grant)));
  await world.send('sessions.end', { as: citizen });
  assert.deepEqual(changed, [roomId]);
  assert.equal(await rooms.isOpen(grant), false);
  assert.equal((await rooms.peers(roomId)).length, 1);
});

for (const kind of storeKinds) {
  test(`A4: whoever loses a device to the next person is out of the room there, signed in elsewhere or not (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const tablet = 'one-tablet-for-everybody';
    const employee = await world.login('employee', tablet);
    await world.login('employee', 'a-device-of-their-own');
    const { id: consentId } = await world.declare(employee);
    const body = { clinicId: 'clinic-lund', reason: 'Hoste', consentId };
    const { id } = await world.ask('visits.join', { as: employee, body });
    await world.ask('visits.call', { as: await world.login('doctor'), id });
    const { ticket } = await world.ask('visits.ticket', { as: employee, id });
    const { rooms } = world.server.services;
    const grant = await world.server.ports.tickets.redeem(ticket);
    assert.ok(grant && (await rooms.isOpen(grant)));
    const closedAfter: boolean[] = [];
    rooms.onRoomChanged(() => closedAfter.push(true));
    await world.login('otherEmployee', tablet);
    assert.deepEqual([await rooms.isOpen(grant), closedAfter], [false, [true]]);
    const members = await rooms.peers(grant.roomId);
    assert.ok(members.every(({ sessionIds }) => !sessionIds.includes(grant.sessionId)));
  });

  test(`A2: a call goes on for whoever proves again, and once more, who they are (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { visit } = await world.citizenWaits();
    const first = await world.login('manager');
    await world.ask('visits.call', { as: first, id: visit.id });
    const { ticket } = await world.ask('visits.ticket', { as: first, id: visit.id });
    const grant = await world.server.ports.tickets.redeem(ticket);
    assert.ok(grant);
    const again = ({ token: replaces }: Session) =>
      world.ask('sessions.create', { body: { grant: 'oidc', token: 'manager', replaces } });
    const third = await again(await again(first));
    assert.equal(await world.server.services.rooms.isOpen(grant), true);
    await world.ask('sessions.end', { as: third });
    assert.equal(await world.server.services.rooms.isOpen(grant), false);
  });
}

const limitsByLogin = { citizen: 120, employee: 300, doctor: 1800 } as const;

for (const kind of storeKinds) {
  for (const [login, seconds] of Object.entries(limitsByLogin) as [keyof typeof limitsByLogin, number][]) {
    test(`A3: a session of a ${login} ends after ${String(seconds)} s without activity, on the ${kind} store`, async (t) => {
      const world = await openWorld(t, kind);
      const session = await world.login(login);
      assert.equal(session.idleSeconds, seconds);
      world.clock.jump((seconds - 1) * 1000);
      await world.ask('sessions.activity', { as: session });
      world.clock.jump((seconds - 1) * 1000);
      await world.ask('sessions.activity', { as: session });
      world.clock.jump(seconds * 1000);
      assert.equal(await world.refusal('sessions.activity', { as: session }), 'session-ended');
    });
  }
}

test('A3: an open stream alone keeps nobody in: warned thirty seconds before, then ended with the reason', async (t) => {
  const world = await openWorld(t);
  const citizen = await world.login('citizen');
  const stream = await openEvents(world, citizen);
  await world.pass(89_000);
  await settled(world);
  assert.deepEqual(stream.types, ['snapshot']);
  await world.pass(2000);
  await settled(world);
  const warning = stream.events.at(-1)?.event;
  assert.deepEqual(warning?.type === 'session-ending' && warning.endsAt, '2026-11-23T08:02:00.000Z');
  await world.pass(30_000);
  await settled(world);
  const end = stream.events.at(-1)?.event;
  assert.deepEqual([end?.type === 'session-ended' && end.reason, stream.closed], ['idle', true]);
});

for (const comesBack of ['from where it was', 'afresh'] as const)
  test(`A3: a stream that comes back ${comesBack}, again and again, keeps nobody in who does nothing`, async (t) => {
    const world = await openWorld(t);
    const employee = await world.login('employee');
    const first = await openEvents(world, employee);
    const headers: Record<string, string> = comesBack === 'afresh' ? {} : { 'last-event-id': first.lastId };
    const back = (): Promise<Response> => {
      const authorization = `Bearer ${employee.token}`;
      return Promise.resolve(
        world.server.app.request('/v1/events', { headers: { authorization, ...headers } }),
      );
    };
    for (let minutes = 1; minutes < 5; minutes += 1) {
      await world.pass(60_000);
      assert.equal((await back()).status, 200);
    }
    await world.pass(60_000);
    assert.equal((await back()).status, 401);
  });

test('A3: idling begins when the visit is over, with and without a stream; staying when warned is one request', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const stream = await openEvents(world, citizen);
  await world.pass(10 * 60_000);
  assert.equal((await world.ask('visits.get', { as: citizen, id: visit.id })).state, 'waiting');
  await world.pass(119_000);
  const doctor = await world.login('doctor');
  await world.ask('visits.remove', { as: doctor, id: visit.id, body: {} });
  await settled(world);
  await world.pass(89_000);
  await settled(world);
  assert.ok(!stream.types.includes('session-ending'), 'two minutes are counted from the end of the visit');
  await world.pass(2000);
  await settled(world);
  assert.equal(stream.types.at(-1), 'session-ending');
  const { endsAt } = await world.ask('sessions.activity', { as: citizen });
  assert.equal(endsAt, new Date(Date.parse(world.clock.now()) + 120_000).toISOString());
  await world.pass(125_000);
  await settled(world);
  const end = stream.events.at(-1)?.event;
  assert.deepEqual(end?.type === 'session-ended' && end.reason, 'idle');
});

test('A3: who waits with the network gone is still signed in when it is back, and the place is theirs', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const stream = await openEvents(world, citizen);
  await stream.leave();
  await world.pass(5 * 60_000);
  assert.equal((await world.ask('visits.get', { as: citizen, id: visit.id })).state, 'waiting');
  await world.ask('visits.leave', { as: citizen, id: visit.id });
  world.clock.jump(120_000);
  assert.equal(await world.refusal('visits.list', { as: citizen }), 'session-ended');
});

test('A3: a consultation is activity for the clinician who has it, and for no colleague', async (t) => {
  const world = await openWorld(t);
  const { citizen, visit } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const colleague = await world.login('colleague');
  const streams = [
    await openEvents(world, doctor, { clinic: 'clinic-lund' }),
    await openEvents(world, colleague, { clinic: 'clinic-lund' }),
  ];
  await world.ask('visits.call', { as: doctor, id: visit.id });
  const { ticket } = await world.ask('visits.ticket', { as: citizen, id: visit.id });
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  await world.pass(31 * 60_000);
  await settled(world);
  const ends = streams.map(
    ({ events }) => events.filter(({ event }) => event.type === 'session-ended').length,
  );
  assert.deepEqual(ends, [0, 1]);
});

test('A3: twelve hours end every session, also of somebody on their own screen, who is else never idle there', async (t) => {
  const world = await openWorld(t);
  const body = { grant: 'oidc', token: 'doctor', device: 'personal' } as const;
  const doctor = await world.ask('sessions.create', { body });
  const stream = await openEvents(world, doctor, { clinic: 'clinic-lund' });
  await world.pass(35 * 60_000);
  await settled(world);
  assert.deepEqual(new Set(stream.types), new Set(['snapshot']));
  world.clock.jump(12 * 3_600_000 - 35 * 60_000 - 31_000);
  await world.pass(1000);
  await settled(world);
  const warning = stream.events.at(-1)?.event;
  assert.deepEqual(warning?.type === 'session-ending' && warning.endsAt, doctor.expiresAt);
  await world.pass(30_000);
  await settled(world);
  const end = stream.events.at(-1)?.event;
  assert.deepEqual(end?.type === 'session-ended' && end.reason, 'expired');
});

test('A3: on a screen that anybody may come to, a clinic’s open page keeps nobody in', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const stream = await openEvents(world, doctor, { clinic: 'clinic-lund' });
  await world.pass(1_770_000);
  await settled(world);
  assert.equal(stream.types.at(-1), 'session-ending');
  await world.pass(35_000);
  await settled(world);
  const end = stream.events.at(-1)?.event;
  assert.deepEqual([end?.type === 'session-ended' && end.reason, stream.closed], ['idle', true]);
});

test('a session token that is none, or of nobody, is refused', async (t) => {
  const world = await openWorld(t);
  const as = await world.login('citizen');
  for (const token of ['', 'short', `${as.token.slice(1)}A`, `${as.token} x`, '../../../etc']) {
    assert.equal(await world.refusal('visits.list', { as: { ...as, token } }), 'unauthenticated');
  }
});
