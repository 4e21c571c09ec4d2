import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';

const citizen = 'May Moberg';

describe('J4: a citizen with an own digital identity', () => {
  let scene: Scene;
  let doctor: Person;
  let phone: Person;

  before(async () => {
    scene = await setScene();
    [doctor, phone] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      scene.person('/citizen/', { width: 390, height: 844 }),
    ]);
  });

  after(() => scene.close());

  it('logs in and finds the own clinic without being asked', async () => {
    await logInAsCitizen(phone.page, citizen);
    await phone.page.getByText('Lægehuset Testby').first().waitFor();
  });

  it('queues without a consent to tick, and sees the position', async () => {
    await phone.page.getByLabel('Årsag til henvendelsen').fill('Udslæt på armen');
    await phone.page.getByRole('button', { name: 'Stil dig i kø' }).click();
    await phone.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await startButton(doctor.page, citizen).waitFor();
  });

  it('is called, sees the doctor, and is told when it is over', async () => {
    await callIn(doctor.page, citizen);
    await phone.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await Promise.all([
      seesMovingPicture(doctor.page, 'the doctor'),
      seesMovingPicture(phone.page, 'the citizen'),
    ]);
    await endWith(doctor.page, 'Gennemført');
    await phone.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
