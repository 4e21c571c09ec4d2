import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantPlus } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';
import { fitsInOneSms, inviteLink, inviteText } from './invite-messages.ts';

const gsm7 = /^[A-Za-z0-9 @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/;

for (const kind of storeKinds) {
  test(`a guest: delivered, opened, ready, in the call, used, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    await world.settled();
    assert.equal(await world.inviteStatus(doctor, invite.id), 'delivered');
    assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'invited');

    const guest = await world.redeem(token);
    assert.deepEqual([guest.principal.kind, guest.principal.name, guest.idleSeconds], ['guest', 'May', 120]);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'opened');
    const waiting = await world.clinicVisit(doctor, invite.visitId);
    assert.deepEqual(
      [waiting.state, waiting.origin, waiting.participants[0]?.name],
      ['waiting', 'sms', 'May'],
    );
    await openEvents(world, guest);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'ready');

    await world.ask('visits.call', { as: await world.login('colleague'), id: invite.visitId });
    const { ticket } = await world.ask('visits.ticket', { as: guest, id: invite.visitId });
    const grant = await world.server.ports.tickets.redeem(ticket);
    assert.ok(grant);
    await world.server.services.rooms.connected(grant);
    assert.equal(await world.inviteStatus(doctor, invite.id), 'in-call');
    await world.ask('visits.end', {
      as: await world.login('colleague'),
      id: invite.visitId,
      body: { outcome: 'completed' },
    });
    assert.equal(await world.inviteStatus(doctor, invite.id), 'used');
  });

  test(`C3: one link, one device, as long as the visit lasts, on the ${kind} store`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const { invite, token } = await world.invite(doctor);
    const refusal = (deviceId: string) =>
      world.refusal('sessions.create', { body: { grant: 'invite', token, deviceId } });
    const first = await world.redeem(token);
    assert.equal(await refusal('another-device-entirely'), 'invite-used');
    const again = await world.redeem(token);
    assert.equal(again.principal.id, first.principal.id);
    assert.deepEqual([first.resumed, again.resumed], [undefined, true]);
    assert.equal(await world.refusal('visits.list', { as: first }), 'session-ended', 'A2');
    await world.ask('visits.remove', { as: doctor, id: invite.visitId, body: {} });
    assert.equal(await refusal('device-of-the-guest'), 'invite-ended');
  });
}

test('C1: the token has 128 bits, is in the message, and nowhere in the store', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { token, invite } = await world.invite(doctor);
  assert.equal(Buffer.from(token, 'base64url').length, 16);
  const kept = await world.server.ports.store.read((tx) => tx.invites.get(invite.id));
  assert.equal(JSON.stringify(kept).includes(token), false);
  assert.equal(JSON.stringify(invite).includes(token), false, 'nor in the answer to the sender');
  assert.equal(JSON.stringify(world.log).includes(token), false);
});

/** Those that look at a link before a person does. */
const previewers = [
  'WhatsApp/2.24',
  'Slackbot-LinkExpanding 1.0',
  'facebookexternalhit/1.1',
  'Twitterbot/1.0',
  'TelegramBot (like TwitterBot)',
  'SkypeUriPreview Preview/0.5',
  'LinkedInBot/1.0',
  'Googlebot/2.1',
  'Microsoft Office Protocol Discovery',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) LinkPresentation',
];

test('C2: 50 looks at the link by ten kinds of preview change nothing, and one tap redeems it', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  await world.settled();
  const looks = [
    ['GET', '/v1/config'],
    ['GET', `/v1/invites/${token}`],
    ['GET', `/?${token}`],
    ['GET', '/v1/sessions'],
    ['HEAD', `/v1/sessions?token=${token}`],
  ] as const;
  for (const agent of previewers)
    for (const [method, path] of looks)
      await world.server.app.request(path, { method, headers: { 'user-agent': agent } });
  assert.equal(await world.inviteStatus(doctor, invite.id), 'delivered');
  await world.redeem(token);
  assert.equal(await world.inviteStatus(doctor, invite.id), 'opened');
});

test('C4: a link is good for an hour, and the visit it stood for expires with it', async (t) => {
  const world = await openWorld(t);
  const login = { grant: 'oidc', token: 'doctor', device: 'personal' } as const;
  const doctor = await world.ask('sessions.create', { body: login });
  await openEvents(world, doctor, { clinic: 'clinic-lund' });
  const { invite, token } = await world.invite(doctor);
  assert.equal(Date.parse(invite.expiresAt) - Date.parse(invite.sentAt), 3_600_000);
  await world.pass(3_599_000);
  assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'invited');
  await world.pass(2000);
  const body = { grant: 'invite', token, deviceId: 'device-of-the-guest' } as const;
  assert.equal(await world.refusal('sessions.create', { body }), 'invite-ended');
  assert.equal(await world.inviteStatus(doctor, invite.id), 'expired');
  assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'expired');
});

test('C5: C6: the message is one SMS without anything personal, its token in the fragment', () => {
  const page = 'https://gaest.venteværelse.example.dk/'.replace('æ', 'ae');
  for (const language of ['da', 'en'] as const) {
    const text = inviteText(language, inviteLink(page, 'A-_'.repeat(7) + 'A'));
    assert.ok(text.length <= 160, `${language}: ${String(text.length)}`);
    assert.match(text, gsm7);
    assert.match(text, /#[A-Za-z0-9_-]{22}$/);
  }
  assert.equal(fitsInOneSms(page), true);
  assert.equal(fitsInOneSms(`https://${'x'.repeat(90)}.dk/`), false);
});

test('C6: what is sent names neither sender, recipient nor clinic', async (t) => {
  const world = await openWorld(t);
  await world.invite(await world.login('doctor'));
  const [message] = world.server.outbox.messages();
  assert.equal(message?.to, '20 12 34 56');
  assert.doesNotMatch(message.text, /May|Moberg|Lund|Læge Test|clinic/);
});

test('C9: so many messages to one number and no more', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  for (let count = 0; count < 5; count += 1) await world.invite(doctor);
  const body = {
    clinicId: 'clinic-lund',
    recipients: [{ name: 'May Moberg', phone: '+4520123456', role: 'relative', language: 'da' }],
  } as const;
  const { problem, headers } = await world.send('invites.send', { as: doctor, body });
  assert.equal(problem.code, 'limit-reached');
  assert.ok(Number(headers.get('retry-after')) > 0);
  assert.equal(world.server.outbox.messages().length, 5);
});

for (const when of ['called', 'still waiting'] as const)
  test(`C9: six people with a device are in a visit that is ${when} and no more, which is no matter of messages`, async (t) => {
    const world = await openWorld(t);
    const doctor = await world.login('doctor');
    const { visit } = await world.citizenWaits();
    // Whoever will call them is one of the six.
    if (when === 'called') await world.ask('visits.call', { as: doctor, id: visit.id });
    const bodyFor = (first: number, count: number) => ({
      clinicId: 'clinic-lund',
      visitId: visit.id,
      recipients: Array.from({ length: count }, (_, index) => ({
        name: 'May Moberg',
        phone: `+452012345${String(first + index)}`,
        role: 'relative' as const,
        language: 'da' as const,
      })),
    });
    const { problem, headers } = await world.send('invites.send', { as: doctor, body: bodyFor(0, 5) });
    assert.deepEqual([problem.code, headers.get('retry-after')], ['visit-full', null]);
    assert.equal(world.server.outbox.messages().length, 0);
    const { invites } = await world.ask('invites.send', { as: doctor, body: bodyFor(0, 4) });
    assert.equal(invites.length, 4);
    assert.equal(await world.refusal('invites.send', { as: doctor, body: bodyFor(4, 1) }), 'visit-full');
  });

test('resending voids the old link and sends a new one; a link that was opened is not resent', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  await world.ask('invites.resend', { as: await world.login('colleague'), id: invite.id });
  const fresh = await world.tokenTo('20 12 34 56');
  assert.notEqual(fresh, token);
  const body = { grant: 'invite', token, deviceId: 'device-of-the-guest' } as const;
  assert.equal(await world.refusal('sessions.create', { body }), 'invite-not-found');
  await world.redeem(fresh);
  assert.equal(await world.refusal('invites.resend', { as: doctor, id: invite.id }), 'invite-used');
});

test('revoking voids the link and puts out whoever came by it', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invite, token } = await world.invite(doctor);
  const guest = await world.redeem(token);
  const stream = await openEvents(world, guest);
  await world.ask('invites.revoke', { as: doctor, id: invite.id });
  await settled(world);
  const last = stream.events.at(-1)?.event;
  assert.deepEqual(last?.type === 'session-ended' && last.reason, 'revoked');
  assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'removed');
  assert.equal(await world.refusal('invites.revoke', { as: doctor, id: invite.id }), 'invite-ended');
  const body = { grant: 'invite', token, deviceId: 'device-of-the-guest' } as const;
  assert.equal(await world.refusal('sessions.create', { body }), 'invite-ended');
});

test('several recipients share one visit; whoever comes along can go again', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const body = {
    clinicId: 'clinic-lund',
    recipients: [
      { name: 'May Moberg', phone: '+4520123456', role: 'relative', language: 'da' },
      { name: 'Kaja Hansen', phone: '+4520123457', role: 'interpreter', language: 'da' },
    ],
  } as const;
  const { invites } = await world.ask('invites.send', { as: doctor, body });
  assert.equal(new Set(invites.map(({ visitId }) => visitId)).size, 1);
  const first = await world.tokenTo('20 12 34 56');
  const second = await world.tokenTo('20 12 34 57');
  const guest = await world.redeem(first);
  const interpreter = await world.redeem(second, 'device-of-the-interpreter', 'Kaja');
  const id = invites[0]?.visitId ?? '';
  const own = await world.ask('visits.get', { as: interpreter, id });
  assert.deepEqual(
    own.participants.map(({ name }) => name),
    ['Kaja'],
    'nobody else before being let in',
  );
  assert.equal((await world.ask('visits.leave', { as: interpreter, id })).state, 'left');
  assert.equal(await world.refusal('visits.get', { as: interpreter, id }), 'visit-not-found');
  assert.equal((await world.ask('visits.get', { as: guest, id })).state, 'waiting');
});

for (const kind of storeKinds)
  test(`C4: nobody comes by a link, QR or code before its time (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const agreedAt = instantPlus(world.clock.now(), 6 * 24 * 3_600_000);
    const recipients = [{ name: 'Kaja Hansen', role: 'citizen', language: 'da' }] as const;
    const body = { clinicId: 'clinic-lund', recipients, agreedAt } as const;
    const [invite] = (await world.ask('invites.send', { as: doctor, body })).invites;
    assert.ok(invite);
    const { link, code } = await world.ask('invites.access', { as: doctor, id: invite.id });
    const token = link.split('#')[1] ?? '';
    const deviceId = 'device-of-the-guest';
    const seconds = (Date.parse(invite.sentAt) - Date.parse(world.clock.now())) / 1000;
    for (const grant of [
      { grant: 'invite', token, deviceId },
      { grant: 'code', code, deviceId },
    ] as const) {
      const { problem, headers } = await world.send('sessions.create', { body: grant });
      assert.deepEqual([problem.code, problem.retryAfter], ['invite-early', seconds]);
      assert.equal(headers.get('retry-after'), String(seconds));
    }
    assert.equal((await world.clinicVisit(doctor, invite.visitId)).state, 'invited', 'in no queue');
    assert.equal(await world.inviteStatus(doctor, invite.id), 'issued');
    world.clock.jump(seconds * 1000 - 1);
    const grant = { grant: 'invite', token, deviceId } as const;
    assert.equal(await world.refusal('sessions.create', { body: grant }), 'invite-early');
    world.clock.jump(1);
    assert.equal((await world.redeem(token)).principal.kind, 'guest');
    const waiting = await world.clinicVisit(await world.login('doctor'), invite.visitId);
    assert.deepEqual([waiting.state, waiting.agreedAt], ['waiting', agreedAt]);
  });

test('P6: an agreed time is told to the guest and to the clinic, whether they come before it, at it or late', async (t) => {
  for (const minutesLate of [-10, 0, 20]) {
    const world = await openWorld(t);
    const agreedAt = instantPlus(world.clock.now(), 30 * 60_000);
    const recipients = [
      { name: 'May Moberg', phone: '+4520123457', role: 'citizen', language: 'da' },
    ] as const;
    const body = { clinicId: 'clinic-lund', recipients, agreedAt } as const;
    const sent = await world.ask('invites.send', { as: await world.login('doctor'), body });
    await world.pass(15 * 60_000 + 1000);
    world.clock.jump((15 + minutesLate) * 60_000 - 1000);
    const guest = await world.redeem(await world.tokenTo('20 12 34 57'));
    const id = sent.invites[0]?.visitId ?? '';
    assert.deepEqual(
      sent.invites.map((one) => one.agreedAt),
      [agreedAt],
    );
    assert.equal((await world.ask('visits.get', { as: guest, id })).agreedAt, agreedAt);
    assert.equal((await world.clinicVisit(await world.login('colleague'), id)).agreedAt, agreedAt);
  }
});
