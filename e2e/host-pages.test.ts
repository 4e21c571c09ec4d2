import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/axe.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { faultsOf, setScene, type Scene } from './harness/scene.ts';

const pages: readonly (readonly [path: string, shows: RegExp])[] = [
  ['/', /Video med lægen, inde i de systemer/],
  ['/practice-system/', /Log ind for at se venteværelset/],
  ['/eoj/', /God vagt/],
  ['/citizen/', /Log ind for at tale med lægen/],
  ['/guest/', /Har du fået en kode til video/],
  ['/phone/', /Ingen sms'er endnu/],
  ['/vanilla/', /Log ind for at tale med lægen/],
];

const isScrollable = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('the host pages', () => {
  let scene: Scene;

  before(async () => {
    scene = await setScene();
  });

  after(() => scene.close());

  for (const [path, shows] of pages) {
    it(`${path} is accessible, and fits a narrow window and a wide one`, async () => {
      for (const width of [320, 1280]) {
        const { page, context } = await scene.person(path, { width });
        await page.getByText(shows).first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], `at ${width}`);
        assert.equal(await isScrollable(page), false, `no sideways scrolling at ${width}`);
        await context.close();
      }
    });
  }

  it('lead everywhere from the first one', async () => {
    const { page } = await scene.person('/');
    await page.locator(`#docs[href^="${scene.demo.addresses.server}"]`).waitFor();
    const targets = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    assert.ok(targets.length >= 6);
    for (const target of targets) assert.equal((await fetch(target)).status, 200, target);
  });

  it('J6: ten lines are enough to log in and be ready for the queue', async () => {
    const { page } = await scene.person('/vanilla/');
    await logInAsCitizen(page, 'May Moberg');
    await page.getByRole('button', { name: 'Stil dig i kø' }).waitFor();
  });

  it('keep apart what is primary and what takes no tap where the system sets the colours', async () => {
    const { page } = await scene.person('/vanilla/');
    await page.emulateMedia({ forcedColors: 'active' });
    const login = page.getByRole('button', { name: /Log ind/ }).first();
    await login.waitFor();
    const [filled, grey, plain] = await login.evaluate((button) => {
      const backgroundIn = (change: () => void): string => {
        change();
        const { backgroundColor, color } = getComputedStyle(button);
        return `${color} on ${backgroundColor}`;
      };
      return [
        backgroundIn(() => undefined),
        backgroundIn(() => button.setAttribute('aria-disabled', 'true')),
        backgroundIn(() => {
          button.removeAttribute('aria-disabled');
          button.removeAttribute('class');
        }),
      ];
    });
    assert.equal(new Set([filled, grey, plain]).size, 3, `${filled}, ${grey}, ${plain}`);
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
