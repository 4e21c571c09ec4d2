import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheClinic, callIn, endWith, staff } from './harness/clinic.ts';
import { fillRecipient, linkFor, sendInvite } from './harness/invites.ts';
import { bytesReceived, seesMovingPictures, smallCamera } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';

const daughter = { name: 'Datter Else', phone: '20 12 34 56', role: 'Pårørende' } as const;
const interpreter = {
  name: 'Tolk Test Vest',
  phone: '20 88 77 66',
  role: 'Tolk',
  language: 'Engelsk',
} as const;
const wrongNumber = '20 65 43 21';

describe('J3: a daughter by link and an interpreter by code', () => {
  let scene: Scene;
  let doctor: Person;
  let colleague: Person;
  let phone: Person;
  let android: Person;
  let iphone: Person;

  before(async () => {
    scene = await setScene();
    [doctor, colleague, phone] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      atTheClinic(scene, staff.otherDoctor, { prepare: smallCamera }),
      scene.person('/phone/', { width: 390, height: 844 }),
    ]);
  });

  after(() => scene.close());

  it('C1: a wrong number is revoked before it is used, and its link opens a plain page', async () => {
    await sendInvite(doctor.page, daughter.name, wrongNumber);
    const link = await linkFor(phone.page, wrongNumber);
    await doctor.page.getByRole('button', { name: `Tilbagekald invitationen til ${daughter.name}` }).click();
    await doctor.page.getByRole('button', { name: 'Tilbagekald, og ret nummeret' }).click();
    await doctor.page.getByText('Tilbagekaldt').first().waitFor();
    const stranger = await scene.person(link, { telephone: 'Pixel 7' });
    await stranger.page.getByLabel('Dit fornavn').fill('Fremmed');
    await stranger.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await stranger.page.getByRole('heading', { name: 'Linket virker ikke længere' }).waitFor();
    assert.equal(await stranger.page.getByRole('textbox').count(), 0, 'nothing to fill in');
    assert.doesNotMatch(await stranger.page.locator('queue-join').innerText(), /Else|Datter|Lund|Holm/);
    await stranger.context.close();
  });

  it('C7: the right number is written where the wrong one was, and the interpreter invited with it', async () => {
    await fillRecipient(doctor.page, 1, daughter);
    await doctor.page.getByRole('button', { name: 'Tilføj modtager' }).click();
    await fillRecipient(doctor.page, 2, interpreter);
    await doctor.page.getByRole('button', { name: 'Tjek numre' }).click();
    for (const { phone: number } of [daughter, interpreter])
      await doctor.page.locator('sms-invite [part=confirm]').getByText(number).waitFor();
    await doctor.page.getByRole('button', { name: 'Ja, send 2 sms’er' }).click();
    const textTo = (number: string): Promise<string> =>
      phone.page.getByRole('listitem').filter({ hasText: number }).first().innerText();
    assert.match(await textTo(daughter.phone), /Lægen inviterer dig til en videosamtale/);
    assert.match(await textTo(interpreter.phone), /Your doctor invites you to a video call/);
  });

  it('the daughter comes by her link, on a telephone with Android’s size', async () => {
    const prepare = smallCamera;
    android = await scene.person(await linkFor(phone.page, daughter.phone), {
      telephone: 'Pixel 7',
      prepare,
    });
    await android.page.getByLabel('Dit fornavn').fill('Else');
    await android.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await android.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
  });

  it('C10: the interpreter types the code at the known address, on a telephone with an iPhone’s size', async () => {
    await doctor.page.getByRole('button', { name: `QR, kode eller link til ${interpreter.name}` }).click();
    const dialog = doctor.page.getByRole('dialog');
    const code = await dialog.getByText(/^\d{3} \d{3}$/).innerText();
    await dialog.getByText(/Gå til \S+\/guest, og skriv koden/).waitFor();
    await dialog.getByRole('button', { name: 'Luk' }).click();
    iphone = await scene.person('/guest/', { telephone: 'iPhone 14', prepare: smallCamera });
    await iphone.page.getByRole('heading', { name: 'Har du fået en kode til video?' }).waitFor();
    await iphone.page.getByLabel('Kode').fill(code);
    await iphone.page.getByLabel('Dit fornavn').fill('Vest');
    await iphone.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await iphone.page.getByRole('heading', { name: /Du (er nummer 1|venter uden for samtalen)/ }).waitFor();
  });

  it('B8: a colleague of the sender calls the daughter in, and nothing reaches the interpreter yet', async () => {
    await callIn(colleague.page, 'Else');
    await android.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await Promise.all([
      seesMovingPictures(colleague.page, 'the colleague', 1),
      seesMovingPictures(android.page, 'the daughter', 1),
    ]);
    await iphone.page.getByRole('heading', { name: 'Du venter uden for samtalen' }).waitFor();
    assert.equal(await bytesReceived(iphone.page), 0);
  });

  it('B10: the colleague lets the interpreter in: three see each other', async () => {
    await colleague.page.getByRole('button', { name: 'Luk ind: Vest' }).click();
    await iphone.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await Promise.all([
      seesMovingPictures(colleague.page, 'the colleague', 2),
      seesMovingPictures(android.page, 'the daughter', 2),
      seesMovingPictures(iphone.page, 'the interpreter', 2),
    ]);
  });

  it('shows no telephone wider than it is', async () => {
    for (const { page } of [android, iphone])
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });

  it('ends for all of them, and the sender sees that both were there', async () => {
    await endWith(colleague.page, 'Gennemført');
    for (const { page } of [android, iphone])
      await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    for (const { name } of [daughter, interpreter])
      await doctor.page
        .locator('sms-invite [part=invite]')
        .filter({ hasText: name })
        .filter({ hasText: 'Brugt' })
        .waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
