import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { row, type Row } from '../row.ts';

const require = createRequire(import.meta.url);
const browser = new URL('../../packages/elements/dist/browser/', import.meta.url);

const statics = /(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g;
const dynamics = /import\(\s*["'](\.{1,2}\/[^"']+)["']\s*\)/g;

const gzipped = (content: Buffer): number => gzipSync(content, { level: 9 }).length;

const read = (file: URL): string => {
  if (!existsSync(file)) throw new Error(`There is no ${file.pathname}: run npm run build first.`);
  return readFileSync(file, 'utf8');
};

/** Every file that loading these entries loads; with `lazy` also what they may load later. */
const loaded = (entries: readonly string[], lazy = false): ReadonlySet<string> => {
  const seen = new Set<string>();
  const visit = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const source = read(file);
    for (const pattern of lazy ? [statics, dynamics] : [statics])
      for (const [, path = ''] of source.matchAll(pattern)) visit(new URL(path, file));
  };
  for (const entry of entries) visit(new URL(`${entry}.js`, browser));
  return seen;
};

const kibOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipped(readFileSync(new URL(file))), 0) / 1024;

/** All that somebody waiting has loaded: the entry, the client, and the two elements of the step before. */
const joined = ['queue-join', 'client', 'consent-form', 'device-check'];
const everything = [...joined, 'oidc', 'waiting-room', 'video-room', 'sms-invite'];

/** What being called adds to a page that waits: the call, and the one chunk that holds PeerJS. */
const videoBeyondJoining = (): number => {
  const before = loaded(joined);
  const peer = [...loaded(everything, true)].filter((file) => read(new URL(file)).includes('PeerJS: '));
  return kibOf([...loaded(['video-room']), ...peer].filter((file) => !before.has(file)));
};

/** Weight of what a page loads, beside stock PeerJS alone. */
export const weightRows = (): Promise<readonly Row[]> => {
  const reference = gzipped(readFileSync(require.resolve('peerjs/dist/peerjs.min.js'))) / 1024;
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
  return Promise.resolve([
    weight('weight.queue-join', 'queue-join with client and lit', {
      ours: kibOf(loaded(['queue-join', 'client'])),
      limit: 30,
    }),
    weight('weight.joined', 'all that somebody waiting has loaded: with consent-form and device-check', {
      ours: kibOf(loaded(joined)),
      limit: 46,
    }),
    weight('weight.waiting-room', 'waiting-room without video, with client and lit', {
      ours: kibOf(loaded(['waiting-room', 'client'])),
      limit: 30,
    }),
    weight('weight.video', 'video-room with PeerJS, beyond what somebody waiting has', {
      ours: videoBeyondJoining(),
      limit: 45,
    }),
    weight('weight.all', 'all elements, client, PeerJS and OIDC, in both languages', {
      ours: kibOf(loaded(everything, true)),
      limit: 110,
    }),
  ]);
};
