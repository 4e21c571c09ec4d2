import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantPlus, type Session, type Visit } from '@venterum/contract';
import { FakeClock, testClinics, testDirectory, testVerifier } from '@venterum/testing/server';
import { createMemoryServer, type MemoryServer } from '../index.ts';
import type { TicketGrant } from '../ports/tickets.ts';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

const minute = 60_000;

interface Talking {
  readonly id: string;
  readonly citizen: Session;
  readonly doctor: Session;
  readonly colleague: Session;
  /** Takes somebody's connection away. */
  readonly goes: (who: 'citizen' | 'doctor') => Promise<void>;
}

const enter = async (world: World, as: Session, id: string): Promise<TicketGrant> => {
  const { ticket } = await world.ask('visits.ticket', { as, id });
  const grant = await world.server.ports.tickets.redeem(ticket);
  assert.ok(grant);
  await world.server.services.rooms.connected(grant);
  return grant;
};

/** A consultation both are in, for ten minutes so far. */
const talk = async (world: World): Promise<Talking> => {
  const { citizen, visit } = await world.citizenWaits();
  const { id } = visit;
  const [doctor, colleague] = [await world.login('doctor'), await world.login('colleague')];
  await world.ask('visits.call', { as: doctor, id });
  const grants = { doctor: await enter(world, doctor, id), citizen: await enter(world, citizen, id) };
  await world.pass(10 * minute);
  return {
    id,
    citizen,
    doctor,
    colleague,
    goes: (who) => world.server.services.rooms.disconnected(grants[who]),
  };
};

const kept = async ({ ports }: Pick<MemoryServer, 'ports'>, id: string): Promise<Visit> => {
  const visit = await ports.store.read((tx) => tx.visits.get(id));
  assert.ok(visit);
  return visit;
};

const howItEnded = async (world: World, id: string) => {
  const { state, outcome, startedAt = '', endedAt = '' } = await kept(world.server, id);
  return [state, outcome, (Date.parse(endedAt) - Date.parse(startedAt)) / minute];
};

for (const kind of storeKinds) {
  test(`B4: a consultation nobody is in is over after five minutes, as of when the last one went (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { id, goes } = await talk(world);
    await goes('doctor');
    await world.pass(minute);
    await goes('citizen');
    await world.pass(5 * minute - 2000);
    assert.equal((await kept(world.server, id)).state, 'in-consultation');
    await world.pass(3000);
    assert.deepEqual(await howItEnded(world, id), ['ended', 'technical-failure', 11]);
  });

  test(`B4: a consultation without its clinician is over after a quarter of an hour, as of when they went (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { id, goes } = await talk(world);
    await goes('doctor');
    await world.pass(15 * minute - 2000);
    assert.equal((await kept(world.server, id)).state, 'in-consultation');
    await world.pass(3000);
    assert.deepEqual(await howItEnded(world, id), ['ended', 'technical-failure', 10]);
  });

  test(`B5: what a clinician has is nobody else’s until they were gone for a minute; then a colleague takes it (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { id, doctor, colleague, goes } = await talk(world);
    await goes('doctor');
    const seen = await world.ask('visits.get', { as: colleague, id });
    assert.equal(
      'unattendedSince' in seen && seen.unattendedSince,
      world.clock.now(),
      'the colleague is told',
    );
    const take = { as: colleague, id, body: { to: colleague.principal.id } };
    world.clock.jump(minute - 1);
    assert.equal(await world.refusal('visits.handover', take), 'claimed-by-other');
    assert.equal(await world.refusal('visits.remove', { as: colleague, id, body: {} }), 'claimed-by-other');
    world.clock.jump(1);
    assert.equal(
      await world.refusal('visits.ticket', { as: colleague, id }),
      'claimed-by-other',
      'nobody enters without having it',
    );
    assert.equal((await world.ask('visits.handover', take)).claim?.by, colleague.principal.id);
    await enter(world, colleague, id);
    assert.equal(await world.refusal('visits.ticket', { as: doctor, id }), 'claimed-by-other');
    const end = { id, body: { outcome: 'completed' } } as const;
    assert.equal(await world.refusal('visits.end', { as: doctor, ...end }), 'claimed-by-other');
    await world.ask('visits.end', { as: colleague, ...end });
  });

  test(`B5: a colleague ends what a clinician who is gone had, as of when they went; one who is back keeps it (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { id, doctor, colleague, goes } = await talk(world);
    const end = { as: colleague, id, body: { outcome: 'moved-to-phone' } } as const;
    await goes('doctor');
    world.clock.jump(2 * minute);
    await enter(world, doctor, id);
    assert.equal(await world.refusal('visits.end', end), 'claimed-by-other');
    await goes('doctor');
    world.clock.jump(2 * minute);
    await world.ask('visits.end', end);
    assert.deepEqual(await howItEnded(world, id), ['ended', 'moved-to-phone', 12]);
  });
}

test('B5: a claim is void at once when its holder is signed in nowhere', async (t) => {
  const world = await openWorld(t);
  const { id, doctor, colleague } = await talk(world);
  const { store } = world.server.ports;
  await store.transact(async (tx) => {
    const { sessions } = world.server.services;
    for (const session of await tx.sessions.ofPrincipal(doctor.principal.id))
      await sessions.end(tx, session, 'taken-over');
  });
  await world.ask('visits.handover', { as: colleague, id, body: { to: colleague.principal.id } });
});

test('B4: whoever joined goes from a consultation without a clinician, and is free to queue again', async (t) => {
  const world = await openWorld(t);
  const { id, citizen, goes } = await talk(world);
  assert.equal(await world.refusal('visits.leave', { as: citizen, id }), 'visit-state');
  await goes('doctor');
  world.clock.jump(minute);
  assert.equal((await world.ask('visits.leave', { as: citizen, id })).state, 'ended');
  assert.deepEqual(await howItEnded(world, id), ['ended', 'technical-failure', 10]);
  await world.ask('visits.join', { as: citizen, body: {} });
});

const leavings = {
  'signs out': (world: World, doctor: Session) => world.ask('sessions.end', { as: doctor }),
  'is removed by the manager': async (world: World, doctor: Session) => {
    const [as, id] = [await world.login('manager'), 'clinic-lund'];
    const { members } = await world.ask('members.list', { as, id });
    const member = members.find(({ principalId }) => principalId === doctor.principal.id);
    await world.ask('members.remove', { as, id, query: `?member=${member?.id ?? ''}` });
  },
};

for (const [what, leaves] of Object.entries(leavings)) {
  test(`A5: a doctor who ${what} lets go: whom they called is back at the old place`, async (t) => {
    const world = await openWorld(t);
    const { visit } = await world.citizenWaits();
    const [doctor, colleague] = [await world.login('doctor'), await world.login('colleague')];
    await world.ask('visits.call', { as: doctor, id: visit.id });
    await leaves(world, doctor);
    const back = await world.clinicVisit(colleague, visit.id);
    assert.deepEqual([back.state, back.claim, back.arrivedAt], ['waiting', undefined, visit.arrivedAt]);
    await world.ask('visits.call', { as: colleague, id: visit.id });
  });

  test(`A5: a doctor who ${what} lets go: the consultation they are in is over`, async (t) => {
    const world = await openWorld(t);
    const { id, doctor } = await talk(world);
    await leaves(world, doctor);
    assert.deepEqual(await howItEnded(world, id), ['ended', 'technical-failure', 10]);
  });
}

test('A5: signing out on one of two screens lets nothing go', async (t) => {
  const world = await openWorld(t);
  const { id } = await talk(world);
  await world.ask('sessions.end', { as: await world.login('doctor') });
  assert.equal((await kept(world.server, id)).state, 'in-consultation');
});

/** The same store after a while, in the hands of a server that starts. */
const startAgain = async (world: World, hours: number) => {
  const clock = new FakeClock(instantPlus(world.clock.now(), hours * 60 * minute));
  const { store } = world.server.ports;
  const server = await createMemoryServer({
    clinics: testClinics,
    directory: testDirectory,
    verifier: testVerifier,
    clock,
    openStore: () => store,
  });
  const pass = (milliseconds: number): Promise<void> =>
    clock.advance(milliseconds, async () => {
      await server.services.sweeper.settled();
      await store.transact(() => Promise.resolve());
    });
  return { server, pass };
};

test('I7: a server that starts again after a while misses nobody before they can be back', async (t) => {
  const world = await openWorld(t);
  const { id, goes } = await talk(world);
  await goes('doctor');
  await goes('citizen');
  await world.server.services.sweeper.stop();
  const { server, pass } = await startAgain(world, 1);
  t.after(() => server.services.sweeper.stop());
  await pass(5 * minute - 2000);
  assert.equal((await kept(server, id)).state, 'in-consultation');
  await pass(3000);
  assert.deepEqual(await howItEnded(world, id), ['ended', 'technical-failure', 10]);
});

test('I7: a server that died finds those who were connected then, and did not come back', async (t) => {
  const world = await openWorld(t);
  const { id } = await talk(world);
  await world.server.services.sweeper.stop();
  const { server, pass } = await startAgain(world, 1);
  t.after(() => server.services.sweeper.stop());
  await pass(5 * minute);
  assert.equal((await kept(server, id)).state, 'in-consultation');
  await pass(minute);
  assert.equal((await kept(server, id)).state, 'ended');
});
