import assert from 'node:assert/strict';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff } from './harness/clinic.ts';
import { seesMovingPicture, smallCamera } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { gone, until } from './harness/until.ts';
import { forgetWords, keepWords, wasTold } from './harness/words.ts';

const resident = 'Nancy Ann Berggren';

/** The browser itself ends every track of a page that may not have them any more. */
const allow = async ({ context, page }: Person, setting: 'granted' | 'denied'): Promise<void> => {
  const session = await context.newCDPSession(page);
  const { browserContextId = '' } = (await session.send('Target.getTargetInfo')).targetInfo;
  const { origin } = new URL(page.url());
  const browser = await context.browser()?.newBrowserCDPSession();
  for (const name of ['camera', 'microphone'])
    await browser?.send('Browser.setPermission', { permission: { name }, setting, origin, browserContextId });
};

describe('a call that is under way', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;

  const bothSeeMotion = (): Promise<unknown> =>
    Promise.all([
      seesMovingPicture(clinic.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);

  before(async () => {
    scene = await setScene();
    const prepare: typeof smallCamera = async (context) => {
      await smallCamera(context);
      await context.addInitScript(keepWords);
    };
    [clinic, bedside] = await Promise.all([
      atTheClinic(scene, staff.doctor, { prepare }),
      atTheBedside(scene, { prepare }),
    ]);
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page);
    await callIn(clinic.page, resident);
    await enter(bedside.page);
    await bothSeeMotion();
  });

  after(() => scene.close());

  it('goes on from browser to browser while the server is killed, and finds it again', async () => {
    const pid = scene.demo.server.pid();
    assert.ok(pid !== undefined);
    // The server is back sooner than a page says that it is gone: the lines stay cut until it has.
    for (const { line } of [clinic, bedside]) line.cut();
    process.kill(pid, 'SIGKILL');
    await clinic.page
      .getByText(/Ingen forbindelse/)
      .first()
      .waitFor();
    await bothSeeMotion();
    await scene.demo.server.ready();
    for (const { line } of [clinic, bedside]) line.mend();
    await gone(clinic.page.getByText(/Ingen forbindelse/), 'the warning');
    await bothSeeMotion();
  });

  it('is interrupted as by a phone call, and one tap brings sound and picture back', async () => {
    const before = await bedside.page.evaluate(() => window.recordedConnections?.length);
    await forgetWords(bedside.page);
    await allow(bedside, 'denied');
    await wasTold(bedside.page, 'the bedside', /Lyd og billede blev afbrudt/);
    await wasTold(clinic.page, 'the doctor', /Kameraet er slukket eller væk/);
    await allow(bedside, 'granted');
    await bedside.page.getByRole('button', { name: 'Få lyd og billede tilbage' }).click();
    await wasTold(clinic.page, 'the doctor', /Billedet er tilbage/);
    await bothSeeMotion();
    assert.equal(await bedside.page.evaluate(() => window.recordedConnections?.length), before);
  });

  it('is ended by the clinician, with its facts in both records', async () => {
    await endWith(clinic.page, 'Gennemført');
    await bedside.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    await bedside.page.getByRole('listitem').filter({ hasText: 'Videokonsultation' }).waitFor();
    await until('the draft of the note is there', async () =>
      /Videokonsultation, \d+ min\., gennemført/.test(await clinic.page.getByLabel('Nyt notat').inputValue()),
    );
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
