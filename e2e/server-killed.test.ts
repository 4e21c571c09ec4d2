import assert from 'node:assert/strict';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, staff, startButton } from './harness/clinic.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { gone } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';
const behind = 'Niels Vendelboe';

describe('kill -9 of the server while people wait', () => {
  let scene: Scene;
  let clinic: Person;
  let first: Person;
  let second: Person;

  before(async () => {
    scene = await setScene();
    [clinic, first, second] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      atTheBedside(scene),
      atTheBedside(scene),
    ]);
    await openRecord(first.page, resident);
    await queueUp(first.page);
    await openRecord(second.page, behind);
    await queueUp(second.page);
  });

  after(() => scene.close());

  it('I1: keeps every place, and the pages come back by themselves', async () => {
    const pid = scene.demo.server.pid();
    assert.ok(pid !== undefined);
    // The server is back sooner than a page says that it is gone: the clinic's line stays cut until it has.
    clinic.line.cut();
    process.kill(pid, 'SIGKILL');
    await clinic.page
      .getByText(/Ingen forbindelse/)
      .first()
      .waitFor();
    await scene.demo.server.ready();
    clinic.line.mend();
    await gone(clinic.page.getByText(/Ingen forbindelse/), 'the warning');
    await first.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
    await second.page.getByRole('heading', { name: /Du er nummer 2/ }).waitFor();
    await startButton(clinic.page, behind).waitFor();
  });

  it('goes on as if nothing had happened', async () => {
    await callIn(clinic.page, resident);
    await enter(first.page);
    await Promise.all([
      seesMovingPicture(clinic.page, 'the doctor'),
      seesMovingPicture(first.page, 'the bedside'),
    ]);
    await second.page.getByRole('heading', { name: /Du er nummer 1/ }).waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
