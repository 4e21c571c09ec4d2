// A call of an hour, looked at every minute: `npm run test:hour`, or so many minutes, e.g. `npm run test:hour -- 10`.
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { growthPerHour } from './rigs/growth.ts';
import { startLongCall, type CallSample } from './rigs/long-call.ts';

const MINUTE = 60_000;

/** What may be more after an hour: what engines keep for themselves, far less than one picture's, listener's or message's leak makes. */
const limits: readonly (readonly [name: RegExp, perHour: number])[] = [
  [/ heap$/, 1024],
  [/ (nodes|listeners)$/, 5],
  [/ connections$/, 0],
  [/ descriptors$/, 2],
  [/ memory$/, 32 * 1024],
];

const [minutes = 60] = process.argv.slice(2).map(Number);

interface Timed {
  readonly minutes: number;
  readonly sample: CallSample;
}

const holdCall = async (): Promise<readonly Timed[]> => {
  const call = await startLongCall();
  const began = Date.now();
  const samples: Timed[] = [];
  try {
    for (let minute = 1; minute <= minutes; minute += 1) {
      await pause(began + minute * MINUTE - Date.now());
      const timed = { minutes: (Date.now() - began) / MINUTE, sample: await call.sample() };
      samples.push(timed);
      console.log(JSON.stringify({ minute, ...timed.sample }));
    }
    return samples;
  } finally {
    await call.stop();
  }
};

const isMoving = (samples: readonly Timed[]): boolean =>
  ['clinic pictures', 'joiner pictures'].every((name) =>
    samples.every(({ sample }) => (sample[name] ?? 0) > 0),
  );

const samples = await holdCall();
let holds = isMoving(samples);
console.log(holds ? 'both pictures moved whenever looked at' : 'NO: a picture stood still');
for (const name of Object.keys(samples[0]?.sample ?? {})) {
  const limit = limits.find(([pattern]) => pattern.test(name))?.[1];
  if (limit === undefined) continue;
  const values = samples.map((timed) => ({ minutes: timed.minutes, value: timed.sample[name] ?? 0 }));
  const [first, last] = [values[0]?.value ?? 0, values.at(-1)?.value ?? 0];
  const growth = growthPerHour(values);
  const isWithin = growth <= limit;
  holds &&= isWithin;
  const figures = `${first.toFixed(0)} → ${last.toFixed(0)}, ${growth.toFixed(1)} an hour, <= ${limit}`;
  console.log(`${isWithin ? 'yes' : 'NO '}  ${name}: ${figures}`);
}
process.exitCode = holds ? 0 : 1;
