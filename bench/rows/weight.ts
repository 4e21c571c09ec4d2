import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { weighGuestPage } from '../../.config/guest-page.mjs';
import { weigh } from '../../.config/weigh.mjs';
import { row, type Row } from '../row.ts';

const require = createRequire(import.meta.url);

/** All that somebody waiting has loaded: the entry, the client, and the two elements of the step before. */
const joined = ['embed', 'queue-join', 'consent-form', 'device-check'];
const five = ['queue-join', 'waiting-room', 'video-room', 'sms-invite', 'consent-form'];

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / 1024;

/** Weight of what a page loads, beside stock PeerJS alone. */
export const weightRows = async (): Promise<readonly Row[]> => {
  const reference = gzipped(require.resolve('peerjs/dist/peerjs.min.js'));
  const weight = (id: string, what: string, figure: { readonly ours: number; readonly limit: number }): Row =>
    row({
      id,
      what,
      unit: 'KiB gzip',
      ours: figure.ours,
      reference,
      goal: `<= ${figure.limit} KiB`,
      holds: ({ ours }) => ours <= figure.limit,
    });
  const first = async (...parts: readonly string[]): Promise<number> => (await weigh(parts)).kib;
  const waiting = await first(...joined);
  return [
    weight('weight.queue-join', 'queue-join with client and lit', {
      ours: await first('embed', 'queue-join'),
      limit: 30,
    }),
    weight('weight.joined', 'all that somebody waiting has loaded: with consent-form and device-check', {
      ours: waiting,
      limit: 46,
    }),
    weight('weight.guest', 'all that the guest page needs until it waits', {
      ours: weighGuestPage().kib,
      limit: 35,
    }),
    weight('weight.waiting-room', 'waiting-room without video, with client and lit', {
      ours: await first('embed', 'waiting-room'),
      limit: 30,
    }),
    weight('weight.video', 'video-room with PeerJS, beyond what somebody waiting has', {
      ours: (await first(...joined, 'video-room', 'peer')) - waiting,
      limit: 45,
    }),
    weight('weight.all', 'the five elements, client, PeerJS and OIDC', {
      ours: (
        await weigh(['embed', 'oidc', ...five], {
          everything: true,
          without: ['clinic-settings'],
        })
      ).kib,
      limit: 110,
    }),
  ];
};
