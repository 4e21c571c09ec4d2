import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localAt } from '@venterum/contract';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { linkFor, sendInvite } from './harness/invites.ts';
import { bytesReceived, seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { gone, until } from './harness/until.ts';

describe('J3: by text message', () => {
  let scene: Scene;
  let doctor: Person;
  let colleague: Person;
  let phone: Person;
  let guest: Person;

  before(async () => {
    scene = await setScene();
    [doctor, colleague, phone] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      atTheClinic(scene, staff.otherDoctor),
      scene.person('/phone/', { width: 390, height: 844 }),
    ]);
  });

  after(() => scene.close());

  it('C6: invites by a message without anything personal', async () => {
    await sendInvite(doctor.page, 'Datter Else', '20 12 34 56');
    const link = await linkFor(phone.page, '20 12 34 56');
    assert.match(link, /\/guest\/#[\w-]{22,}$/);
    const text = await phone.page.getByRole('listitem').first().innerText();
    assert.doesNotMatch(text, /Else|Datter|Lund/);
  });

  it('C5: takes the token out of the address before any request', async () => {
    guest = await scene.person(new URL(await linkFor(phone.page, '20 12 34 56')).href, {
      width: 390,
      height: 844,
    });
    await guest.page.getByRole('heading', { name: 'Lægen venter dig på video' }).waitFor();
    assert.equal(new URL(guest.page.url()).hash, '');
  });

  it('lets the guest into the queue with a first name and one tap', async () => {
    await guest.page.getByLabel('Dit fornavn').fill('Else');
    await guest.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await guest.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
  });

  it('C3: tells whoever reloads the page to tap the link again, and goes on with the same place on that phone, on no other', async () => {
    const link = await linkFor(phone.page, '20 12 34 56');
    await guest.page.reload();
    await guest.page.getByText('Har du fået et link i en sms? Tryk på det igen.').waitFor();
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'Lægen venter dig på video' }).waitFor();
    await guest.page.getByLabel('Dit fornavn').fill('Else');
    await guest.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await guest.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    const kept = await guest.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    assert.ok(!kept.includes(new URL(link).hash.slice(1)), 'C5: the token is kept nowhere');
    const other = await scene.person(link, { width: 390, height: 844 });
    await other.page.getByLabel('Dit fornavn').fill('Fremmed');
    await other.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await other.page.getByRole('heading', { name: 'Linket er åbnet på en anden enhed' }).waitFor();
    assert.equal(await other.page.getByRole('textbox').count(), 0, 'nothing to fill in');
  });

  it('B8: sends the guest neither sound nor picture before somebody calls', async () => {
    assert.equal(await bytesReceived(guest.page), 0);
  });

  it('B10: a colleague of the sender calls the guest in', async () => {
    await colleague.page.getByRole('tab', { name: /Kø/ }).click();
    await callIn(colleague.page, 'Else');
    await guest.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await Promise.all([
      seesMovingPicture(colleague.page, 'the colleague'),
      seesMovingPicture(guest.page, 'the guest'),
    ]);
    await endWith(colleague.page, 'Gennemført');
    await guest.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
  });

  it('C1: a revoked link opens nothing and says so plainly', async () => {
    await sendInvite(doctor.page, 'Forkert nummer', '20 65 43 21');
    const link = await linkFor(phone.page, '20 65 43 21');
    await doctor.page.getByRole('button', { name: 'Tilbagekald invitationen til Forkert nummer' }).click();
    await doctor.page.getByRole('button', { name: 'Tilbagekald', exact: true }).last().click();
    await doctor.page.getByText('Tilbagekaldt').first().waitFor();
    const stranger = await scene.person(link, { width: 390, height: 844 });
    await stranger.page.getByLabel('Dit fornavn').fill('Fremmed');
    await stranger.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await stranger.page.getByRole('heading', { name: 'Linket virker ikke længere' }).waitFor();
    await gone(startButton(doctor.page, 'Fremmed'), 'the stranger');
  });

  it('P8: a wrong number is written anew for the same visit, and the stranger is out of the queue', async () => {
    await sendInvite(doctor.page, 'Patient Kaja', '20 65 43 22');
    const wrong = await linkFor(phone.page, '20 65 43 22');
    const stranger = await scene.person(wrong, { width: 390, height: 844 });
    await stranger.page.getByLabel('Dit fornavn').fill('Fremmed');
    await stranger.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await stranger.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await doctor.page.getByRole('button', { name: 'Tilbagekald invitationen til Patient Kaja' }).click();
    await doctor.page.getByRole('button', { name: 'Tilbagekald, og ret nummeret' }).click();
    await stranger.page
      .getByRole('heading', { name: 'Klinikken har trukket invitationen tilbage' })
      .waitFor();
    // The stranger may be told before the answer is back at the clinic.
    await until(
      'the name is there to be sent to another number',
      async () => (await doctor.page.getByLabel('Navn').inputValue()) === 'Patient Kaja',
    );
    await doctor.page.getByLabel('Mobilnummer').fill('20 65 43 23');
    await doctor.page.getByRole('button', { name: 'Tjek numre' }).click();
    await doctor.page.getByRole('button', { name: 'Ja, send sms' }).click();
    const right = await scene.person(await linkFor(phone.page, '20 65 43 23'), { width: 390, height: 844 });
    await right.page.getByLabel('Dit fornavn').fill('Kaja');
    await right.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await right.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await colleague.page.getByRole('tab', { name: /Kø/ }).click();
    await startButton(colleague.page, 'Kaja').waitFor();
    await gone(startButton(colleague.page, 'Fremmed'), 'the stranger, who must not stay as a ghost');
  });

  it('P6, S20: a test call at an agreed time says so to both, and when the message goes out', async () => {
    const { page } = doctor;
    const agreedAt = new Date(Date.now() + 10 * 60_000).toISOString();
    const clock = localAt(agreedAt).slice(11).replace(':', '.');
    await page.getByRole('tab', { name: /Sms/ }).click();
    await page.getByLabel('Navn').fill('Patient Einer');
    await page.getByLabel('Mobilnummer').fill('20 65 43 25');
    await page.getByLabel('Aftal en tid').first().check();
    await page.locator('sms-invite input[type=datetime-local]').fill(localAt(agreedAt));
    await page.getByLabel('Prøveopkald').check();
    await page.getByRole('button', { name: 'Tjek numre' }).click();
    const confirm = page.locator('sms-invite [part=confirm]');
    // A quarter of an hour before has passed: now.
    await confirm.getByText(/^Sendes .*\d\.$/).waitFor();
    await confirm.getByText(`kl. ${clock}`).waitFor();
    await page.locator('sms-invite [part=test]').getByText('Prøveopkald').waitFor();
    await page.getByRole('button', { name: 'Ja, send sms' }).click();
    const tester = await scene.person(await linkFor(phone.page, '20 65 43 25'), { width: 390, height: 844 });
    await tester.page.getByLabel('Dit fornavn').fill('Einer');
    await tester.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await tester.page.locator('queue-join [part=test]').getByText('Prøveopkald').waitFor();
    await tester.page.getByText(`Aftalt tid kl. ${clock}`).waitFor();
    await tester.page.getByRole('paragraph').filter({ hasText: 'Du er her i god tid.' }).waitFor();
    await colleague.page.getByRole('tab', { name: /Kø/ }).click();
    const row = colleague.page.getByRole('listitem').filter({ has: startButton(colleague.page, 'Einer') });
    await row.getByText('Prøveopkald').waitFor();
    await row.getByText(`Aftalt kl. ${clock}`).waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
