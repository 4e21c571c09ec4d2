import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { endWith, staff } from './harness/clinic.ts';
import { startConference, type Conference } from './harness/conference.ts';
import { bytesReceived, devicesReleased, liveConnections, seesMovingPictures } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const guest = { name: 'Else', phone: '20 12 34 56' } as const;

describe('J3: more people in a running consultation', () => {
  let scene: Scene;
  let conference: Conference;
  let clinic: Person;
  let bedside: Person;
  let relative: Person;

  before(async () => {
    scene = await setScene();
    conference = await startConference(scene);
    ({ clinic, bedside } = conference);
  });

  after(() => scene.close());

  it('B8: shows the doctor who is outside, and lets nothing reach them', async () => {
    relative = await conference.arrive(guest);
    await clinic.page.getByRole('heading', { name: 'Venter på at komme ind' }).waitFor();
    assert.equal(await bytesReceived(relative.page), 0);
    assert.equal(await bedside.page.getByText('Else').count(), 0);
  });

  it('lets them in: three see each other', async () => {
    await conference.letIn(relative, guest);
    await Promise.all([
      seesMovingPictures(clinic.page, 'the doctor', 2),
      seesMovingPictures(bedside.page, 'the bedside', 2),
      seesMovingPictures(relative.page, 'the relative', 2),
    ]);
    await bedside.page.locator('video-room .name').filter({ hasText: 'Else' }).waitFor();
  });

  it('shows the doctor a screen to all, first and large, and the camera again', async () => {
    await clinic.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await clinic.page.getByRole('button', { name: 'Del skærm' }).click();
    await clinic.page.getByText('Du deler din skærm').first().waitFor();
    for (const { page } of [bedside, relative])
      await page.locator('video-room .tile[data-large]').filter({ hasText: 'deler skærm' }).waitFor();
    await clinic.page.getByRole('button', { name: 'Stop deling' }).click();
    for (const { page } of [bedside, relative])
      await page.locator('video-room .tile[data-large]').waitFor({ state: 'detached' });
    await seesMovingPictures(relative.page, 'the relative', 2);
  });

  it('shows large to all whom the doctor chooses', async () => {
    await clinic.page.getByRole('button', { name: 'Vis stort for alle: Else' }).click();
    await bedside.page.locator('video-room .tile[data-large]').filter({ hasText: 'Else' }).waitFor();
    await clinic.page.getByRole('button', { name: 'Vis alle ens: Else' }).click();
    await bedside.page.locator('video-room .tile[data-large]').waitFor({ state: 'detached' });
  });

  it('shows who signs to all, when they say so themselves, until the doctor ends it', async () => {
    await relative.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await relative.page.getByRole('button', { name: 'Vis tegnsprog for alle: Else' }).click();
    for (const { page } of [clinic, bedside])
      await page
        .locator('video-room .tile[data-large][data-speaks]', { hasText: 'taler tegnsprog' })
        .waitFor();
    await clinic.page.getByRole('button', { name: 'Vis alle ens: Else' }).click();
    await bedside.page.locator('video-room .tile[data-large]').waitFor({ state: 'detached' });
  });

  it('D11: gives both ends the same three words', async () => {
    const wordsAt = async ({ page }: Person, withWhom: string): Promise<string> => {
      const more = page.getByRole('button', { name: 'Mere', exact: true });
      if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
      await page.getByRole('button', { name: 'Tjek at ingen lytter med' }).click();
      const words = page.locator('video-room [part=safety-words] div').filter({ hasText: withWhom });
      return (await words.locator('dd').innerText()).trim();
    };
    const [atTheDoctors, atHome] = [await wordsAt(clinic, 'Else'), await wordsAt(relative, staff.doctor)];
    assert.match(atTheDoctors, /^\p{L}+ · \p{L}+ · \p{L}+$/u);
    assert.equal(atTheDoctors, atHome);
    for (const { page } of [clinic, relative])
      await page.getByRole('button', { name: 'Mere', exact: true }).click();
  });

  it('goes on while the host moves the element in its page, and as a bar', async () => {
    const before = await liveConnections(bedside.page);
    await bedside.page.evaluate(() => {
      const element = document.querySelector('queue-join');
      const place = document.createElement('div');
      element?.before(place);
      if (element !== null) place.append(element);
    });
    await until('all three pictures play', () =>
      bedside.page.locator('video-room video').evaluateAll((videos) => {
        const playing = (videos as HTMLVideoElement[]).filter(({ paused }) => !paused);
        return videos.length === 3 && playing.length === 3;
      }),
    );
    await bedside.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await bedside.page.getByRole('button', { name: 'Gør lille' }).click();
    await bedside.page.getByRole('button', { name: 'Vis stort' }).waitFor();
    await seesMovingPictures(bedside.page, 'the bedside', 2);
    await bedside.page.getByRole('button', { name: 'Vis stort' }).click();
    assert.equal(await liveConnections(bedside.page), before);
  });

  it('D17: sends somebody out: nothing of the call reaches them, and nothing of theirs the others', async () => {
    await clinic.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await clinic.page.getByRole('button', { name: 'Send ud: Else' }).click();
    await relative.page.getByRole('heading', { name: 'Du venter uden for samtalen' }).waitFor();
    await until('the connections to them are gone', async () => {
      const open = await Promise.all([clinic, bedside, relative].map(({ page }) => liveConnections(page)));
      return open.join() === '1,1,0';
    });
    await until('their camera is off', () => devicesReleased(relative.page));
    await conference.letIn(relative, guest);
    await seesMovingPictures(relative.page, 'the relative', 2);
  });

  it('D17: ends for all three', async () => {
    await endWith(clinic.page, 'Gennemført');
    for (const { page } of [bedside, relative])
      await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    for (const { page } of [clinic, bedside, relative])
      await until('the camera is off', () => devicesReleased(page));
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
