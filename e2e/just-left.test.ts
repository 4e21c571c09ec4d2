import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { hold } from './harness/together.ts';

const citizen = 'May Moberg';
const resident = 'Bruno Elmer';

describe('a start on somebody who has just left', () => {
  let scene: Scene;
  let doctor: Person;
  let phone: Person;
  let bedside: Person;

  before(async () => {
    scene = await setScene();
    [doctor, phone, bedside] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      scene.person('/citizen/', { width: 390, height: 844 }),
      atTheBedside(scene),
    ]);
    await logInAsCitizen(phone.page, citizen);
    await phone.page.getByLabel('Årsag til henvendelsen').fill('Udslæt på armen');
    await phone.page.getByRole('button', { name: 'Stil dig i kø' }).click();
    await phone.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page);
    await startButton(doctor.page, resident).waitFor();
  });

  after(() => scene.close());

  it('B4: is refused in words, and the row is gone', async () => {
    const start = await hold(doctor.page, '**/v1/visits/*/call');
    await callIn(doctor.page, citizen);
    await start.isSent;
    await phone.page.getByRole('button', { name: 'Forlad køen' }).click();
    await phone.page.getByRole('button', { name: 'Ja, forlad køen' }).click();
    await phone.page.getByRole('heading', { name: 'Du har forladt køen' }).waitFor();
    start.letGo();
    await doctor.page.getByText('Patienten er gået videre').first().waitFor();
    await startButton(doctor.page, citizen).waitFor({ state: 'detached' });
    assert.equal(await doctor.page.getByText('Ringer op').count(), 0);
  });

  it('keeps nobody from starting the next', async () => {
    await callIn(doctor.page, resident);
    await enter(bedside.page);
    await Promise.all([
      seesMovingPicture(doctor.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
    await endWith(doctor.page, 'Gennemført');
    await doctor.page.getByText('Afsluttet i dag (').first().waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
