import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPhone } from '@venterum/contract';
import { openWorld, storeKinds } from '../server-world.fixtures.test.ts';

for (const kind of storeKinds)
  test(`a visit begun by an invitation is of the kind that was asked for, a consultation by default (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const doctor = await world.login('doctor');
    const recipients = [{ name: 'Kaja Hansen', role: 'other', language: 'da' }] as const;
    const kindOf = async (asked: object): Promise<string> => {
      const body = { clinicId: 'clinic-lund', recipients, ...asked };
      const [invite] = (await world.ask('invites.send', { as: doctor, body })).invites;
      return (await world.clinicVisit(doctor, invite?.visitId ?? '')).kind;
    };
    assert.equal(await kindOf({ kind: 'conference' }), 'conference');
    assert.equal(await kindOf({}), 'consultation');
    const body = { clinicId: 'clinic-lund', recipients, kind: 'party' } as never;
    assert.deepEqual((await world.send('invites.send', { as: doctor, body })).problem.fields, ['/kind']);
  });

test('S20: a test call by invitation is marked for everybody, and never counts among those that were held', async (t) => {
  const world = await openWorld(t, 'SQLite');
  const doctor = await world.login('doctor');
  const held = async (asTest: boolean, number: string): Promise<void> => {
    const recipients = [{ name: 'May Moberg', phone: number, role: 'citizen', language: 'da' }] as const;
    const body = { clinicId: 'clinic-lund', recipients, test: asTest } as const;
    const [invite] = (await world.ask('invites.send', { as: doctor, body })).invites;
    assert.ok(invite);
    await world.settled();
    const guest = await world.redeem(
      await world.tokenTo(formatPhone(number)),
      `device-for-the-guest-of-${number.slice(1)}`,
    );
    const own = await world.ask('visits.get', { as: guest, id: invite.visitId });
    assert.equal(invite.test === true, asTest);
    assert.deepEqual([own.test, (await world.clinicVisit(doctor, invite.visitId)).test], [asTest, asTest]);
    await world.ask('visits.call', { as: doctor, id: invite.visitId });
    const { ticket } = await world.ask('visits.ticket', { as: guest, id: invite.visitId });
    const grant = await world.server.ports.tickets.redeem(ticket);
    assert.ok(grant);
    await world.server.services.rooms.connected(grant);
    await world.ask('visits.end', { as: doctor, id: invite.visitId, body: { outcome: 'completed' } });
  };
  const counted = async (): Promise<number> =>
    (await world.server.ports.store.read((tx) => tx.visits.finished('clinic-lund', 9))).length;
  await held(true, '+4520123457');
  assert.equal(await counted(), 0);
  await held(false, '+4520123458');
  assert.equal(await counted(), 1);
});
