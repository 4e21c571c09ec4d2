import assert from 'node:assert/strict';
import process from 'node:process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNetwork } from '../bench/rigs/in-network.ts';
import { missingForNetwork } from '../bench/rigs/network.ts';
import type { WeakLine } from './harness/weak-line-run.ts';

const script = fileURLToPath(new URL('./harness/weak-line-run.ts', import.meta.url));
const missing = missingForNetwork();

const suite = (): void => {
  let came: WeakLine;

  before(() => {
    came = runInNetwork(script) as WeakLine;
  });

  for (const [line, what] of [
    ['wide', 'is whole over a good line'],
    ['narrow', 'gets smaller, and moves as before, over a narrow one'],
    ['narrower', 'stands still where moving it would cost the sound'],
    ['again', 'moves again once the line is wide'],
  ] as const)
    it(`P14: sound first: the picture ${what}, and the sound goes on`, () => {
      const both = came[line] ?? [];
      assert.equal(both.length, 2, 'on both sides');
      for (const { sound, isStill, isLost } of both) {
        assert.ok(sound > 0);
        assert.equal(isLost, false);
        if (line === 'narrower') assert.ok(isStill);
      }
    });
};

// One line that is seen, and no test that only seems to pass.
if (missing === undefined) describe('a call over a line that gets narrower', suite);
else process.stderr.write(`NOT TESTED: the picture gives way to the sound over a weak line: ${missing}.\n`);
