// What a citizen's phone must fetch before it can wait in the queue is a promise; this measures it and names what may not be in it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../../packages/elements/dist/browser', import.meta.url));
const KiB = 1024;

/** Words that only these libraries hold; our own code speaks of `/v1/signal/peerjs` and must not be taken for them. */
const heavy = ['peerjs.com', 'PeerJS: ', 'oidc-client', 'OidcClient'];
const five = ['queue-join.js', 'waiting-room.js', 'video-room.js', 'sms-invite.js', 'consent-form.js'];

/** A `goal` below the limit is not reached yet: until then the limit keeps what is, and only moves down. `everything` follows dynamic imports too: the video code is part of the whole, but not of the first load. */
const budgets = [
  {
    what: 'queue-join until waiting',
    entries: ['queue-join.js'],
    limit: 30,
    forbidden: heavy,
  },
  {
    what: 'waiting-room without video',
    entries: ['waiting-room.js'],
    goal: 30,
    limit: 31,
    forbidden: heavy,
  },
  {
    what: 'five elements, client, PeerJS, OIDC',
    entries: [...five, 'client.js', 'oidc.js'],
    goal: 110,
    limit: 114,
    everything: true,
    forbidden: [],
    required: heavy,
  },
];

const staticImport = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*${},\s]+?\s*from\s*)?["'](\.[^"']+)["']/g;
const dynamicImport = /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g;

function load(file, everything, seen = new Map()) {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  const patterns = everything ? [staticImport, dynamicImport] : [staticImport];
  for (const pattern of patterns)
    for (const [, target] of text.matchAll(pattern)) load(join(dirname(file), target), everything, seen);
  return seen;
}

const gzipped = (text) => gzipSync(text, { level: 9 }).length;

function measure({ what, entries, limit, goal = limit, everything, forbidden, required = [] }) {
  const missing = entries.filter((entry) => !existsSync(join(built, entry)));
  if (missing.length > 0) return { what, problems: [`not built: ${missing.join(', ')}`] };
  const files = new Map();
  for (const entry of entries) load(join(built, entry), everything, files);
  const bytes = [...files.values()].reduce((sum, text) => sum + gzipped(text), 0);
  const holds = (word) => [...files.values()].some((text) => text.includes(word));
  const problems = [
    ...forbidden.filter(holds).map((word) => `holds "${word}"`),
    ...required
      .filter((word) => !holds(word))
      .map((word) => `does not hold "${word}": the ban on it checks nothing`),
  ];
  if (bytes > limit * KiB) problems.push('over its limit');
  return { what, files: files.size, 'gzip KiB': (bytes / KiB).toFixed(1), goal, limit, problems };
}

const rows = budgets.map(measure);
console.table(rows.map(({ problems, ...row }) => ({ ...row, verdict: problems.join('; ') || 'holds' })));
process.exitCode = rows.some(({ problems }) => problems.length > 0) ? 1 : 0;
