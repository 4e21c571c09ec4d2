import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheClinic, staff } from './harness/clinic.ts';
import { linkFor, sendInvite } from './harness/invites.ts';
import { otherBrowsers, type OtherBrowser } from './harness/other-browsers.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const sizes = [
  { telephone: 'an Android telephone', width: 412, height: 839, name: 'Else', phone: '20 12 34 56' },
  { telephone: 'an iPhone', width: 390, height: 664, name: 'Vest', phone: '20 88 77 66' },
] as const;

/** Everything on the page, through open shadow roots, for an expression. */
const all = `((root) => { const below = (node) => [...node.querySelectorAll('*')].flatMap((one) =>
  [one, ...(one.shadowRoot === null ? [] : below(one.shadowRoot))]); return below(root); })(document)`;

/** A browser without a language of its own shows the page in English, with a button. */
const inDanish = (browser: OtherBrowser): Promise<unknown> =>
  until('the page is in Danish', async () => {
    const [language, isOffered] = (await browser.evaluate(
      `(({ hidden, textContent }) => [document.documentElement.lang, !hidden && textContent === 'Dansk'])(document.querySelector('#language'))`,
    )) as [string, boolean];
    if (isOffered) await browser.evaluate(`document.querySelector('#language').click()`);
    return language === 'da' && !isOffered;
  });

const shows = (browser: OtherBrowser, heading: RegExp): Promise<unknown> =>
  until(`the page shows ${heading.source}`, async () => {
    const headings = await browser.evaluate(
      `${all}.filter((one) => /^H[1-6]$/.test(one.tagName) && one.checkVisibility()).map((one) => one.innerText).join('\\n')`,
    );
    return heading.test(String(headings));
  });

const tap = (browser: OtherBrowser, words: string): Promise<unknown> =>
  until(`the page shows ${words}`, () =>
    browser
      .evaluate(
        `${all}.filter((one) => one.tagName === 'BUTTON' && one.innerText.trim() === ${JSON.stringify(words)}).map((one) => one.click()).length`,
      )
      .then((count) => count === 1),
  );

const fill = (browser: OtherBrowser, value: string): Promise<unknown> =>
  until('there is one field to fill in', () =>
    browser
      .evaluate(
        `${all}.filter((one) => one.tagName === 'INPUT' && one.checkVisibility()).map((one) => { one.value = ${JSON.stringify(value)}; one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }).length`,
      )
      .then((count) => count === 1),
  );

for (const [engine, open] of Object.entries(otherBrowsers())) {
  if (open === undefined) {
    console.log(`NOT TESTED: the guest page in ${engine} (install firefox-esr, webkit2gtk-driver and xvfb).`);
    continue;
  }
  describe(`J3: the guest page in ${engine}`, () => {
    let scene: Scene;
    let doctor: Person;
    let phone: Person;

    before(async () => {
      scene = await setScene();
      [doctor, phone] = await Promise.all([
        atTheClinic(scene, staff.doctor),
        scene.person('/phone/', { width: 390, height: 844 }),
      ]);
    });

    after(() => scene.close());

    for (const { telephone, name, phone: number, ...size } of sizes)
      it(`C2: from the link into the queue, on a page of ${telephone}’s size`, async () => {
        await sendInvite(doctor.page, name, number);
        const browser = await open();
        try {
          await browser.open(await linkFor(phone.page, number), size);
          await inDanish(browser);
          await shows(browser, /Lægen venter dig på video/);
          assert.equal(await browser.evaluate('location.hash'), '', 'the token is out of the address');
          await fill(browser, name);
          await tap(browser, 'Gå ind i venteværelset');
          await shows(browser, /Du er nummer \d/);
          assert.equal(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await doctor.page.getByRole('tab', { name: 'Kø' }).click();
          await doctor.page.getByText(name, { exact: true }).first().waitFor();
        } finally {
          await browser.close();
        }
      });

    it('E1: broke no policy and threw no error on the other pages', () => {
      assert.deepEqual(faultsOf(scene), []);
    });
  });
}
