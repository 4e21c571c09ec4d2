import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Invite, Session } from '@venterum/contract';
import { openEvents, settled } from '../event-reader.fixtures.test.ts';
import type { SmsAnswer, SmsMessage } from '../index.ts';
import { openWorld, storeKinds, type StoreKind, type World } from '../server-world.fixtures.test.ts';

/** A gateway that answers what a test wants, one answer after another; the last one stays. */
const scripted = (honoursAttempts: boolean, ...answers: (SmsAnswer | Error)[]) => {
  const sent: SmsMessage[] = [];
  return {
    name: 'scripted',
    honoursAttempts,
    sent,
    send: (message: SmsMessage): Promise<SmsAnswer> => {
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? new Error('no');
      sent.push(message);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
};

const taken: SmsAnswer = { outcome: 'taken', status: 'sent' };

const open = async (
  t: TestContext,
  sms: ReturnType<typeof scripted>,
  kind: StoreKind = 'memory',
): Promise<{ readonly world: World; readonly doctor: Session }> => {
  const world = await openWorld(t, kind, { sms });
  return { world, doctor: await world.login('doctor') };
};

const invited = async (world: World, as: Session, id: string): Promise<Invite | undefined> => {
  const { invites } = await world.ask('invites.list', { as, query: '?clinic=clinic-lund' });
  return invites.find((one) => one.id === id);
};

const report = (world: World, attemptId: string, status: 'sent' | 'delivered' | 'failed' | 'unknown') =>
  world.server.services.smsNews.report([{ attemptId, status }]);

/** Somebody is invited to be there in so many minutes; `at` tells the time so many minutes after the inviting. */
const agreed = async (t: TestContext, kind: StoreKind, inMinutes: number) => {
  const sms = scripted(true, taken);
  const { world, doctor } = await open(t, sms, kind);
  const invitedAt = Date.parse(world.clock.now());
  const at = (minutes: number): string => new Date(invitedAt + minutes * 60_000).toISOString();
  const recipients = [{ name: 'May Moberg', phone: '+4520123456', role: 'citizen', language: 'da' }] as const;
  const body = { clinicId: 'clinic-lund', recipients, agreedAt: at(inMinutes) } as const;
  const { invites } = await world.ask('invites.send', { as: doctor, body });
  const [invite] = invites;
  return { sms, world, doctor, at, invite };
};

for (const kind of storeKinds) {
  test(`C8: what the gateway says reaches the sender’s stream at once (${kind})`, async (t) => {
    const sms = scripted(false, { outcome: 'taken', status: 'queued' });
    const { world, doctor } = await open(t, sms, kind);
    const stream = await openEvents(world, doctor, { clinic: 'clinic-lund' });
    const { invite } = await world.invite(doctor);
    const before = world.clock.now();
    const attemptId = sms.sent[0]?.attemptId ?? '';
    const told = async () => {
      await settled(world);
      const last = stream.events.at(-1)?.event;
      return last?.type === 'invite' ? last.invite.status : undefined;
    };
    assert.equal(await told(), 'queued');
    await report(world, attemptId, 'delivered');
    assert.equal(await told(), 'delivered');
    assert.equal(world.clock.now(), before, 'no time has passed');
    for (const late of ['sent', 'failed', 'unknown', 'delivered'] as const)
      await report(world, attemptId, late);
    await report(world, 'another-attempt', 'failed');
    assert.equal((await invited(world, doctor, invite.id))?.status, 'delivered', 'never taken back');
  });

  test(`a message waits for its time, and the link lives from then on (${kind})`, async (t) => {
    const { sms, world, at, invite } = await agreed(t, kind, 30);
    assert.deepEqual([invite?.status, invite?.sentAt, invite?.expiresAt], ['queued', at(15), at(75)], 'C4');
    await world.pass(14 * 60_000);
    assert.equal(sms.sent.length, 0);
    await world.pass(61_000);
    assert.equal(sms.sent.length, 1);
    const { agreedAt } = await world.clinicVisit(await world.login('colleague'), invite?.visitId ?? '');
    assert.equal(agreedAt, at(30));
  });

  test(`C4: one sent again before its time keeps it, and is alive when it is agreed to be (${kind})`, async (t) => {
    const { sms, world, doctor, at, invite } = await agreed(t, kind, 120);
    const [again] = (await world.ask('invites.resend', { as: doctor, id: invite?.id ?? '' })).invites;
    assert.deepEqual([again?.status, again?.sentAt, again?.expiresAt], ['queued', at(105), at(165)]);
    await world.settled();
    assert.equal(sms.sent.length, 0);
    await world.pass(105 * 60_000 + 1000);
    assert.equal(sms.sent.length, 1, 'once, by the new link');
  });
}

/** A gateway at which the first messages hang until they are let go; the others are taken. */
const hanging = (hung: number, wanted: number) => {
  const sent: SmsMessage[] = [];
  const holds: (() => void)[] = [];
  let arrive = (): void => undefined;
  return {
    name: 'hanging',
    honoursAttempts: false,
    sent,
    /** Once it has as many messages as are wanted. */
    arrived: new Promise<void>((resolve) => {
      arrive = resolve;
    }),
    letGo: (): void => {
      for (const go of holds) go();
    },
    send: (message: SmsMessage): Promise<SmsAnswer> => {
      sent.push(message);
      if (sent.length === wanted) arrive();
      return sent.length > hung
        ? Promise.resolve(taken)
        : new Promise((resolve) => {
            holds.push(() => {
              resolve({ outcome: 'unsure' });
            });
          });
    },
  };
};

/** So many relatives are invited, one each minute from now on, until all are due. */
const inviteEachMinute = async (world: World, doctor: Session, count: number): Promise<readonly Invite[]> => {
  const start = Date.parse(world.clock.now());
  const invites: Invite[] = [];
  for (let minute = 0; minute < count; minute += 1) {
    const number = `+45203040${String(minute + 10)}`;
    const recipients = [{ name: 'May Moberg', phone: number, role: 'relative', language: 'da' }] as const;
    const sendAt = new Date(start + minute * 60_000).toISOString();
    const body = { clinicId: 'clinic-lund', recipients, sendAt };
    invites.push(...(await world.ask('invites.send', { as: doctor, body })).invites);
  }
  // Not what settles the outbox: that would wait for those that hang.
  await world.clock.advance(count * 60_000, () => world.server.services.sweeper.settled());
  return invites;
};

for (const kind of storeKinds) {
  test(`one message that hangs keeps no other waiting (${kind})`, { timeout: 20_000 }, async (t) => {
    const sms = hanging(1, 20);
    t.after(sms.letGo);
    const world = await openWorld(t, kind, { sms });
    const doctor = await world.login('doctor');
    const [hung] = await inviteEachMinute(world, doctor, 20);
    await sms.arrived;
    assert.equal(await world.inviteStatus(doctor, hung?.id ?? ''), 'queued', 'it still hangs');
    sms.letGo();
    await world.settled();
    assert.equal(await world.inviteStatus(doctor, hung?.id ?? ''), 'unknown');
    const attempts = new Set(sms.sent.map(({ attemptId }) => attemptId));
    assert.deepEqual([sms.sent.length, attempts.size], [20, 20], 'I8: each once');
  });
}

test('a gateway has eight messages at once and no more, and the next as soon as one is done', async (t) => {
  const sms = hanging(8, 8);
  t.after(sms.letGo);
  const world = await openWorld(t, 'memory', { sms });
  const { store } = world.server.ports;
  await inviteEachMinute(world, await world.login('doctor'), 20);
  await sms.arrived;
  await world.clock.advance(60_000, () => world.server.services.sweeper.settled());
  const left = await store.transact(async (tx) => [await tx.sms.sending(), await tx.sms.due('9999', 20)]);
  assert.deepEqual(
    left.map(({ length }) => length),
    [8, 12],
  );
  sms.letGo();
  // No tick of the clock is needed.
  await world.server.services.outbox.settled();
  assert.equal(sms.sent.length, 20);
});

test('a time nobody can mean is refused', async (t) => {
  const { world, doctor } = await open(t, scripted(true, taken));
  const now = Date.parse(world.clock.now());
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const { visit } = await world.citizenWaits();
  const recipients = [{ name: 'May Moberg', phone: '+4520123456', role: 'citizen', language: 'da' }] as const;
  const refused = async (times: object) => {
    const body = { clinicId: 'clinic-lund', recipients, ...times } as const;
    return (await world.send('invites.send', { as: doctor, body })).problem.fields;
  };
  assert.deepEqual(await refused({ sendAt: at(8 * 24 * 60) }), ['/sendAt']);
  assert.deepEqual(await refused({ agreedAt: at(8 * 24 * 60) }), ['/agreedAt']);
  assert.deepEqual(await refused({ agreedAt: at(-5) }), ['/agreedAt']);
  assert.deepEqual(
    await refused({ sendAt: at(5), agreedAt: at(70) }),
    ['/agreedAt'],
    'C4: the link would be dead',
  );
  assert.deepEqual(await refused({ agreedAt: at(10), visitId: visit.id }), ['/agreedAt']);
  assert.equal(await refused({ sendAt: at(-5) }), undefined, 'late is now');
});

test('what was surely not taken is tried again, later each time, as the same attempt', async (t) => {
  const sms = scripted(false, { outcome: 'later' }, { outcome: 'later', seconds: 60 }, taken);
  const { world, doctor } = await open(t, sms);
  const { invite } = await world.invite(doctor);
  assert.equal(sms.sent.length, 1);
  assert.equal((await invited(world, doctor, invite.id))?.status, 'queued');
  await world.pass(1000);
  assert.equal(sms.sent.length, 1);
  await world.pass(3000);
  assert.equal(sms.sent.length, 2);
  await world.pass(59_000);
  assert.equal(sms.sent.length, 2, 'as long as the gateway asked for');
  await world.pass(20_000);
  assert.equal(sms.sent.length, 3);
  assert.equal(new Set(sms.sent.map(({ attemptId }) => attemptId)).size, 1);
  assert.equal((await invited(world, doctor, invite.id))?.status, 'sent');
  await world.pass(600_000);
  assert.equal(sms.sent.length, 3);
});

test('a gateway that stays away is given up, and the clinic told', async (t) => {
  const sms = scripted(true, { outcome: 'later' });
  const { world, doctor } = await open(t, sms);
  const { invite } = await world.invite(doctor);
  await world.pass(900_000);
  assert.equal(sms.sent.length, 6);
  const { status, failure } = (await invited(world, doctor, invite.id)) ?? {};
  assert.deepEqual([status, failure], ['failed', 'gateway']);
});

test('a refusal is final, with its cause, until it is sent again', async (t) => {
  const sms = scripted(true, { outcome: 'refused', failure: 'number' }, taken);
  const { world, doctor } = await open(t, sms);
  const { invite } = await world.invite(doctor);
  await world.settled();
  const { status, failure } = (await invited(world, doctor, invite.id)) ?? {};
  assert.deepEqual([status, failure], ['failed', 'number']);
  await world.ask('invites.resend', { as: doctor, id: invite.id });
  await world.settled();
  const again = await invited(world, doctor, invite.id);
  assert.deepEqual([again?.status, again?.failure], ['sent', undefined]);
  assert.equal(new Set(sms.sent.map(({ attemptId }) => attemptId)).size, 2);
});

test('I8: whose fate nobody knows is handed over again only where once stays once', async (t) => {
  const careful = scripted(false, new Error('timed out'), taken);
  const first = await open(t, careful);
  const { invite } = await first.world.invite(first.doctor);
  await first.world.pass(600_000);
  assert.equal(careful.sent.length, 1);
  assert.equal((await invited(first.world, first.doctor, invite.id))?.status, 'unknown');

  const honouring = scripted(true, { outcome: 'unsure' }, taken);
  const second = await open(t, honouring);
  await second.world.invite(second.doctor);
  await second.world.pass(10_000);
  assert.deepEqual(
    [honouring.sent.length, new Set(honouring.sent.map(({ attemptId }) => attemptId)).size],
    [2, 1],
  );
});

test('nobody gets a message that was revoked before its time', async (t) => {
  const sms = scripted(true, taken);
  const { world, doctor } = await open(t, sms);
  const sendAt = new Date(Date.parse(world.clock.now()) + 600_000).toISOString();
  const recipients = [{ name: 'May Moberg', phone: '+4520123456', role: 'citizen', language: 'da' }] as const;
  const { invites } = await world.ask('invites.send', {
    as: doctor,
    body: { clinicId: 'clinic-lund', recipients, sendAt },
  });
  await world.ask('invites.revoke', { as: doctor, id: invites[0]?.id ?? '' });
  await world.pass(700_000);
  assert.equal(sms.sent.length, 0);
  assert.deepEqual(await world.server.ports.store.read((tx) => tx.sms.due('9999', 5)), []);
});

test('I8: a message that is sent again is one attempt, also when the first still waits', async (t) => {
  const sms = scripted(true, { outcome: 'later', seconds: 30 }, taken);
  const { world, doctor } = await open(t, sms);
  const { invite } = await world.invite(doctor);
  await world.ask('invites.resend', { as: doctor, id: invite.id });
  await world.pass(120_000);
  assert.equal(sms.sent.length, 2, 'the old link is void, so its message stays');
  assert.notEqual(sms.sent[0]?.text, sms.sent[1]?.text);
});
