import { fileURLToPath } from 'node:url';
import type { MediaRun } from '../rigs/media-run.ts';
import { runInNetwork } from '../rigs/in-network.ts';
import { missingForNetwork } from '../rigs/network.ts';
import { row, type Row } from '../row.ts';

const script = fileURLToPath(new URL('../rigs/media-run.ts', import.meta.url));

interface Runs {
  readonly ours: MediaRun;
  readonly reference: MediaRun;
}

/** A picture that had not come back by then counts as so late. Milliseconds. */
const NEVER = 30_000;
const slowest = ({ back }: MediaRun): number => Math.max(...back.map((one) => one ?? NEVER));

const rowsOf = ({ ours, reference }: Runs): readonly Row[] => [
  row({
    id: 'media.300k-fps',
    what: '300 kbit/s and 5 % loss: pictures a second, of at least 240 lines',
    unit: 'fps',
    ours: ours.narrow.height >= 240 ? ours.narrow.fps : 0,
    reference: reference.narrow.fps,
    goal: '>= 20 at >= 320x240',
    holds: (figures) => figures.ours >= 20,
  }),
  row({
    id: 'media.audio-gap',
    what: '300 kbit/s and 5 % loss: the longest gap in a tone that never stops',
    unit: 'ms',
    ours: ours.narrow.gap,
    reference: reference.narrow.gap,
    goal: '<= 200 ms',
    holds: (figures) => figures.ours <= 200,
  }),
  row({
    id: 'media.3m-height',
    what: '3 Mbit/s and 1 % loss: lines of the picture',
    unit: 'lines',
    ours: ours.wide.height,
    reference: reference.wide.height,
    goal: '>= 720',
    holds: (figures) => figures.ours >= 720,
  }),
  row({
    id: 'media.blackout-back',
    what: 'after a blackout of 10 s: from the line to the picture on both sides, the slowest of five',
    unit: 'ms',
    ours: slowest(ours),
    reference: slowest(reference),
    goal: '<= 2,000 ms',
    holds: (figures) => figures.ours <= 2000,
  }),
];

/** What a call bears in a network of its own, beside a bare `RTCPeerConnection` in the same; absent where there can be none. */
export const mediaRows = async (): Promise<readonly Row[]> => {
  const missing = missingForNetwork();
  if (missing === undefined) return rowsOf(runInNetwork(script) as Runs);
  console.log(`no network to measure media in: ${missing}`);
  return [];
};
