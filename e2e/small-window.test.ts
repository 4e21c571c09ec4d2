import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, staff } from './harness/clinic.ts';
import { liveConnections, seesMovingPicture, smallCamera, soundHeard } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';

/** Enough that it moves. */
const FRAMES = 10;

/** The browser's own window above all others, from the page it was asked for by. */
const smallWindow = (page: Page): Promise<{ text: string; frames: number; muted: boolean } | undefined> =>
  page.evaluate(() => {
    const { window: small } = (window as unknown as { documentPictureInPicture: { window: Window | null } })
      .documentPictureInPicture;
    if (small === null) return undefined;
    const video = small.document.querySelector('video');
    return {
      text: small.document.body.innerText,
      frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
      muted: video?.muted ?? false,
    };
  });

const openMore = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Mere', exact: true }).click();

describe('P4: a call that leaves the page free', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;

  before(async () => {
    scene = await setScene();
    const prepare = smallCamera;
    clinic = await atTheClinic(scene, staff.doctor, { prepare });
    bedside = await atTheBedside(scene, { prepare });
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page);
    await callIn(clinic.page, resident);
    await enter(bedside.page);
    for (const { page } of [clinic, bedside]) await seesMovingPicture(page, 'somebody');
  });

  after(() => scene.close());

  it('shows the moving picture in a window above all others, with the sound in the page', async () => {
    await openMore(clinic.page);
    await clinic.page.getByRole('button', { name: 'Vis oven på andre vinduer' }).click();
    const first = await until('the window is open', () => smallWindow(clinic.page));
    assert.ok(first.muted);
    await until('the picture moves there', async () => {
      const now = await smallWindow(clinic.page);
      return now !== undefined && now.frames >= first.frames + FRAMES;
    });
    assert.match((await smallWindow(clinic.page))?.text ?? '', /SOSU-assistent Test Holm/);
    await soundHeard(clinic.page, 'the doctor');
  });

  it('goes on in the page when the window is closed', async () => {
    await clinic.page.evaluate(() => {
      const { window: small } = (window as unknown as { documentPictureInPicture: { window: Window | null } })
        .documentPictureInPicture;
      const buttons = [...(small?.document.querySelectorAll('button') ?? [])];
      buttons.find(({ innerText }) => innerText === 'Tilbage til samtalen')?.click();
    });
    await until('the window is gone', async () => (await smallWindow(clinic.page)) === undefined);
    await seesMovingPicture(clinic.page, 'the doctor');
    await soundHeard(clinic.page, 'the doctor');
    await clinic.page.getByRole('button', { name: 'Vis oven på andre vinduer' }).click();
    await until('it opens anew', () => smallWindow(clinic.page));
  });

  it('is a line in the journal, heard while one works in another record, and large again', async () => {
    const { page } = bedside;
    await openMore(page);
    await page.getByRole('button', { name: 'Gør lille' }).click();
    const line = page.locator('video-room [part=bar]');
    await line.getByText(staff.doctor).waitFor();
    await openRecord(page, 'Bruno Elmer');
    await page.getByLabel('Ny observation').fill('Har spist.');
    await page.getByRole('button', { name: 'Gem observation' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Har spist.' }).waitFor();
    await soundHeard(page, 'the bedside');
    await soundHeard(clinic.page, 'the doctor');
    await page.getByRole('button', { name: 'Vis stort' }).click();
    await line.waitFor({ state: 'detached' });
    await page.locator('video-room .tile video').waitFor();
    await seesMovingPicture(page, 'the bedside');
    assert.equal(await liveConnections(page), 1);
  });

  it('E11: leaves no window behind when the call is over', async () => {
    await bedside.page.getByRole('button', { name: 'Forlad samtalen' }).click();
    await clinic.page.getByRole('button', { name: /^Afslut( samtalen)?$/ }).click();
    await clinic.page.getByRole('dialog').getByRole('button', { name: 'Gennemført' }).click();
    await until('the window is gone', async () => (await smallWindow(clinic.page)) === undefined);
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
