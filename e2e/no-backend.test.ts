import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { callIn, endWith } from './harness/clinic.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';

describe('J6: the whole flow on one page, without any backend', () => {
  let scene: Scene;
  let vendor: Person;
  const requests: string[] = [];

  const page = (): string => `${scene.demo.addresses.hostPages}no-backend/`;
  const clinic = (): Locator => vendor.page.locator('waiting-room');
  const patient = (): Locator => vendor.page.locator('queue-join');

  before(async () => {
    scene = await setScene();
    // Whatever the page would ask of a server must find nobody.
    await scene.demo.server.stop();
    vendor = await scene.person('/no-backend/', {
      prepare: (context) => Promise.resolve(context.on('request', (request) => requests.push(request.url()))),
    });
  });

  after(() => scene.close());

  it('S20: a patient queues, is called in, and both see each other', async () => {
    await patient().getByRole('button', { name: 'Stil dig i kø' }).click();
    await patient()
      .getByRole('heading', { name: /Du er nummer 1/ })
      .waitFor();
    await callIn(vendor.page, 'Nancy Ann Berggren');
    await patient().getByRole('button', { name: 'Gå til lægen' }).click();
    await seesMovingPicture(vendor.page, 'both sides');
    await endWith(vendor.page, 'Gennemført');
    await patient().getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
  });

  it('J3: an SMS arrives on the page, and its link leads into the queue', async () => {
    await clinic().getByRole('button', { name: /næste/ }).click();
    await clinic().getByRole('tab', { name: /Sms/ }).click();
    await clinic().getByLabel('Navn').fill('Datter Test');
    await clinic().getByLabel('Mobilnummer').fill('20 12 34 56');
    await clinic().getByRole('button', { name: 'Tjek numre' }).click();
    await clinic().getByRole('button', { name: 'Ja, send sms' }).click();
    await vendor.page.getByRole('button', { name: 'Tryk på linket' }).click();
    await patient().getByLabel('Dit fornavn').fill('Else');
    await patient().getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await patient()
      .getByRole('heading', { name: /Du er nummer 1/ })
      .waitFor();
    await clinic().getByText('Klar', { exact: true }).first().waitFor();
  });

  const inviteWithoutSms = async (name: string): Promise<Locator> => {
    await clinic().getByLabel('Navn').fill(name);
    await clinic()
      .getByRole('checkbox', { name: /Kan ikke få sms/ })
      .check();
    await clinic().getByRole('button', { name: 'Lav invitation' }).click();
    const dialog = clinic().getByRole('dialog', { name: new RegExp(name) });
    await dialog.waitFor();
    return dialog;
  };

  const enter = async (firstName: string): Promise<void> => {
    await patient().getByLabel('Dit fornavn').fill(firstName);
    await patient().getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await patient()
      .getByRole('heading', { name: /Du er nummer \d/ })
      .waitFor();
  };

  it('J3: the code leads back into the page that made it', async () => {
    const dialog = await inviteWithoutSms('Tolk Test');
    await dialog.getByText(`Gå til ${new URL(page()).host}/no-backend,`).waitFor();
    const code = /\b\d{3} \d{3}\b/.exec(await dialog.innerText())?.[0] ?? '';
    await dialog.getByRole('button', { name: 'Luk' }).click();
    await vendor.page.getByRole('button', { name: 'Jeg har en kode' }).click();
    await patient().getByLabel('Kode').fill(code);
    await enter('Bruno');
  });

  it('J3: so does the link, which is the one in the QR code, and it is out of the address at once', async () => {
    const dialog = await inviteWithoutSms('Pårørende Test');
    const link = await dialog.getByLabel('Send linket selv').inputValue();
    assert.match(link, /#./);
    assert.equal(link.replace(/#.*/, ''), page());
    await dialog.getByRole('button', { name: 'Luk' }).click();
    await vendor.page.evaluate((address) => location.assign(address), link);
    await enter('Else');
    assert.equal(vendor.page.url(), page());
  });

  it('a link opened in another window is said to be of no use there', async () => {
    const other = await vendor.context.newPage();
    await other.goto(`${page()}#${'a'.repeat(43)}`);
    await other.getByText('Linket virker kun i det vindue, det er lavet i.').waitFor();
    assert.equal(other.url(), page());
    await other.close();
  });

  it('asked nobody for anything but its own files', () => {
    const pages = scene.demo.addresses.hostPages;
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(pages) && !url.startsWith('blob:')),
      [],
    );
    assert.ok(requests.some((url) => url.endsWith('/venterum-server/in-page.js')));
  });

  it('E1: broke no policy and threw no error', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
