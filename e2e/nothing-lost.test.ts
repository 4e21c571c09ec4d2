import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { VisitList } from '@venterum/contract';
import { apiOf } from './harness/api.ts';
import { atTheBedside, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';
const citizen = 'May Moberg';

const isAt = (page: Page, position: number): Promise<void> =>
  page.getByRole('heading', { name: `Du er nummer ${position}` }).waitFor();

describe('nothing is lost on the way', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;
  let phone: Person;

  /** The queue as the clinic's members see it. */
  const queue = async (): Promise<VisitList['visits']> => {
    const { clinics } = await apiOf(scene, clinic).get<{ clinics: { id: string }[] }>(
      '/v1/clinics?search=Testby',
    );
    const { visits } = await apiOf(scene, clinic).get<VisitList>(`/v1/visits?clinic=${clinics[0]?.id}`);
    return visits;
  };
  const presenceOf = async (name: string): Promise<string | undefined> => {
    const visit = (await queue()).find(({ participants }) =>
      participants.some((participant) => participant.name === name),
    );
    return visit?.presence;
  };
  const clinicSees = (name: string, presence: 'online' | 'away'): Promise<unknown> =>
    until(`the clinic knows that ${name} is ${presence}`, async () => (await presenceOf(name)) === presence);

  before(async () => {
    scene = await setScene();
    [clinic, bedside, phone] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      atTheBedside(scene),
      scene.person('/citizen/', { width: 390, height: 844 }),
    ]);
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page);
    await logInAsCitizen(phone.page, citizen);
    await phone.page.getByLabel('Årsag til henvendelsen').fill('Udslæt på armen');
    await phone.page.getByRole('button', { name: 'Stil dig i kø' }).click();
    await isAt(phone.page, 2);
  });

  after(() => scene.close());

  it('P5: a reload of the journal comes back to the place, without a tap', async () => {
    await bedside.page.reload();
    await isAt(bedside.page, 1);
    await isAt(phone.page, 2);
    await clinicSees(resident, 'online');
  });

  it('P5: a reload of the citizen’s page comes back to the place, without a tap', async () => {
    await phone.page.reload();
    await isAt(phone.page, 2);
    await clinicSees(citizen, 'online');
  });

  it('without a network both sides are told so, the place is kept, and it comes back by itself', async () => {
    // What comes after the place is there too: a page cut off before says less.
    await phone.page
      .getByText(/Vi kan ikke kalde med lyd/)
      .first()
      .waitFor();
    phone.line.cut();
    // Close to midnight the place is kept until tomorrow, which is said with its day.
    await phone.page
      .getByText(/Forbindelsen er væk siden .*kl\. \d\d\.\d\d\. Pladsen holdes til .*kl\. \d\d\.\d\d\./)
      .first()
      .waitFor();
    await clinicSees(citizen, 'away');
    await isAt(phone.page, 2);
    phone.line.mend();
    await clinicSees(citizen, 'online');
    await phone.page.locator('queue-join').locator('[part=offline]').waitFor({ state: 'detached' });
    await isAt(phone.page, 2);
  });

  it('called while the network was gone, it rings as soon as that is back; let go, the place is the old one', async () => {
    bedside.line.cut();
    await bedside.page.locator('queue-join').locator('[part=offline]').waitFor();
    await callIn(clinic.page, resident);
    bedside.line.mend();
    await bedside.page.getByRole('heading', { name: 'Lægen er klar' }).waitFor();
    const called = (await queue()).find(({ state }) => state === 'called');
    await apiOf(scene, clinic).post(`/v1/visits/${called?.id}/release`);
    await isAt(bedside.page, 1);
    await bedside.page.getByText('Du har din plads endnu').first().waitFor();
    await startButton(clinic.page, resident).waitFor();
  });

  it('a device that sleeps keeps its place, and is up to date when it wakes', async () => {
    const device = await phone.context.newCDPSession(phone.page);
    await device.send('Page.setWebLifecycleState', { state: 'frozen' });
    phone.line.cut();
    await clinicSees(citizen, 'away');
    const before = (await queue()).map(({ id }) => id);
    phone.line.mend();
    await device.send('Page.setWebLifecycleState', { state: 'active' });
    await clinicSees(citizen, 'online');
    await isAt(phone.page, 2);
    assert.deepEqual(
      (await queue()).map(({ id }) => id),
      before,
    );
  });

  it('the back button leads back to the place; the clinic knows who is away meanwhile', async () => {
    await phone.page.goto(new URL('/', scene.demo.addresses.hostPages).href);
    await clinicSees(citizen, 'away');
    await phone.page.goBack();
    await isAt(phone.page, 2);
    await clinicSees(citizen, 'online');
  });

  describe('in two windows of the same person', () => {
    let other: Page;

    it('is one place, and both say so', async () => {
      other = await phone.context.newPage();
      await other.goto(phone.page.url());
      await other.getByRole('button', { name: 'Log ind med digital identitet (test)' }).click();
      await isAt(other, 2);
      for (const page of [phone.page, other])
        await page.getByText('Køen er også åben i et andet vindue').first().waitFor();
      assert.equal((await queue()).length, 2);
    });

    it('is called in both, and the one left behind says where the conversation is', async () => {
      await callIn(clinic.page, citizen);
      for (const page of [phone.page, other])
        await page.getByRole('heading', { name: 'Lægen er klar' }).waitFor();
      await phone.page.getByRole('button', { name: 'Gå til lægen' }).click();
      await other
        .getByText(/Samtalen er i gang et andet sted/)
        .first()
        .waitFor();
      await endWith(clinic.page, 'Gennemført');
      for (const page of [phone.page, other])
        await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    });
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
