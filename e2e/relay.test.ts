import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNetwork } from '../bench/rigs/in-network.ts';
import { missingForNetwork } from '../bench/rigs/network.ts';
import type { Left } from './harness/relay-run.ts';

const script = fileURLToPath(new URL('./harness/relay-run.ts', import.meta.url));

const withoutCoturn = (): string | undefined =>
  spawnSync('turnserver', ['--version']).error === undefined
    ? undefined
    : 'coturn is not installed (apt-get install coturn)';

const missing = missingForNetwork() ?? withoutCoturn();
// One line that is seen, and no test that only seems to pass.
if (missing !== undefined)
  process.stderr.write(`D12 and D15 were not tested with real pages and a real relay: ${missing}.\n`);

interface Message {
  readonly type: string;
  readonly payload?: { readonly sdp?: { readonly sdp: string }; readonly candidate?: { candidate: string } };
}

/** Every candidate in what a page sent: one a message, and those within descriptions. */
const candidatesIn = (signals: readonly string[]): readonly string[] =>
  signals.flatMap((text) => {
    const { payload } = JSON.parse(text) as Message;
    const described = payload?.sdp?.sdp.match(/^a=candidate:.*$/gm) ?? [];
    const single = payload?.candidate?.candidate ?? '';
    return single === '' ? described : [...described, single];
  });

const suite = (): void => {
  let left: readonly Left[];

  before(() => {
    left = runInNetwork(script) as readonly Left[];
  });

  it('D12: no host or server-reflexive candidate leaves either page, and no address of theirs', () => {
    for (const { signals } of left) {
      const candidates = candidatesIn(signals);
      assert.ok(candidates.length > 0);
      for (const candidate of candidates)
        assert.match(candidate, / 80\.62\.117\.10 \d+ typ relay raddr 0\.0\.0\.0 rport 0 /);
      assert.ok(signals.some((text) => text.includes('OFFER') || text.includes('ANSWER')));
      assert.doesNotMatch(signals.join('\n'), /10\.213\.|fe80:|\.local/);
    }
  });

  it('D12: neither page as much as gathers another one', () => {
    for (const { candidates } of left) assert.deepEqual([...new Set(candidates)], ['relay']);
  });

  it('D15: no packet of either goes to anybody but the pages, the server and the relay that is configured', () => {
    for (const { relayed, elsewhere, elsewhereWhenAsked } of left) {
      assert.ok(relayed > 0);
      assert.equal(elsewhere, 0);
      // The log does see what a page without our settings sends.
      assert.ok(elsewhereWhenAsked > 0);
    }
  });
};

if (missing === undefined) describe('a call of two real pages through a real coturn', suite);
