import assert from 'node:assert/strict';
import process from 'node:process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNetwork } from '../bench/rigs/in-network.ts';
import { missingForNetwork } from '../bench/rigs/network.ts';
import type { Survived } from './harness/survive-run.ts';

const script = fileURLToPath(new URL('./harness/survive-run.ts', import.meta.url));
const missing = missingForNetwork();
// One line that is seen, and no test that only seems to pass.
if (missing !== undefined)
  process.stderr.write(`NOT TESTED: a call whose network is lost, or another one, or asleep: ${missing}.\n`);
else
  describe('a call over a network of its own', () => {
    let survived: Survived;

    before(() => {
      survived = runInNetwork(script) as Survived;
    });

    for (const [name, what] of [
      ['loss', 'says on both sides what is gone, and comes back by itself after a long loss'],
      ['move', 'comes back by itself after one side has moved to another network'],
      ['sleep', 'comes back by itself after the tablet has slept'],
    ] as const)
      it(what, () => {
        assert.equal(survived[name], 'back');
      });
  });
