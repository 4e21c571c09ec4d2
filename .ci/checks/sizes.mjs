// What a citizen's phone must fetch before it can wait in the queue is a promise; this measures it and names what may not be in it.
import process from 'node:process';
import { weigh } from '../../.config/weigh.mjs';

/** Words that only these libraries hold; our own code speaks of `/v1/signal/peerjs` and must not be taken for them. */
const heavy = ['peerjs.com', 'PeerJS: ', 'oidc-client', 'OidcClient'];
const five = ['queue-join', 'waiting-room', 'video-room', 'sms-invite', 'consent-form'];

/** `goal` is what was promised. Where it is not reached, `limit` keeps what is until it is, and only moves down. */
const budgets = [
  { what: 'queue-join until waiting', parts: ['embed', 'queue-join'], limit: 30, forbidden: heavy },
  {
    what: 'waiting-room without video',
    parts: ['clinic-client', 'waiting-room'],
    goal: 30,
    limit: 30.5,
    forbidden: heavy,
  },
  {
    what: 'five elements, client, PeerJS, OIDC',
    parts: ['embed', 'oidc', ...five],
    goal: 110,
    limit: 112.5,
    everything: true,
    without: ['device-check'],
    required: heavy,
  },
];

const rows = [];
let failed = false;
for (const {
  what,
  parts,
  limit,
  goal = limit,
  everything,
  without,
  forbidden = [],
  required = [],
} of budgets) {
  const { code, kib } = await weigh(parts, { everything, without });
  const problems = [
    ...forbidden.filter((word) => code.includes(word)).map((word) => `holds "${word}"`),
    ...required
      .filter((word) => !code.includes(word))
      .map((word) => `does not hold "${word}": the ban on it checks nothing`),
    ...(kib > limit ? ['over its limit'] : []),
  ];
  failed ||= problems.length > 0;
  const verdict = problems.join('; ') || (kib > goal ? 'goal not reached' : 'holds');
  rows.push({ what, 'gzip KiB': kib.toFixed(1), goal, limit, verdict });
}

console.table(rows);
process.exitCode = failed ? 1 : 0;
