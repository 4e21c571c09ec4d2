import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from '../.config/firefox.mjs';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff } from './harness/clinic.ts';
import { inviteToCall, linkFor } from './harness/invites.ts';
import { keepConnections, seesMovingPicture, seesMovingPictures, smallCamera } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { patience, until } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';
const guest = { name: 'Else', phone: '20 12 34 56' } as const;
const firefox = firefoxPath();

if (firefox === undefined)
  console.log('NOT TESTED: Firefox with Chromium in one call (install firefox-esr, or set FIREFOX_PATH).');
else
  describe('J3: Firefox and Chromium in one call', () => {
    let scene: Scene;
    let clinic: Person;
    let bedside: Person;
    let browser: Browser;
    let page: Page;

    /** Presses a button, through open shadow roots, once it is there. */
    const tap = (text: string): Promise<unknown> =>
      until(`Firefox shows ${text}`, () =>
        page.evaluate((wanted) => {
          const buttonIn = (root: Document | ShadowRoot): HTMLButtonElement | undefined => {
            for (const element of root.querySelectorAll('*')) {
              if (element instanceof HTMLButtonElement && element.textContent.trim() === wanted)
                return element;
              const inside = element.shadowRoot === null ? undefined : buttonIn(element.shadowRoot);
              if (inside !== undefined) return inside;
            }
            return undefined;
          };
          const button = buttonIn(document);
          button?.click();
          return button !== undefined;
        }, text),
      );

    /** Pictures decoded so far, over each connection. */
    const decoded = (): Promise<readonly number[]> =>
      page.evaluate(async () => {
        const all: number[] = [];
        for (const connection of window.recordedConnections ?? []) {
          const reports = await connection.getStats();
          reports.forEach((report: Readonly<Record<string, unknown>>) => {
            if (report['type'] === 'inbound-rtp' && report['kind'] === 'video')
              all.push(Number(report['framesDecoded'] ?? 0));
          });
        }
        return all;
      });

    before(async () => {
      scene = await setScene();
      const prepare = smallCamera;
      clinic = await atTheClinic(scene, staff.doctor, { prepare, height: 600 });
      bedside = await atTheBedside(scene, { prepare });
      await openRecord(bedside.page, resident);
      await queueUp(bedside.page);
      await callIn(clinic.page, resident);
      await enter(bedside.page);
      await seesMovingPicture(clinic.page, 'the doctor');
      browser = await launch({
        browser: 'firefox',
        executablePath: firefox,
        headless: true,
        extraPrefsFirefox: {
          'media.navigator.streams.fake': true,
          'media.navigator.permission.disabled': true,
          'media.autoplay.default': 0,
          'intl.accept_languages': 'da-DK, da',
        },
      });
      page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.evaluateOnNewDocument(keepConnections);
    });

    after(async () => {
      await browser.close();
      await scene.close();
    });

    it('lets a guest with Firefox in: all three see the others move', async () => {
      await inviteToCall(clinic.page, guest.name, guest.phone);
      const phone = await scene.person('/phone/', { width: 390, height: 844 });
      await page.goto(await linkFor(phone.page, guest.phone));
      await page.locator('>>> queue-join >>> input').fill(guest.name);
      await tap('Gå ind i venteværelset');
      await clinic.page.getByRole('button', { name: `Luk ind: ${guest.name}` }).click();
      await tap('Gå til lægen');
      await Promise.all([
        seesMovingPictures(clinic.page, 'the doctor', 2),
        seesMovingPictures(bedside.page, 'the bedside', 2),
        until('Firefox sees two moving pictures', async () => {
          const before = await decoded();
          const now = await until('some more frames', async () => {
            const frames = await decoded();
            return (
              frames.length === 2 && frames.every((count, index) => count > (before[index] ?? 0)) && frames
            );
          });
          return now.every((count) => count >= 10);
        }),
      ]);
    });

    it('ends in Firefox too when the doctor ends it', async () => {
      await endWith(clinic.page, 'Gennemført');
      await page.locator('::-p-text(Samtalen er slut)').wait();
      await until('the camera is off', () =>
        page.evaluate(() =>
          (window.recordedConnections ?? [])
            .flatMap((connection) => connection.getSenders())
            .every(({ track }) => track === null || track.readyState === 'ended'),
        ),
      );
    });

    it('E1: broke no policy and threw no error on the other pages', () => {
      assert.deepEqual(faultsOf(scene), []);
    });
  });
