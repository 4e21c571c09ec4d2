import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { bundled, servePage } from './harness/host-page.ts';
import { setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const html = (scripts: readonly string[], server: string): string => `<!doctype html>
<html lang="da">
  <title>Vært</title>
  ${scripts.map((source) => `<script type="module" src="${source}"></script>`).join('\n')}
  <second-lit></second-lit>
  <queue-join server="${server}"></queue-join>
  <waiting-room server="${server}"></waiting-room>
</html>`;

const tags = ['/venterum/queue-join.js', '/venterum/waiting-room.js'];

describe('a host page under the strict policy', () => {
  let scene: Scene;

  before(async () => {
    scene = await setScene();
  });

  after(() => scene.close());

  const open = (path: string, scripts: Readonly<Record<string, string>>): Promise<Person> => {
    const { server, hostPages } = scene.demo.addresses;
    const sources = [...Object.keys(scripts), ...tags];
    const prepare = (context: BrowserContext): Promise<void> =>
      servePage(context, hostPages, {
        path,
        scripts,
        html: html(sources, server.replace(/\/$/, '')),
        connectTo: [new URL(server).origin],
      });
    return scene.person(path, { prepare });
  };

  it('E1: lets the elements work with no violation', async () => {
    const { page, watch } = await open('/strict/', {});
    await page.getByRole('heading', { name: 'Log ind for at tale med lægen' }).waitFor();
    await page.getByText('Log ind for at se venteværelset').waitFor();
    assert.deepEqual(watch.faults, []);
  });

  it('E1: would report a violation, were there one', async () => {
    const { page, watch } = await open('/strict/', {});
    const thrown = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>nej</b>';
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    });
    assert.equal(thrown, 'TypeError');
    await until('the violation is reported', () => watch.faults.some(({ kind }) => kind === 'policy'));
  });

  it('E2: works beside a second copy of Lit', async () => {
    const second = await bundled(new URL('./fixtures/second-lit.js', import.meta.url));
    const { page, watch } = await open('/two-lits/', { 'second-lit.js': second });
    await page.getByText('Et andet firmas element').waitFor();
    await page.getByRole('heading', { name: 'Log ind for at tale med lægen' }).waitFor();
    assert.deepEqual(watch.faults, []);
  });

  it('E2: leaves an old version of itself alone, and the rest works', async () => {
    const old = await readFile(new URL('./fixtures/old-version.js', import.meta.url), 'utf8');
    const { page, watch } = await open('/old-version/', { 'old-version.js': old });
    await page.getByText('Den gamle version').waitFor();
    await page.getByText('Log ind for at se venteværelset').waitFor();
    assert.deepEqual(watch.faults, []);
  });
});
