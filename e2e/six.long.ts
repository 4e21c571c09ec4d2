import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/axe.ts';
import { endWith } from './harness/clinic.ts';
import { startConference, type Conference } from './harness/conference.ts';
import { devicesReleased, liveConnections, seesMovingPictures } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { step } from './harness/standstill.ts';
import { until } from './harness/until.ts';

const guests = [
  { name: 'Else', phone: '20 12 34 56' },
  { name: 'Karin', phone: '20 12 34 57' },
  { name: 'Viggo', phone: '20 12 34 58' },
  { name: 'Tove', phone: '20 12 34 59' },
] as const;

/** Pictures that lie over one another, reach out of the stage or are too small to see anybody in. */
const misplaced = (page: Page): Promise<readonly string[]> =>
  page.locator('video-room .tile').evaluateAll((tiles) => {
    const boxes = tiles.map((tile) => tile.getBoundingClientRect());
    const stage = tiles[0]?.closest('.pictures')?.getBoundingClientRect();
    if (stage === undefined) return ['no stage'];
    const isOver = (one: DOMRect, other: DOMRect): boolean =>
      one.left < other.right - 1 &&
      other.left < one.right - 1 &&
      one.top < other.bottom - 1 &&
      other.top < one.bottom - 1;
    const isOut = ({ left, right, top, bottom }: DOMRect): boolean =>
      left < stage.left - 1 || right > stage.right + 1 || top < stage.top - 1 || bottom > stage.bottom + 1;
    return boxes.flatMap((box, index) => [
      ...(isOut(box) ? [`${index} is out of the stage`] : []),
      ...(box.width * box.height < 3000 ? [`${index} is too small`] : []),
      ...boxes.slice(index + 1).flatMap((other) => (isOver(box, other) ? [`${index} is over another`] : [])),
    ]);
  });

describe('J3: six people in one call', () => {
  let scene: Scene;
  let conference: Conference;
  let clinic: Person;
  let bedside: Person;
  const visitors: Person[] = [];

  const everybody = (): readonly Person[] => [clinic, bedside, ...visitors];

  const allSeeAll = (people: readonly Person[]): Promise<unknown> =>
    step(
      scene,
      'all see all',
      Promise.all(
        people.map(({ page }, index) => seesMovingPictures(page, `number ${index + 1}`, people.length - 1)),
      ),
    );

  before(async () => {
    scene = await setScene();
    conference = await startConference(scene);
    ({ clinic, bedside } = conference);
  });

  after(() => scene.close());

  for (const [index, guest] of guests.entries())
    it(`lets in number ${index + 3}: everybody sees everybody move, each in a place of their own`, async () => {
      const visitor = await conference.arrive(guest);
      await conference.letIn(visitor, guest);
      visitors.push(visitor);
      await allSeeAll(everybody());
      for (const { page } of everybody()) {
        assert.equal(await page.locator('video-room .tile').count(), index + 2);
        assert.deepEqual(await misplaced(page), []);
      }
    });

  it('has no accessibility faults with six, on any screen', async () => {
    const [visitor] = visitors;
    assert.ok(visitor);
    for (const { page } of [clinic, bedside, visitor]) assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('D17: sends one out: the other five go on, and nothing of theirs leaves any more', async () => {
    const [last, guest] = [visitors.at(-1), guests[3]];
    assert.ok(last);
    await clinic.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await clinic.page.getByRole('button', { name: `Send ud: ${guest.name}` }).click();
    await last.page.getByRole('heading', { name: 'Du venter uden for samtalen' }).waitFor();
    await clinic.page.getByRole('button', { name: 'Mere', exact: true }).click();
    await until('their camera is off', () => devicesReleased(last.page));
    await until('nobody is connected to them', async () => {
      const open = await Promise.all(everybody().map(({ page }) => liveConnections(page)));
      return open.join() === '4,4,4,4,4,0';
    });
    await conference.letIn(last, guest);
    await allSeeAll(everybody());
  });

  it('P5: has one reload and come back, without a tap', async () => {
    await bedside.page.reload();
    // The login answers by leading elsewhere and back.
    await bedside.page.locator('video-room .tile video').first().waitFor();
    await allSeeAll(everybody());
    assert.deepEqual(await misplaced(bedside.page), []);
  });

  it('D17: ends for all six', async () => {
    await endWith(clinic.page, 'Gennemført');
    for (const { page } of everybody().slice(1))
      await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    for (const { page } of everybody()) await until('the camera is off', () => devicesReleased(page));
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
