import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { atTheBedside, employee, openRecord, queueUp } from './harness/bedside.ts';
import { sightings, tracesOf, type Canary } from './harness/canaries.ts';
import { documentOf, heapOf } from './harness/heap.ts';
import { logInHere } from './harness/logins.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const resident = 'Nancy Ann Berggren';
const reason = 'Kanariegult sekret fra anklen';
const next = 'SOSU-hjælper Test Bak';

describe('A4: one tablet, two colleagues, and the first forgets to log off', () => {
  let scene: Scene;
  let tablet: Person;
  let later: Page;
  let canaries: readonly Canary[];

  before(async () => {
    scene = await setScene();
    tablet = await atTheBedside(scene);
    await openRecord(tablet.page, resident);
    await queueUp(tablet.page, reason);
    const sessions = [...tablet.watch.secrets].filter((secret) => secret.length === 43);
    canaries = [
      { what: 'the reason', value: reason },
      ...sessions.map((value, index) => ({ what: `session ${index + 1}`, value })),
    ];
    assert.ok(canaries.length > 1, 'a session passed by');
    const before = await heapOf(tablet.page, 'memory');
    // A session that was replaced at the login may be gone already.
    canaries = canaries.filter((canary) => sightings([canary], [before]).length > 0);
    assert.deepEqual(
      [canaries[0]?.what, canaries.length > 1],
      ['the reason', true],
      'reason and session would be found while they are there',
    );
    // The municipality's login has forgotten the first by itself; our server has not.
    await tablet.context.clearCookies();
  });

  after(() => scene.close());

  it('A4: the next one’s login ends the session before, and the page left open says so', async () => {
    later = await tablet.context.newPage();
    await later.goto(tablet.page.url());
    await later.getByRole('button', { name: 'Log ind med kommunens login' }).click();
    await logInHere(later, next);
    await openRecord(later, resident);
    await later.getByRole('button', { name: 'Video med læge' }).click();
    await later.getByRole('checkbox', { name: /tro og love/ }).waitFor();
    await tablet.page.getByText('En anden har logget ind på enheden').first().waitFor();
  });

  it('A4: nothing of the first is left in document, memory or storage, of either page', async () => {
    await until('what nobody holds any more is collected', async () => {
      const places = [
        await heapOf(tablet.page, 'memory of the page left open'),
        await documentOf(tablet.page, 'page left open'),
        await heapOf(later, 'memory of the next page'),
        await documentOf(later, 'next page'),
        ...(await tracesOf(tablet, 'tablet')).filter(({ where }) => where.endsWith('storage')),
      ];
      const found = sightings([...canaries, { what: 'the colleague', value: employee }], places.slice(1));
      assert.deepEqual([...sightings(canaries, places.slice(0, 1)), ...found], []);
      return true;
    });
  });

  it('E1: broke no policy and threw no error', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});
