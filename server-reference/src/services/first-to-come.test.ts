import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Invite, Session } from '@venterum/contract';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';

interface Pair {
  readonly doctor: Session;
  readonly visitId: string;
  readonly patient: Invite;
  readonly daughter: Invite;
  /** Comes by the link that went to the patient's number, whoever has it. */
  readonly patientComes: () => Promise<Session>;
  readonly daughterComes: () => Promise<Session>;
}

/** The patient first on the list, and the daughter. */
const invitedPair = async (world: World): Promise<Pair> => {
  const doctor = await world.login('doctor');
  const recipients = [
    { name: 'Nancy Ann Berggren', phone: '+4520123456', role: 'citizen', language: 'da' },
    { name: 'May Moberg', phone: '+4520123457', role: 'relative', language: 'da' },
  ] as const;
  const { invites } = await world.ask('invites.send', {
    as: doctor,
    body: { clinicId: 'clinic-lund', recipients },
  });
  const [patient, daughter] = invites;
  assert.ok(patient && daughter);
  const comes = async (number: string, deviceId: string, name: string): Promise<Session> =>
    world.redeem(await world.tokenTo(number), deviceId, name);
  return {
    doctor,
    visitId: patient.visitId,
    patient,
    daughter,
    patientComes: () => comes('20 12 34 56', 'device-at-the-first-number', 'Nancy Ann'),
    daughterComes: () => comes('20 12 34 57', 'device-of-the-daughter', 'May'),
  };
};

for (const kind of storeKinds) {
  test(`B8: P8: a call lets in whoever came, and the first on the list only on sight (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { doctor, visitId: id, patient, daughterComes, patientComes } = await invitedPair(world);
    const daughter = await daughterComes();
    const waiting = await world.clinicVisit(doctor, id);
    const [first] = waiting.participants;
    assert.deepEqual([waiting.state, first?.name, first?.role], ['waiting', 'May', 'relative']);
    const own = await world.ask('visits.get', { as: daughter, id });
    assert.deepEqual(
      own.participants.map(({ name }) => name),
      ['May'],
      'nobody else before being let in, not even for the first',
    );

    await world.ask('visits.call', { as: doctor, id });
    const stranger = await patientComes();
    assert.equal(await world.refusal('visits.ticket', { as: stranger, id }), 'not-admitted');
    assert.ok((await world.ask('visits.ticket', { as: daughter, id })).ticket);
    await world.ask('visits.admit', { as: doctor, id, body: { participantId: patient.participantId } });
    assert.ok((await world.ask('visits.ticket', { as: stranger, id })).ticket, 'on sight');
  });

  test(`B8: whoever takes a visit on has come, or it is back to being invited to (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { doctor, visitId: id, patient, daughterComes, patientComes } = await invitedPair(world);
    await patientComes();
    await world.ask('visits.call', { as: doctor, id });
    await world.ask('invites.revoke', { as: doctor, id: patient.id });
    const left = await world.clinicVisit(doctor, id);
    assert.deepEqual([left.state, left.participants.length], ['invited', 1], 'nobody is there to be called');
    const daughter = await daughterComes();
    assert.equal((await world.clinicVisit(doctor, id)).state, 'waiting');
    await world.ask('visits.call', { as: doctor, id });
    assert.ok((await world.ask('visits.ticket', { as: daughter, id })).ticket);
  });

  test(`B8: one who waits takes a visit on before one who has not come (${kind})`, async (t) => {
    const world = await openWorld(t, kind);
    const { doctor, visitId, patient, daughterComes, patientComes } = await invitedPair(world);
    await patientComes();
    const interpreter = { name: 'Kaja Hansen', role: 'interpreter', language: 'da' } as const;
    const body = { clinicId: 'clinic-lund', visitId, recipients: [interpreter] } as const;
    const [last] = (await world.ask('invites.send', { as: doctor, body })).invites;
    assert.ok(last);
    const { code } = await world.ask('invites.access', { as: doctor, id: last.id });
    const deviceId = 'device-of-the-interpreter';
    const came = await world.ask('sessions.create', {
      body: { grant: 'code', code, deviceId, name: 'Kaja' },
    });
    await world.ask('invites.revoke', { as: doctor, id: patient.id });
    await world.ask('visits.call', { as: doctor, id: visitId });
    const late = await daughterComes();
    assert.ok((await world.ask('visits.ticket', { as: came, id: visitId })).ticket);
    assert.equal(await world.refusal('visits.ticket', { as: late, id: visitId }), 'not-admitted');
  });
}
