import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { launchOptions } from '../.config/chromium.mjs';
import { startDemo, type Demo } from '../examples/demo/demo.ts';
import { type Asked, Authorization, newVerifier, refreshTokenIn } from './harness/authorization.ts';
import { freeBase } from './harness/free-base.ts';
import { patience } from './harness/until.ts';

describe('the logins of the demo', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;
  let login: Authorization;
  const violations: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'venterum-logins-'));
    demo = await startDemo({ basePort: await freeBase(), dataFolder: folder });
    browser = await chromium.launch(launchOptions());
    login = await Authorization.of(demo.addresses);
  });

  after(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true });
  });

  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ locale: 'da-DK' });
    context.setDefaultTimeout(patience);
    context.on('console', (message) => {
      const text = message.text();
      // The host forbids framing what is no page for it; the answer is read on its way there.
      if (text.includes('Content Security Policy') && !text.startsWith('Framing')) violations.push(text);
    });
    return context.newPage();
  };

  const clinic = (extra?: Record<string, string>): Asked => login.provider('clinic', extra);
  const municipality = (extra?: Record<string, string>): Asked => login.provider('municipality', extra);
  const citizen = (extra?: Record<string, string>): Asked => login.provider('citizen', extra);
  /** A client that stands for neither kind of person. */
  const broker = (extra?: Record<string, string>): Asked => ({
    ...citizen(extra),
    clientId: 'venterum-broker',
  });

  /** Logs in, and answers who the server takes that person for, without the id. */
  const comeInAs = async (page: Page, asked: Asked, ...taps: readonly string[]): Promise<unknown> => {
    const { id, ...principal } = await login.principal(asked, await login.ask(page, asked, ...taps));
    assert.match(String(id), /^[\w-]{22}$/);
    return principal;
  };

  it('makes clinic staff of a doctor, by one tap', async () => {
    assert.deepEqual(await comeInAs(await newPage(), clinic(), 'Læge Test Lund'), {
      kind: 'clinic-staff',
      name: 'Læge Test Lund',
      role: 'doctor',
      clinicIds: ['laegehuset-testby'],
    });
  });

  it('makes a municipal employee of somebody who logs in with the municipality, through the broker', async () => {
    assert.deepEqual(await comeInAs(await newPage(), municipality(), 'Sygeplejerske Test Vang'), {
      kind: 'municipal-employee',
      name: 'Sygeplejerske Test Vang',
      municipality: '12345678',
      area: 'home-nursing',
      jobTitle: 'Sygeplejerske',
    });
  });

  it('makes a citizen of an official test person, and keeps the number to itself', async () => {
    const principal = await comeInAs(await newPage(), citizen(), 'May Moberg');
    assert.deepEqual(principal, { kind: 'citizen', name: 'May Moberg' });
  });

  it('offers the choice where nobody made it, and takes a hint', async () => {
    const page = await newPage();
    const chosen = await comeInAs(page, broker(), 'Kommunal login', 'SOSU-assistent Test Holm');
    assert.equal((chosen as { kind: string }).kind, 'municipal-employee');
    const hinted = await comeInAs(page, broker({ idp_hint: 'citizen' }), 'Kaja Hansen');
    assert.deepEqual(hinted, { kind: 'citizen', name: 'Kaja Hansen' });
  });

  it('renews unseen in a hidden frame, and says so when it cannot', async () => {
    const page = await newPage();
    await login.ask(page, clinic(), 'Sekretær Test Berg');
    await page.goto(`${demo.addresses.hostPages}vanilla/`);
    for (const [asked, expected] of [
      [clinic({ prompt: 'none' }), 'code'],
      [municipality({ prompt: 'none' }), 'error'],
    ] as const) {
      const answered = page.waitForRequest((request) => request.url().startsWith(login.redirectUri));
      await page.evaluate(
        (src) => {
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
        },
        login.address(asked, newVerifier()),
      );
      const query = new URL((await answered).url()).searchParams;
      assert.ok(query.has(expected), query.toString());
    }
  });

  it('works in a popup', async () => {
    const page = await newPage();
    await page.goto(`${demo.addresses.hostPages}vanilla/`);
    const opened = page.waitForEvent('popup');
    await page.evaluate(
      (address) => {
        open(address, 'login', 'popup');
      },
      login.address(clinic(), newVerifier()),
    );
    const popup = await opened;
    await popup.getByRole('button', { name: /^Læge Test Holm/ }).click();
    await popup.waitForURL(`${login.redirectUri}?**`);
    assert.ok(new URL(popup.url()).searchParams.has('code'));
  });

  it('lets the next person in after the first: asked again, somebody else is somebody else', async () => {
    const page = await newPage();
    await comeInAs(page, clinic(), 'Læge Test Lund');
    const second = await comeInAs(page, clinic({ prompt: 'login' }), 'Læge Test Strand');
    assert.deepEqual((second as { clinicIds: unknown }).clinicIds, ['laegerne-proevestrand']);
    await comeInAs(page, municipality(), 'SOSU-assistent Test Holm');
    const fourth = await comeInAs(page, municipality({ prompt: 'login' }), 'Pædagog Test Mark');
    assert.equal((fourth as { area: string }).area, 'residential');
  });

  it('A10: does not take somebody remembered from one login for the other', async () => {
    const page = await newPage();
    await login.ask(page, municipality(), 'SOSU-assistent Test Holm');
    const silent = await login.ask(page, citizen({ prompt: 'none' }));
    assert.equal(silent.query.get('error'), 'login_required');
    const principal = await comeInAs(page, citizen(), 'Nancy Ann Berggren');
    assert.deepEqual(principal, { kind: 'citizen', name: 'Nancy Ann Berggren' });
  });

  it('takes no for an answer', async () => {
    const page = await newPage();
    for (const asked of [clinic(), municipality(), citizen(), broker()]) {
      const { query } = await login.ask(page, asked, 'Annuller');
      assert.equal(query.get('error'), 'access_denied', asked.clientId);
    }
  });

  it('logs out', async () => {
    const page = await newPage();
    const { issuer, clientId } = clinic();
    await login.ask(page, clinic(), 'Læge Test Lund');
    const query = new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: login.redirectUri });
    await page.goto(`${issuer}/session/end?${query.toString()}`);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.waitForURL(`${login.redirectUri}**`);
    const answer = await login.ask(page, clinic({ prompt: 'none' }));
    assert.equal(answer.query.get('error'), 'login_required');
  });

  it('A9: a code works once, with its own verifier, and returns to the hosts’ origin only', async () => {
    const page = await newPage();
    const stolen = await login.ask(page, clinic(), 'Læge Test Lund');
    assert.equal((await login.redeem(clinic(), { ...stolen, verifier: newVerifier() })).status, 400);
    const answer = await login.ask(page, clinic());
    assert.equal((await login.redeem(clinic(), answer)).status, 200);
    assert.equal((await login.redeem(clinic(), answer)).status, 400);
    await page.goto(login.address(clinic({ redirect_uri: 'http://localhost:1/login/' }), newVerifier()));
    await page.getByRole('heading', { name: 'Login lykkedes ikke' }).waitFor();
  });

  it('A13: a refresh token works once; used again it takes all that came of it along', async () => {
    const page = await newPage();
    const answer = await login.ask(page, clinic(), 'Læge Test Lund');
    const first = await refreshTokenIn(await login.redeem(clinic(), answer));
    const second = await refreshTokenIn(await login.refresh(clinic(), first));
    assert.notEqual(second, first);
    const third = await refreshTokenIn(await login.refresh(clinic(), second));
    assert.equal((await login.refresh(clinic(), first)).status, 400, 'stolen and replayed');
    assert.equal((await login.refresh(clinic(), third)).status, 400, 'the whole family is revoked');
  });

  it('A9: an answer of the municipality works once, and in no other browser', async () => {
    const mine = await newPage();
    const callbacks: string[] = [];
    mine.on('request', (request) => {
      if (request.url().includes('/callback/municipality')) callbacks.push(request.url());
    });
    await login.ask(mine, municipality(), 'SOSU-assistent Test Holm');
    const [callback = ''] = callbacks;
    await mine.goto(callback);
    await mine.getByRole('heading', { name: 'Login lykkedes ikke' }).waitFor();
    const [victim, thief] = [await newPage(), await newPage()];
    await victim.route('**/callback/municipality**', (route) => route.abort());
    const intercepted = victim.waitForRequest('**/callback/municipality**');
    await victim.goto(login.address(municipality(), newVerifier()));
    await victim.getByRole('button', { name: /^SOSU-assistent Test Holm/ }).click();
    await thief.goto((await intercepted).url());
    await thief.getByRole('heading', { name: 'Login lykkedes ikke' }).waitFor();
  });

  it('has pages without accessibility faults', async () => {
    const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    const page = await newPage();
    for (const asked of [clinic(), broker(), citizen(), municipality()]) {
      await page.goto(login.address(asked, newVerifier()));
      await page.evaluate(axe);
      const found = await page.evaluate<string[]>(
        '(async () => (await axe.run()).violations.map(({ id }) => id))()',
      );
      assert.deepEqual(found, [], page.url());
    }
  });

  it('E1: breaks no content policy, neither its own nor the hosts’', () => {
    assert.deepEqual(violations, []);
  });
});
