import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './harness/axe.ts';
import { atTheBedside, openRecord } from './harness/bedside.ts';
import { atTheClinic, staff } from './harness/clinic.ts';
import { Keyboard } from './harness/keyboard.ts';
import { seesMovingPicture, smallCamera } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';

const resident = 'Nancy Ann Berggren';

describe('a whole call by keyboard alone', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;
  let doctor: Keyboard;
  let carer: Keyboard;

  const hasNoFaults = async (...people: readonly Person[]): Promise<void> => {
    for (const { page } of people) assert.deepEqual(await accessibilityFaults(page), []);
  };

  before(async () => {
    scene = await setScene();
    const prepare = smallCamera;
    [clinic, bedside] = await Promise.all([
      atTheClinic(scene, staff.doctor, { prepare }),
      atTheBedside(scene, { prepare }),
    ]);
    doctor = new Keyboard(clinic.page);
    carer = new Keyboard(bedside.page);
    await openRecord(bedside.page, resident);
  });

  after(() => scene.close());

  it('from the record into the queue', async () => {
    await carer.press(/^Video med læge$/);
    await bedside.page.getByRole('checkbox', { name: /tro og love/ }).waitFor();
    await carer.press(/tro og love/, 'Space');
    await carer.press(/^Stil borger i kø$/);
    await bedside.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await carer.isSomewhere();
    await hasNoFaults(bedside);
  });

  it('starts the call: Escape leads back to where the question came from', async () => {
    const start = new RegExp(`^Start video med ${resident}$`);
    await clinic.page.getByRole('button', { name: start }).waitFor();
    await doctor.press(start);
    await clinic.page.getByRole('dialog').getByText(resident, { exact: true }).waitFor();
    await hasNoFaults(clinic);
    await clinic.page.keyboard.press('Escape');
    await doctor.isAt(start);
    // The focus is back before the page has heard that the dialog is closed.
    await clinic.page.locator('waiting-room dialog').waitFor({ state: 'detached' });
    await clinic.page.keyboard.press('Enter');
    await clinic.page.getByRole('dialog').waitFor();
    await doctor.press(/^Ja, start video$/);
    await bedside.page.getByRole('heading', { name: 'Lægen er klar' }).waitFor();
    await doctor.isSomewhere();
    await hasNoFaults(clinic, bedside);
  });

  it('answers, and both see each other', async () => {
    await carer.press(/^Gå til lægen$/);
    await Promise.all([
      seesMovingPicture(clinic.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
    await carer.isSomewhere();
    await hasNoFaults(clinic, bedside);
  });

  it('mutes, makes the call small and large, and keeps the focus at the place', async () => {
    await carer.press(/^Slå lyd fra$/, 'Space');
    await carer.isAt(/^Slå lyd til$/);
    await bedside.page.keyboard.press('Space');
    await carer.isAt(/^Slå lyd fra$/);
    await carer.press(/^Mere$/);
    await carer.press(/^Gør lille$/);
    await carer.isAt(/^Vis stort$/);
    await hasNoFaults(bedside);
    await bedside.page.keyboard.press('Enter');
    await carer.isAt(/^Mere$/);
    await seesMovingPicture(bedside.page, 'the bedside');
  });

  it('ends the call: both are told, and the focus is at what is told', async () => {
    await doctor.press(/^Afslut( samtalen)?$/);
    await clinic.page.getByRole('dialog').waitFor();
    await hasNoFaults(clinic);
    await clinic.page.keyboard.press('Escape');
    await doctor.isAt(/^Afslut( samtalen)?$/);
    await clinic.page.locator('waiting-room dialog').waitFor({ state: 'detached' });
    await clinic.page.keyboard.press('Enter');
    await clinic.page.getByRole('dialog').waitFor();
    await doctor.press(/^Gennemført$/);
    await bedside.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    await carer.isAt(/^Samtalen er slut/);
    await clinic.page.getByText('Afsluttet i dag (1)').waitFor();
    await doctor.isSomewhere();
    await hasNoFaults(clinic, bedside);
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
