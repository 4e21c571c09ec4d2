import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session, Stage } from '@venterum/contract';
import { openWorld } from '../server-world.fixtures.test.ts';

const recipients = [
  { name: 'May Moberg', phone: '+4520123456', role: 'citizen', language: 'da' },
  { name: 'Kaja Hansen', phone: '+4520123457', role: 'interpreter', language: 'da' },
] as const;

test('B1: the doctor says for anybody that they sign; others for themselves alone, in the room, while nobody else is shown', async (t) => {
  const world = await openWorld(t);
  const doctor = await world.login('doctor');
  const { invites } = await world.ask('invites.send', {
    as: doctor,
    body: { clinicId: 'clinic-lund', recipients },
  });
  const id = invites[0]?.visitId ?? '';
  const citizen = await world.redeem(await world.tokenTo('20 12 34 56'));
  const interpreter = await world.redeem(
    await world.tokenTo('20 12 34 57'),
    'device-of-the-interpreter',
    'Kaja',
  );
  const { visit } = await world.ask('visits.call', { as: doctor, id });
  const idOf = (role: string): string =>
    visit.participants.find((one) => one.role === role)?.id ?? `no ${role}`;
  const stageOf = async (as: Session, stage?: Stage): Promise<Stage | undefined> =>
    (await world.ask('visits.stage', { as, id, body: stage === undefined ? {} : { stage } })).stage;
  const refused = (as: Session, stage?: Stage): Promise<string | undefined> =>
    world.refusal('visits.stage', { as, id, body: stage === undefined ? {} : { stage } });
  const signs = (role: string): Stage => ({ participantId: idOf(role), as: 'signer' });

  assert.deepEqual(await stageOf(citizen, signs('citizen')), signs('citizen'));
  assert.equal(await stageOf(citizen), undefined);
  assert.equal(await refused(citizen, signs('clinician')), 'forbidden');
  assert.equal(await refused(citizen, { ...signs('citizen'), as: 'speaker' }), 'forbidden');
  assert.equal(await refused(interpreter, signs('interpreter')), 'participant-unknown');

  await world.ask('visits.admit', { as: doctor, id, body: { participantId: idOf('interpreter') } });
  for (const role of ['citizen', 'clinician', 'interpreter'])
    assert.deepEqual(await stageOf(doctor, signs(role)), signs(role));
  assert.equal(await refused(citizen, signs('citizen')), 'forbidden');
  assert.equal(await refused(citizen), 'forbidden');
  assert.equal(await stageOf(interpreter), undefined);
  const { stage } = await world.clinicVisit(doctor, id);
  assert.equal(stage, undefined);
});
