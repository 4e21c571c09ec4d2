import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { hold } from './harness/together.ts';
import { gone } from './harness/until.ts';

const citizen = 'May Moberg';
const otherCitizen = 'Nancy Ann Berggren';
const resident = 'Bruno Elmer';

const inTheQueue = async (scene: Scene, name: string): Promise<Person> => {
  const person = await scene.person('/citizen/', { width: 390, height: 844 });
  const { page } = person;
  await logInAsCitizen(page, name);
  await page.getByLabel('Årsag til henvendelsen').fill('Udslæt på armen');
  await page.getByRole('button', { name: 'Stil dig i kø' }).click();
  await page.getByRole('heading', { name: /Du er nummer \d/ }).waitFor();
  return person;
};

describe('a start on somebody who has just left', () => {
  let scene: Scene;
  let doctor: Person;
  let phone: Person;
  let otherPhone: Person;
  let bedside: Person;

  before(async () => {
    scene = await setScene();
    [doctor, phone, otherPhone, bedside] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      inTheQueue(scene, citizen),
      inTheQueue(scene, otherCitizen),
      atTheBedside(scene),
    ]);
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
    await gone(doctor.page.getByText('Ringer op'), 'the call');
  });

  it('B4: is told in words when the page was closed, and the place is kept', async () => {
    const start = await hold(doctor.page, '**/v1/visits/*/call');
    await callIn(doctor.page, otherCitizen);
    await start.isSent;
    await otherPhone.page.close();
    start.letGo();
    const patient = doctor.page.locator('waiting-room .patient');
    await patient.getByText('Ringer op').waitFor();
    await patient.getByText('Ikke ved skærmen lige nu').waitFor();
    await patient.getByRole('button', { name: 'Fortryd' }).click();
    await startButton(doctor.page, otherCitizen).waitFor();
    await gone(doctor.page.getByText('Ringer op'), 'the call');
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
