import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Invite, InviteAccess, Session } from '@venterum/contract';
import decodeQr from 'qr/decode.js';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

const guestDevice = 'device-of-the-guest';
const otherDevice = 'device-of-a-stranger';

const byCode = (world: World, code: string, deviceId = guestDevice): Promise<Session> =>
  world.ask('sessions.create', { body: { grant: 'code', code, deviceId, name: 'May' } });

const codeRefusal = (world: World, code: string, deviceId = guestDevice): Promise<string | undefined> =>
  world.refusal('sessions.create', { body: { grant: 'code', code, deviceId } });

const accessOf = (world: World, as: Session, { id }: Invite): Promise<InviteAccess> =>
  world.ask('invites.access', { as, id });

/** The same beginning, and another end each time. */
const wrongLike = (code: string, by: number): string =>
  code.slice(0, 3) + String((Number(code.slice(3)) + by) % 1000).padStart(3, '0');

const listed = async (world: World, as: Session, id: string): Promise<Invite | undefined> => {
  const { invites } = await world.ask('invites.list', { as, query: '?clinic=clinic-lund' });
  return invites.find((one) => one.id === id);
};

/** Black on white, four pixels a module, as a camera would see it. */
const pixelsOf = ({ size, path }: InviteAccess['qr']) => {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
};

for (const kind of storeKinds) {
  test(`a link, its QR and a code are the invitation of the SMS (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    const colleague = await world.login('colleague');
    const { link, qr, code, codePage, codeExpiresAt } = await accessOf(world, colleague, invite);
    assert.equal(link, `https://gaest.example.dk/#${token}`);
    assert.equal(decodeQr(pixelsOf(qr)), link);
    assert.match(code, /^\d{6}$/);
    assert.equal(codePage, 'https://gaest.example.dk/');
    assert.equal(Date.parse(codeExpiresAt) - Date.parse(world.clock.now()), 600_000, 'C4');
    const guest = await byCode(world, code);
    assert.deepEqual([guest.principal.kind, guest.principal.name], ['guest', 'May']);
    assert.equal((await listed(world, doctor, invite.id))?.status, 'opened');
    assert.equal(await world.refusal('invites.access', { as: doctor, id: invite.id }), 'invite-used');
  });

  test(`C3: a code is one device's, which may come by it again as long as the visit lasts (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite } = await world.invite(doctor);
    const { code } = await accessOf(world, doctor, invite);
    const first = await byCode(world, code);
    assert.equal(await codeRefusal(world, code, otherDevice), 'code-unknown');
    await world.pass(700_000);
    const again = await byCode(world, code);
    assert.deepEqual([again.principal.id, again.resumed], [first.principal.id, true]);
    await world.ask('visits.remove', { as: doctor, id: invite.visitId, body: {} });
    assert.equal(await codeRefusal(world, code), 'code-unknown');
  });

  test(`C3: the clinic is told of a second device by code too, which reads as any wrong code (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite } = await world.invite(doctor);
    const { code } = await accessOf(world, doctor, invite);
    await byCode(world, code, otherDevice);
    assert.equal(await codeRefusal(world, code), 'code-unknown');
    assert.equal((await listed(world, doctor, invite.id))?.otherDeviceAt, world.clock.now());
    for (let count = 0; count < 9; count += 1)
      assert.equal(await codeRefusal(world, code), 'code-unknown', 'C4');
    assert.equal(await codeRefusal(world, code), 'limit-reached', 'C4: it counts as any other');
  });

  test(`C4: four wrong ones that begin like a code leave it good (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite } = await world.invite(doctor);
    const spared = await accessOf(world, doctor, invite);
    for (let by = 1; by < 5; by += 1)
      assert.equal(await codeRefusal(world, wrongLike(spared.code, by)), 'code-unknown');
    await byCode(world, spared.code);
  });

  test(`C4: the fifth wrong one voids it, and a new one can be had (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const second = await world.invite(doctor);
    const voided = await accessOf(world, doctor, second.invite);
    for (let by = 1; by < 6; by += 1) await codeRefusal(world, wrongLike(voided.code, by));
    assert.equal(await codeRefusal(world, voided.code), 'code-unknown');
    const renewed = await accessOf(world, doctor, second.invite);
    await byCode(world, renewed.code, 'another-device-here');
  });

  test(`a recipient without a number gets no SMS, and comes by code (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const recipients = [{ name: 'Kaja Hansen', role: 'care-staff', language: 'da' }] as const;
    const { invites } = await world.ask('invites.send', {
      as: doctor,
      body: { clinicId: 'clinic-lund', recipients, test: true },
    });
    const [invite] = invites;
    assert.ok(invite);
    await world.settled();
    assert.equal((await listed(world, doctor, invite.id))?.status, 'issued');
    assert.equal(world.server.outbox.messages().length, 0);
    const { test: marked, origin } = await world.clinicVisit(doctor, invite.visitId);
    assert.deepEqual([marked, origin], [true, 'sms'], 'a test call is marked by invitation too');
    await byCode(world, (await accessOf(world, doctor, invite)).code);
    assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'waiting');
  });

  test(`C3: the clinic is told that a second device was refused (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const stream = await openEvents(world, doctor, { clinic: 'clinic-lund' });
    const { invite, token } = await world.invite(doctor);
    await world.redeem(token);
    assert.equal((await listed(world, doctor, invite.id))?.otherDeviceAt, undefined);
    const body = { grant: 'invite', token, deviceId: otherDevice } as const;
    assert.equal(await world.refusal('sessions.create', { body }), 'invite-used');
    await settled(world);
    const last = stream.events.at(-1)?.event;
    assert.deepEqual(last?.type === 'invite' && last.invite.otherDeviceAt, world.clock.now());
    const told = stream.events.length;
    await world.refusal('sessions.create', { body });
    await settled(world);
    assert.equal(stream.events.length, told, 'once in a while is enough');
  });

  test(`whoever got the link by mistake voids it (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    const guest = await world.redeem(token);
    const decline = (deviceId: string) => world.refusal('invites.decline', { body: { token, deviceId } });
    assert.equal(await decline(otherDevice), 'invite-used', 'nobody is put out by a second device');
    assert.equal(await decline(guestDevice), 'answered 204');
    assert.equal(await decline(guestDevice), 'answered 204', 'twice is once');
    const { status, wrongPerson } = (await listed(world, doctor, invite.id)) ?? {};
    assert.deepEqual([status, wrongPerson], ['revoked', true]);
    assert.equal(await world.refusal('visits.list', { as: guest }), 'session-ended');
    const body = { grant: 'invite', token, deviceId: guestDevice } as const;
    assert.equal(await world.refusal('sessions.create', { body }), 'invite-ended');
    const unknown = { token: 'A'.repeat(22), deviceId: guestDevice };
    assert.equal(await world.refusal('invites.decline', { body: unknown }), 'invite-not-found');
  });
}

test('C4: a code is good for ten minutes, and void when there is a newer one', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite } = await world.invite(doctor);
  const old = await accessOf(world, doctor, invite);
  const { code, codeExpiresAt } = await accessOf(world, doctor, invite);
  if (old.code !== code) assert.equal(await codeRefusal(world, old.code), 'code-unknown');
  await world.pass(Date.parse(codeExpiresAt) - Date.parse(world.clock.now()) - 1);
  await byCode(world, code);
  const late = await world.invite(doctor);
  const last = await accessOf(world, doctor, late.invite);
  await world.pass(600_000);
  assert.equal(await codeRefusal(world, last.code), 'code-unknown');
});

test('C4: a code does not outlive its link', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite } = await world.invite(doctor);
  await world.pass(3_500_000);
  const later = await world.login('doctor');
  assert.equal((await accessOf(world, later, invite)).codeExpiresAt, invite.expiresAt);
  await world.pass(200_000);
  assert.equal(await world.refusal('invites.access', { as: later, id: invite.id }), 'invite-ended');
});

const clinicPhone = '+4586123456';

const publish = (world: World, doctor: Session): Promise<unknown> =>
  world.ask('clinics.opening', { as: doctor, id: 'clinic-lund', body: { open: true, phone: clinicPhone } });

test('a dead link says where to call, as the clinic has published it; one that never was says nothing', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  const told = async (from: string, deviceId = guestDevice) => {
    const { problem } = await world.send('sessions.create', {
      body: { grant: 'invite', token: from, deviceId },
    });
    return [problem.code, problem.phone];
  };
  await world.redeem(token);
  assert.deepEqual(await told(token, otherDevice), ['invite-used', undefined], 'nothing is published');
  await publish(world, doctor);
  assert.deepEqual(await told(token, otherDevice), ['invite-used', clinicPhone]);
  await world.ask('invites.revoke', { as: doctor, id: invite.id });
  assert.deepEqual(await told(token), ['invite-ended', clinicPhone]);
  assert.deepEqual(await told('A'.repeat(22)), ['invite-not-found', undefined]);
  const wrong = await world.invite(doctor);
  await world.ask('invites.decline', { body: { token: wrong.token, deviceId: guestDevice } });
  assert.deepEqual(await told(wrong.token), ['invite-ended', undefined], 'it was for somebody else');
});

test('C4: every refusal of a code reads the same', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  await publish(world, doctor);
  const { invite } = await world.invite(doctor);
  const { code } = await accessOf(world, doctor, invite);
  const answers: string[] = [];
  const note = async (typed: string): Promise<void> => {
    const body = { grant: 'code', code: typed, deviceId: otherDevice } as const;
    const { status, text } = await world.send('sessions.create', { body });
    answers.push(`${String(status)} ${text.replace(/"correlationId":"[^"]+"/, '')}`);
  };
  await note(wrongLike(code, 500));
  await byCode(world, code);
  await note(code);
  await world.ask('invites.revoke', { as: doctor, id: invite.id });
  await note(code);
  assert.equal(new Set(answers).size, 1, answers.join('\n'));
});

test('C4: C9: wrong codes are few from one address, and few altogether', async (t) => {
  const world = await openWorld(t, 'memory', { settings: { trustedProxies: 1 } });
  const tryFrom = async (address: string, code: string) => {
    const { problem } = await world.send('sessions.create', {
      body: { grant: 'code', code, deviceId: guestDevice },
      headers: { 'x-forwarded-for': `198.51.100.7, ${address}` },
    });
    return problem;
  };
  const until = async (next: () => string): Promise<number> => {
    for (let count = 0; count < 1000; count += 1) {
      const { code, retryAfter } = await tryFrom(next(), String(count).padStart(6, '0'));
      if (code === 'limit-reached') {
        assert.ok((retryAfter ?? 0) > 0);
        return count;
      }
    }
    return 1000;
  };
  assert.equal(await until(() => '203.0.113.9'), 10, 'one address');
  assert.equal(await until(() => '2001:db8:1:2::1'), 10);
  assert.equal((await tryFrom('2001:db8:1:2:ffff::2', '123456')).code, 'limit-reached', 'one network');
  let host = 0;
  assert.equal(await until(() => `192.0.2.${String((host += 1))}`), 38, 'forty who had not been wrong');
  assert.equal(world.log.filter(({ event }) => event === 'code-refused').length, 58);
});

test('C4: C9: a few addresses that guess close the door to themselves, not to whoever has a right code', async (t) => {
  const world = await openWorld(t, 'memory', { settings: { trustedProxies: 1 } });
  const from = (address: string) => ({ 'x-forwarded-for': `198.51.100.7, ${address}` });
  const doctor = await world.login('doctor');
  const { code } = await accessOf(world, doctor, (await world.invite(doctor)).invite);
  const wrong = {
    grant: 'code',
    code: wrongLike(code, 1).replace(/^./, '0'),
    deviceId: otherDevice,
  } as const;
  const body = code.startsWith('0') ? { ...wrong, code: `1${wrong.code.slice(1)}` } : wrong;
  for (let count = 0; count < 100; count += 1)
    await world.send('sessions.create', { body, headers: from(`203.0.113.${String(count % 10)}`) });
  assert.equal(world.log.filter(({ event }) => event === 'code-refused').length, 30);
  const right = { grant: 'code', code, deviceId: guestDevice, name: 'May' } as const;
  const guest = await world.ask('sessions.create', { body: right, headers: from('192.0.2.1') });
  assert.equal(guest.principal.kind, 'guest');
});

test('C4: C9: wrong codes at once are as few as one after another, and right ones take nothing', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { code } = await accessOf(world, doctor, (await world.invite(doctor)).invite);
  for (let count = 0; count < 12; count += 1) await byCode(world, code);
  const codes = Array.from({ length: 50 }, (_, index) => wrongLike(code, index + 1));
  const refusals = await Promise.all(codes.map((one) => codeRefusal(world, one, otherDevice)));
  const counted = (word: string): number => refusals.filter((one) => one === word).length;
  assert.deepEqual([counted('code-unknown'), counted('limit-reached')], [10, 40]);
  assert.equal(world.log.filter(({ event }) => event === 'code-refused').length, 10);
});

test('C1: neither token nor code is in the store, in the log, or in what is kept for a retry', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  const headers = { 'idempotency-key': 'show-the-code-once' };
  const first = await world.ask('invites.access', { as: doctor, id: invite.id, headers });
  assert.deepEqual(await world.ask('invites.access', { as: doctor, id: invite.id, headers }), first, 'B12');
  const kept = await world.server.ports.store.read(async (tx) =>
    JSON.stringify([
      await tx.invites.get(invite.id),
      await tx.idempotency.get(doctor.principal.id, headers['idempotency-key']),
    ]),
  );
  for (const secret of [token, first.code]) {
    assert.equal(kept.includes(secret), false);
    assert.equal(JSON.stringify(world.log).includes(secret), false);
  }
});
