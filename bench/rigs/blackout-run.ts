// Runs at the router of the network (rigs/network.ts): so many blackouts, ten a call. Prints what came of each, as JSON on the last line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { blackouts, inCall, launch } from './calls-at-places.ts';
import { startVenterumPages } from './venterum-pages.ts';

const A_CALL = 10;

const [count = 50] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'venterum-blackout-'));
const browsers = [await launch(0, folder), await launch(1, folder)] as const;
const rig = await startVenterumPages();
try {
  const back: (number | null)[] = [];
  while (back.length < count) {
    const these = Math.min(A_CALL, count - back.length);
    back.push(...(await inCall(browsers, rig, (pages) => blackouts(pages, these))));
    console.error(back.map((one) => one ?? 'never').join(' '));
  }
  console.log(JSON.stringify(back));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await rig.stop();
  rmSync(folder, { recursive: true, force: true });
}
