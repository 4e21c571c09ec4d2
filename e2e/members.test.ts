import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheClinic, staff } from './harness/clinic.ts';
import { logInAsStaff } from './harness/logins.ts';
import { loggedInLongAgo } from './harness/long-ago.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

/** From being removed to reading so on an open page, in milliseconds. */
const effect = 5000;

describe('a colleague on the clinic’s list', () => {
  let scene: Scene;
  let manager: Person;
  let locum: Person;
  let code: string;

  before(async () => {
    scene = await setScene();
    [manager, locum] = await Promise.all([
      atTheClinic(scene, staff.manager),
      scene.person('/practice-system/'),
    ]);
  });

  after(() => scene.close());

  it('is nobody at first, and is told what to ask for', async () => {
    await logInAsStaff(locum.page, staff.locum);
    await locum.page
      .getByRole('heading', { name: 'Du har ikke adgang til klinikkens venteværelse' })
      .waitFor();
    await locum.page.getByLabel('Kode fra klinikkens leder').waitFor();
  });

  it('is added by the manager, who gets a code', async () => {
    const { page } = manager;
    await page.getByRole('button', { name: 'Indstillinger' }).click();
    await page.getByRole('button', { name: 'Medarbejdere og åbningstider' }).click();
    const settings = page.locator('clinic-settings');
    await settings.getByLabel('Navn').fill('Vikar i uge 48');
    await settings.getByLabel('Rolle').selectOption('læge');
    await settings.getByRole('button', { name: 'Tilføj, og lav en kode' }).click();
    await settings.getByRole('heading', { name: 'Kode til Vikar i uge 48' }).waitFor();
    code = (await settings.locator('code').textContent()) ?? '';
    assert.match(code, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  });

  it('comes in by the code, and the manager sees it', async () => {
    await locum.page.getByLabel('Kode fra klinikkens leder').fill(code.toLowerCase());
    await locum.page.getByRole('button', { name: 'Brug koden' }).click();
    await locum.page.getByText('Ingen venter').first().waitFor();
    const row = manager.page.getByRole('listitem').filter({ hasText: staff.locum });
    await row.getByText('Logget ind', { exact: true }).waitFor();
  });

  it('A14: the next one waits until the manager has logged in again, and nothing is typed twice', async () => {
    const { page } = manager;
    const settings = page.locator('clinic-settings');
    await settings.getByRole('button', { name: 'Koden er givet videre' }).click();
    loggedInLongAgo(scene);
    await settings.getByLabel('Navn').fill('Vikar i uge 49');
    await settings.getByRole('button', { name: 'Tilføj, og lav en kode' }).click();
    await settings.getByText('Log ind igen for at ændre det. Så ved vi, at det er dig.').waitFor();
    assert.equal(await settings.getByLabel('Navn').inputValue(), 'Vikar i uge 49');
    await logInAsStaff(page, staff.manager);
    await settings.getByRole('heading', { name: 'Kode til Vikar i uge 49' }).waitFor();
    await until('the form is empty', async () => (await settings.getByLabel('Navn').inputValue()) === '');
  });

  it('A5: is removed, and the open page says so within five seconds', async () => {
    const { page } = manager;
    await page.getByRole('button', { name: `Ret ${staff.locum}` }).click();
    await page.getByRole('button', { name: 'Fjern fra klinikken' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('også midt i en samtale').waitFor();
    const told = locum.page
      .getByText('Du er logget af af en administrator')
      .first()
      .waitFor({ timeout: effect });
    await Promise.all([question.getByRole('button', { name: 'Fjern fra klinikken' }).click(), told]);
    await page.getByRole('listitem').filter({ hasText: staff.locum }).waitFor({ state: 'detached' });
  });

  it('A5: does not come back by logging in', async () => {
    await logInAsStaffAgain(locum);
    await locum.page
      .getByRole('heading', { name: 'Du har ikke adgang til klinikkens venteværelse' })
      .waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});

const logInAsStaffAgain = async ({ page }: Person): Promise<void> => {
  const retry = page.getByRole('button', { name: 'Log ind igen' });
  await retry.click();
  await logInAsStaff(page, staff.locum);
};
