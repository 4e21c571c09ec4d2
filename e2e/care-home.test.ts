import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { devicesReleased, seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';

describe('J1: care home, planned', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;

  before(async () => {
    scene = await setScene();
    clinic = await atTheClinic(scene, staff.doctor);
    bedside = await atTheBedside(scene);
  });

  after(() => scene.close());

  it('takes three taps from the open record into the queue', async () => {
    await openRecord(bedside.page, resident);
    const taps = await queueUp(bedside.page);
    assert.equal(taps.count, 3);
    await startButton(clinic.page, resident).waitFor();
  });

  it('leaves the journal free to work in while waiting', async () => {
    await bedside.page.getByLabel('Ny observation').fill('Ligger godt.');
    await bedside.page.getByRole('button', { name: 'Gem observation' }).click();
    await bedside.page.getByRole('listitem').filter({ hasText: 'Ligger godt.' }).waitFor();
    await bedside.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
  });

  it('calls back, and doctor and bedside see each other', async () => {
    await callIn(clinic.page, resident);
    await enter(bedside.page);
    await Promise.all([
      seesMovingPicture(clinic.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
  });

  it('D17: ends for both, with the lights off and the facts in both records', async () => {
    await endWith(clinic.page, 'Gennemført');
    await bedside.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    await until(
      'the camera is off at both ends',
      async () => (await devicesReleased(clinic.page)) && (await devicesReleased(bedside.page)),
    );
    await bedside.page.getByRole('listitem').filter({ hasText: 'Videokonsultation' }).waitFor();
    await until('the draft of the note is there', async () =>
      /Videokonsultation, \d+ min\., gennemført/.test(await clinic.page.getByLabel('Nyt notat').inputValue()),
    );
  });

  it('A4: leaves nothing of the resident on the tablet when the employee logs off', async () => {
    await bedside.page.getByRole('button', { name: 'Log af' }).first().click();
    await bedside.page.getByRole('button', { name: 'Log ind med kommunens login' }).waitFor();
    assert.equal(await bedside.page.locator('queue-join').count(), 0);
    const kept = await bedside.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    assert.ok(!kept.includes('2512489996') && !kept.includes(resident), kept);
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
