import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { storeKinds } from '../server-world.fixtures.test.ts';

const steps = 100_000;
const races = 10_000;

/** Runs a program beside the test runner, which follows every promise and makes each step ten times as slow. */
const outputOf = async (name: string, ...words: readonly (string | number)[]): Promise<string> => {
  const program = fileURLToPath(new URL(`./${name}.fixtures.test.ts`, import.meta.url));
  const run = [
    ...process.execArgv.filter((word) => word.startsWith('--conditions')),
    program,
    ...words.map(String),
  ];
  return (await promisify(execFile)(process.execPath, run)).stdout;
};

test('B4: B5: I3: the queue keeps its rules in 100,000 steps of many who ask at once', async () => {
  const [, kept] = /in (\d+) steps/.exec(await outputOf('queue-model', steps)) ?? [];
  assert.ok(Number(kept) >= steps);
});

for (const kind of storeKinds) {
  test(`B5: two clinicians call the same person in 10,000 interleavings: exactly one succeeds (${kind})`, async () => {
    const score = JSON.parse(await outputOf('queue-races', kind, races)) as {
      races: number;
      firstWon: number;
    };
    assert.equal(score.races, races);
    const { firstWon } = score;
    assert.ok(firstWon > races / 10 && firstWon < (races * 9) / 10, 'both orders came up');
  });
}
