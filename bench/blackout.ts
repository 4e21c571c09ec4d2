// Blackouts of 10 s in real calls, fifty or as many as said: `npm run test:blackout`, or e.g. `npm run test:blackout -- 5`.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runInNetwork } from './rigs/in-network.ts';
import { missingForNetwork } from './rigs/network.ts';
import { percentile } from './row.ts';

/** From the line's return to the next picture on both sides. Milliseconds. */
const LIMIT = 2000;

const script = fileURLToPath(new URL('rigs/blackout-run.ts', import.meta.url));
const missing = missingForNetwork();

const report = (back: readonly (number | null)[]): void => {
  const times = back.map((one) => one ?? Number.POSITIVE_INFINITY);
  const inTime = times.filter((time) => time <= LIMIT).length;
  console.log(`picture back on both sides within ${LIMIT} ms: ${inTime} of ${times.length}`);
  const shares = [0.5, 0.9, 0.95, 1].map((share) => `${share * 100} %: ${percentile(times, share)} ms`);
  console.log(`${shares.join(', ')}; all: ${[...times].sort((one, other) => one - other).join(' ')}`);
  if (inTime < times.length) process.exitCode = 1;
};

if (missing === undefined) report(runInNetwork(script, ...process.argv.slice(2)) as (number | null)[]);
else console.log(`no network to make blackouts in: ${missing}`);
