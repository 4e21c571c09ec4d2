import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Member, MemberList, Session } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

const id = 'clinic-lund';

const named = ({ members }: MemberList, name: string): Member => {
  const member = members.find((one) => one.name === name);
  assert.ok(member, name);
  return member;
};

const doctorAs = async (world: World, as: Session): Promise<Member> =>
  named(await world.ask('members.list', { as, id }), 'Læge Test Lund');

const withCode = (world: World, code: string, token = 'newcomer'): Promise<Session> =>
  world.ask('sessions.create', { body: { grant: 'oidc', token, memberCode: code } });

for (const kind of storeKinds) {
  test(`the list fills by logging in, in the order of names, and tells who is signed in, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const colleague = await world.login('colleague');
    await world.send('sessions.end', { as: colleague });
    await world.login('stranger');
    const { members } = await world.ask('members.list', { as: doctor, id });
    assert.deepEqual(
      members.map(({ id: _id, ...member }) => member),
      [
        {
          name: 'Læge Test Kollega',
          role: 'doctor',
          status: 'active',
          signedIn: false,
          principalId: colleague.principal.id,
        },
        {
          name: 'Læge Test Lund',
          role: 'doctor',
          status: 'active',
          signedIn: true,
          authorised: true,
          principalId: doctor.principal.id,
        },
      ],
    );
    world.clock.jump(30 * 60_000);
    const { members: later } = await world.ask('members.list', { as: await world.login('manager'), id });
    assert.deepEqual(
      later.map(({ signedIn }) => signedIn),
      [true, false, false],
      'whose time is over is not signed in',
    );
  });

  test(`B2: an authorisation id stays on the server, goes with the login that said it and with who is removed, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const { store } = world.server.ports;
    const manager = await world.login('manager');
    const doctor = await world.login('doctor');
    const kept = () => store.read((tx) => tx.members.ofPrincipal(doctor.principal.id));
    assert.deepEqual(
      (await kept()).map(({ authorisationId }) => authorisationId),
      ['02HJ9'],
    );
    const list = await world.send('members.list', { as: manager, id });
    assert.ok(list.text.includes('"authorised":true') && !list.text.includes('02HJ9'));
    const [member] = await kept();
    assert.ok(member);
    await store.transact((tx) => tx.members.save({ ...member, authorisationId: '02HJ8' }));
    await world.login('doctor');
    assert.equal((await kept())[0]?.authorisationId, '02HJ9');
    await world.ask('members.remove', { as: manager, id, query: `?member=${member.id}` });
    assert.equal((await kept())[0]?.authorisationId, undefined);
  });

  test(`somebody whose login names no clinic is let in by a manager’s code, once, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const manager = await world.login('manager');
    const body = { grant: 'oidc', token: 'newcomer' } as const;
    assert.equal(await world.refusal('sessions.create', { body }), 'membership-required');
    const added = await world.ask('members.add', {
      as: manager,
      id,
      body: { name: 'Vikar', role: 'doctor' },
    });
    assert.deepEqual(
      [added.member.status, added.member.invitedUntil],
      ['invited', '2026-11-30T08:00:00.000Z'],
    );
    const typed = added.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const session = await withCode(world, typed);
    assert.ok(session.principal.kind === 'clinic-staff');
    assert.deepEqual([session.principal.role, session.principal.clinicIds], ['doctor', [id]]);
    assert.ok((await withCode(world, added.code)).token, 'a lost answer is no reason to stay outside');
    for (const token of ['stranger', 'employee']) {
      const again = { grant: 'oidc', token, memberCode: added.code } as const;
      assert.equal(await world.refusal('sessions.create', { body: again }), 'member-code-invalid');
    }
    assert.ok((await world.ask('sessions.create', { body })).token, 'from then on without a code');
    const list = await world.ask('members.list', { as: manager, id });
    assert.equal(named(list, 'Vikar Test').id, added.member.id);
  });
}

test('a code is good for a week, and no other is', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const { code } = await world.ask('members.add', {
    as: manager,
    id,
    body: { name: 'Vikar', role: 'staff' },
  });
  const refusal = (memberCode: string): Promise<string | undefined> =>
    world.refusal('sessions.create', { body: { grant: 'oidc', token: 'newcomer', memberCode } });
  assert.equal(await refusal(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`), 'member-code-invalid');
  world.clock.jump(7 * 24 * 3_600_000);
  assert.equal(await refusal(code), 'member-code-invalid');
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('A5: whoever is removed is out of streams, rooms and requests at once, and comes back by a code alone', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const doctor = await world.login('doctor');
  const { visit } = await world.citizenWaits();
  await world.ask('visits.call', { as: doctor, id: visit.id });
  const { ticket, roomId } = await world.ask('visits.ticket', { as: doctor, id: visit.id });
  const { rooms } = world.server.services;
  const changed: string[] = [];
  rooms.onRoomChanged((room) => changed.push(room));
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant && (await rooms.isOpen(grant)));
  const stream = await openEvents(world, doctor, { clinic: id });
  const { id: member } = await doctorAs(world, manager);
  await world.ask('members.remove', { as: manager, id, query: `?member=${member}` });
  await settled(world);
  const end = stream.events.at(-1)?.event;
  assert.deepEqual([end?.type === 'session-ended' && end.reason, stream.closed], ['revoked', true]);
  assert.deepEqual([changed, await rooms.isOpen(grant)], [[roomId], false]);
  assert.equal(await world.refusal('visits.list', { as: doctor }), 'session-ended');
  const login = { grant: 'oidc', token: 'doctor' } as const;
  assert.equal(await world.refusal('sessions.create', { body: login }), 'membership-required');
  const { code } = await world.ask('members.add', {
    as: manager,
    id,
    body: { name: 'Lund', role: 'doctor' },
  });
  await withCode(world, code, 'doctor');
  assert.ok((await world.ask('sessions.create', { body: login })).token);
});

test('A5: a manager ends one session of a member, or all of them', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const sessions = [await world.login('doctor'), await world.login('doctor'), await world.login('doctor')];
  const { id: member, sessions: listed = [] } = await doctorAs(world, manager);
  assert.equal(listed.length, 3);
  const open = async (): Promise<number> => {
    const answers = await Promise.all(sessions.map((as) => world.send('sessions.activity', { as })));
    return answers.filter(({ status }) => status === 200).length;
  };
  const one = { member, session: listed[0]?.id ?? '' };
  await world.ask('members.signout', { as: manager, id, body: one });
  assert.equal(await open(), 2);
  const { members } = await world.ask('members.signout', { as: manager, id, body: { member } });
  assert.equal(await open(), 0);
  assert.equal(named({ members }, 'Læge Test Lund').signedIn, false);
  assert.ok((await world.login('doctor')).token, 'signed out is not removed');
});

test('A2: another role means another session, and holds whatever the login says', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const doctor = await world.login('doctor');
  const { id: member } = await doctorAs(world, manager);
  await world.ask('members.change', { as: manager, id, body: { member, role: 'doctor' } });
  await world.ask('members.list', { as: doctor, id });
  await world.ask('members.change', { as: manager, id, body: { member, role: 'manager' } });
  assert.equal(await world.refusal('members.list', { as: doctor, id }), 'session-ended');
  const { principal } = await world.login('doctor');
  assert.ok(principal.kind === 'clinic-staff');
  assert.equal(principal.role, 'manager');
});

test('a manager who was taken off or down by another cannot do it to themselves: one is always left', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const { id: member } = named(await world.ask('members.list', { as: manager, id }), 'Leder Test Lund');
  const body = { member, role: 'staff' } as const;
  assert.equal(await world.refusal('members.change', { as: manager, id, body }), 'member-self');
  const query = `?member=${member}`;
  assert.equal(await world.refusal('members.remove', { as: manager, id, query }), 'member-self');
});

test('B1: a role is for one clinic: who manages one and works in another manages the one alone', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('otherManager');
  const { code } = await world.ask('members.add', {
    as: manager,
    id: 'clinic-mark',
    body: { name: 'Leder Test Lund', role: 'staff' },
  });
  const both = await withCode(world, code, 'manager');
  const body = { name: 'Ny', role: 'staff' } as const;
  assert.equal(await world.refusal('members.add', { as: both, id: 'clinic-mark', body }), 'forbidden');
  assert.equal((await world.send('members.add', { as: both, id, body })).status, 201);
});

test('B1: a member of one clinic is nobody in another’s list, also by id', async (t) => {
  const world = await openWorld(t);
  await world.login('doctor');
  const manager = await world.login('manager');
  const foreign = await world.login('otherManager');
  const { id: member } = await doctorAs(world, manager);
  const asked = { as: foreign, id: 'clinic-mark' } as const;
  const role = 'staff' as const;
  assert.equal(
    await world.refusal('members.change', { ...asked, body: { member, role } }),
    'member-not-found',
  );
  assert.equal(await world.refusal('members.signout', { ...asked, body: { member } }), 'member-not-found');
  assert.equal(
    await world.refusal('members.remove', { ...asked, query: `?member=${member}` }),
    'member-not-found',
  );
});

test('B2: where members are signed in is for managers alone', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const manager = await world.login('manager');
  await world.ask('members.add', { as: manager, id, body: { name: 'Vikar', role: 'staff' } });
  const { members } = await world.ask('members.list', { as: doctor, id });
  assert.ok(members.every((one) => one.sessions === undefined && one.invitedUntil === undefined));
  assert.equal((await doctorAs(world, manager)).sessions?.length, 1);
});

test('A14: who changes the list has proved who they are within a quarter of an hour', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  const body = { name: 'Vikar', role: 'staff' } as const;
  await world.pass(15 * 60_000);
  await world.ask('members.add', { as: manager, id, body });
  world.clock.jump(1);
  const { problem, headers } = await world.send('members.add', { as: manager, id, body });
  assert.equal(problem.code, 'sign-in-again');
  assert.equal(
    headers.get('www-authenticate'),
    'Bearer error="insufficient_user_authentication", max_age="900"',
  );
  await world.ask('members.list', { as: manager, id });
  const token = `manager@${world.clock.now()}`;
  const again = await world.ask('sessions.create', { body: { grant: 'oidc', token } });
  await world.ask('members.add', { as: again, id, body });
});

test('a clinic the login names no more is left, unless the clinic itself has put them on its list', async (t) => {
  const world = await openWorld(t);
  const { store } = world.server.ports;
  const { principal } = await world.login('newcomer').catch(() => world.login('doctor'));
  const stale = { id: 'stale', clinicId: 'clinic-eng', name: 'Læge Test Lund', role: 'doctor' } as const;
  const place = { ...stale, status: 'active', principalId: principal.id, roleBy: 'login' } as const;
  await store.transact((tx) => tx.members.save({ ...place, addedBy: 'login' }));
  const now = (await world.login('doctor')).principal;
  assert.deepEqual(now.kind === 'clinic-staff' && now.clinicIds, [id]);
  assert.equal(await store.read((tx) => tx.members.get('stale')), undefined);
  await store.transact((tx) => tx.members.save({ ...place, addedBy: 'clinic' }));
  const then = (await world.login('doctor')).principal;
  assert.deepEqual(then.kind === 'clinic-staff' && then.clinicIds, [id, 'clinic-eng']);
});

test('a list has an end', async (t) => {
  const world = await openWorld(t);
  const manager = await world.login('manager');
  await world.server.ports.store.transact(async (tx) => {
    for (let index = 0; index < 199; index += 1) {
      const place = { id: `member-${String(index)}`, clinicId: id, name: `Vikar ${String(index)}` };
      await tx.members.save({
        ...place,
        role: 'staff',
        status: 'invited',
        addedBy: 'clinic',
        roleBy: 'clinic',
      });
    }
  });
  const body = { name: 'En for meget', role: 'staff' } as const;
  assert.equal(await world.refusal('members.add', { as: manager, id, body }), 'limit-reached');
});
