// What a citizen's phone must fetch before it can wait in the queue is a promise; this measures it and names what may not be in it.
import process from 'node:process';
import { weighGuestPage } from '../../.config/guest-page.mjs';
import { weigh } from '../../.config/weigh.mjs';

/** Words that only these libraries hold; our own code speaks of `/v1/signal/peerjs` and must not be taken for them. */
const heavy = ['peerjs.com', 'PeerJS: ', 'oidc-client', 'OidcClient'];
const five = ['queue-join', 'waiting-room', 'video-room', 'sms-invite', 'consent-form'];

const budgets = [
  { what: 'queue-join until waiting', parts: ['embed', 'queue-join'], limit: 30, forbidden: heavy },
  { what: 'waiting-room without video', parts: ['embed', 'waiting-room'], limit: 30, forbidden: heavy },
  {
    what: 'five elements, client, PeerJS, OIDC',
    parts: ['embed', 'oidc', ...five],
    limit: 110,
    everything: true,
    without: ['clinic-settings'],
    required: heavy,
  },
  {
    what: 'clinic-settings, beyond the waiting-room it is in',
    parts: ['embed', 'waiting-room', 'clinic-settings'],
    beyond: ['embed', 'waiting-room'],
    limit: 8,
    forbidden: heavy,
  },
  // What is required is in the first file and the last: the page was followed to its end.
  {
    what: 'the guest page until it waits',
    page: weighGuestPage,
    limit: 35,
    forbidden: heavy,
    required: ['createClient', 'invitedTitle'],
  },
];

const rows = [];
let failed = false;
for (const {
  what,
  page,
  parts,
  beyond,
  limit,
  everything,
  without,
  forbidden = [],
  required = [],
} of budgets) {
  const { code, kib: whole } = page?.() ?? (await weigh(parts, { everything, without }));
  const kib = beyond === undefined ? whole : whole - (await weigh(beyond)).kib;
  const problems = [
    ...forbidden.filter((word) => code.includes(word)).map((word) => `holds "${word}"`),
    ...required
      .filter((word) => !code.includes(word))
      .map((word) => `does not hold "${word}": the ban on it checks nothing`),
    ...(kib > limit ? ['over its limit'] : []),
  ];
  failed ||= problems.length > 0;
  rows.push({ what, 'gzip KiB': kib.toFixed(2), limit, verdict: problems.join('; ') || 'holds' });
}

console.table(rows);
process.exitCode = failed ? 1 : 0;
