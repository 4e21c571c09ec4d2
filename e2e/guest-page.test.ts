import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { weighGuestPage } from '../.config/guest-page.mjs';
import { atTheClinic, staff } from './harness/clinic.ts';
import { linkFor, sendInvite } from './harness/invites.ts';
import { faultsOf, setScene, type Person, type PersonOptions, type Scene } from './harness/scene.ts';

/** Who looks at links in messages before anybody taps them. */
const lookers = [
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0 A',
  'TelegramBot (like TwitterBot)',
  'Twitterbot/1.0',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) facebookexternalhit/1.1 Facebot Twitterbot/1.0',
] as const;

const invitedTitle = 'Lægen venter dig på video';

const enter = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Dit fornavn').fill(name);
  await page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
  await page.getByRole('heading', { name: /Du er nummer \d/ }).waitFor();
};

describe('J3: the guest page', () => {
  let scene: Scene;
  let doctor: Person;
  let phone: Person;
  let link: string;

  before(async () => {
    scene = await setScene();
    [doctor, phone] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      scene.person('/phone/', { width: 390, height: 844 }),
    ]);
    await sendInvite(doctor.page, 'Patient Kaja', '20 12 34 56');
    link = await linkFor(phone.page, '20 12 34 56');
  });

  after(() => scene.close());

  const open = (prepare: (context: BrowserContext) => Promise<unknown>): Promise<Person> => {
    const options: PersonOptions = { telephone: 'iPhone 14', prepare };
    return scene.person(link, options);
  };

  const lacking: Readonly<Record<string, () => void>> = {
    // Modules, but not the interfaces of 2022.
    'Safari 15': () => {
      Reflect.deleteProperty(AbortSignal, 'timeout');
    },
    // All of them, but neither constructable stylesheets nor static blocks.
    'Safari 16.3': () => {
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    },
  };
  for (const [browser, lack] of Object.entries(lacking))
    it(`says which browser to use in ${browser}, with the whole link to copy`, async () => {
      const { page } = await open(async (context) => {
        await context.addInitScript(lack);
        await context.addInitScript(() => {
          addEventListener('copy', () => {
            document.title = (document.activeElement as HTMLTextAreaElement).value;
          });
        });
      });
      await page.getByRole('heading', { name: 'Denne browser er for gammel til video' }).waitFor();
      await page.getByText('iPhone og iPad: Safari med iOS 16.4 eller nyere').waitFor();
      assert.equal(await page.locator('queue-join').isVisible(), false);
      assert.equal(await page.locator('#language').isVisible(), false, 'both languages stand there');
      await page.getByRole('button', { name: 'Kopiér linket' }).click();
      await page.getByText('Kopieret.').waitFor();
      assert.equal(await page.title(), link);
    });

  it('says so where its code does not arrive, and goes on with the same link by a tap', async () => {
    const code = '**/guest/video.js';
    const { context, page } = await open((opened) => opened.route(code, (route) => route.abort()));
    await page.getByRole('heading', { name: 'Siden kunne ikke hentes' }).waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the token is out of the address');
    await page.route('**/config.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByText('Der er stadig ingen forbindelse.').waitFor();
    assert.equal(new URL(page.url()).hash, '', 'nor does it come back without a line');
    await page.unroute('**/config.js');
    await context.unroute(code);
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByRole('heading', { name: invitedTitle }).waitFor();
    assert.equal(new URL(page.url()).hash, '');
  });

  it('is never a blank page, not even without its first script', async () => {
    const { page } = await open((context) => context.route('**/guest/guest.js', (route) => route.abort()));
    await page.getByText('Sker der ikke noget, så tryk på linket i sms’en igen.').waitFor();
  });

  it('can be read where light-dark() is unknown: iPhones before iOS 17.5', async () => {
    const { page } = await open((context) =>
      context.route('**/*.css', async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replaceAll('light-dark(', 'unknown('),
        });
      }),
    );
    await page.getByRole('heading', { name: invitedTitle }).waitFor();
    const colours = await page.locator('header').evaluate((header) => {
      const { backgroundColor, color } = getComputedStyle(header);
      return [backgroundColor, color, getComputedStyle(document.body).backgroundColor];
    });
    assert.deepEqual(colours, ['rgb(138, 75, 8)', 'rgb(255, 255, 255)', 'rgb(251, 248, 243)']);
  });

  it('C5: takes the token out before it asks for anything but its own files, and no request tells it', async () => {
    const token = new URL(link).hash.slice(1);
    const pages = scene.demo.addresses.hostPages;
    const told: Promise<string>[] = [];
    const { page } = await open(async (context) => {
      context.on('request', (request) => {
        const headers = request.allHeaders().then((all) => JSON.stringify(all));
        told.push(headers.then((all) => `${request.url().replace(/#.*$/, '')} ${all}`));
      });
      await context.addInitScript(() => {
        const replace = history.replaceState.bind(history);
        history.replaceState = (...to) => {
          replace(...to);
          performance.mark('stripped');
        };
      });
    });
    await page.getByRole('heading', { name: invitedTitle }).waitFor();
    const early = await page.evaluate(() => {
      const [stripped] = performance.getEntriesByName('stripped');
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => stripped === undefined || startTime < stripped.startTime)
        .map(({ name }) => name);
    });
    const own = ['guest.css', 'too-old.js', 'token.js', 'guest.js'].map((file) => `guest/${file}`);
    assert.deepEqual(
      early.filter((url) => !own.includes(url.replace(pages, ''))),
      [],
    );
    const requests = await Promise.all(told);
    assert.ok(requests.some((request) => request.includes('/guest/video.js')));
    assert.deepEqual(
      requests.filter((request) => request.includes(token) || request.includes('"referer"')),
      [],
    );
  });

  it('C5, E1: the page and every file of it forbid referrers and what is not its own', async () => {
    const answers: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = [];
    const { page } = await open((context) =>
      Promise.resolve(
        context.on('response', (response) => {
          if (response.url().startsWith(scene.demo.addresses.hostPages))
            answers.push({ url: response.url(), headers: response.headers() });
        }),
      ),
    );
    await page.getByRole('heading', { name: invitedTitle }).waitFor();
    assert.ok(answers.some(({ url }) => url.includes('/guest/')) && answers.length > 5);
    for (const { url, headers } of answers) {
      assert.equal(headers['referrer-policy'], 'no-referrer', url);
      assert.equal(headers['cache-control'], 'no-store', url);
      const policy = headers['content-security-policy'] ?? '';
      for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"])
        assert.ok(policy.split('; ').includes(rule), `${url} ${rule}`);
      assert.doesNotMatch(policy, /unsafe|https?:\/\/(?!localhost)/, url);
    }
  });

  it('C2: fifty looks by ten who look at links, and a browser that never taps, burn nothing', async () => {
    for (const agent of lookers)
      for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET']) {
        const response = await fetch(link, { method, headers: { 'user-agent': agent } });
        assert.equal(response.status, 200, agent);
        assert.ok(!(await response.text()).includes(new URL(link).hash.slice(1)));
      }
    const { page: looking } = await open(() => Promise.resolve());
    await looking.getByRole('heading', { name: invitedTitle }).waitFor();
    const { page } = await open(() => Promise.resolve());
    await enter(page, 'Kaja');
  });

  it('fetches nothing until the tap but what `npm run check:sizes` weighs, and later the words for failures', async () => {
    await sendInvite(doctor.page, 'Patient Bruno', '20 12 34 57');
    const fetched: string[] = [];
    const { page } = await scene.person(await linkFor(phone.page, '20 12 34 57'), {
      prepare: (context) =>
        Promise.resolve(
          context.on('request', (request) => fetched.push(`${request.method()} ${request.url()}`)),
        ),
    });
    await enter(page, 'Bruno');
    const start = `GET ${scene.demo.addresses.hostPages}`;
    const files = fetched
      .slice(
        0,
        fetched.findIndex((request) => request.startsWith('POST ')),
      )
      .filter((request) => request.startsWith(start))
      .map((request) => request.replace(start, '/'))
      .filter((file) => !file.includes('/failures.texts.'));
    const weighed = weighGuestPage().files.map((file) => file.replace('index.html', ''));
    assert.deepEqual(new Set(files), new Set(weighed));
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
