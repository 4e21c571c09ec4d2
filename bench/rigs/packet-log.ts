import { execFileSync } from 'node:child_process';
import { atPlace, routerFrom } from './network.ts';

type Place = 0 | 1;

const nft = (place: Place, command: string): string => {
  const [ip = '', ...args] = atPlace(place);
  return execFileSync(ip, [...args, 'nft', command], { encoding: 'utf8' });
};

/** What every message of STUN and TURN has in its second word (RFC 8489 § 5). */
const STUN_COOKIE = '0x2112a442';

/**
 * Where a packet may go: to the pages and the server, to the relay, on the browser's own errands (it looks for televisions, too), or,
 * by anybody's mistake, elsewhere: a word of STUN or TURN to anybody else, or anything over TCP that is no web page.
 */
const kinds = ['pages', 'relay', 'errands', 'elsewhere'] as const;

/** Counts from now on what leaves a place. What IPv6 says to its own link by itself is nobody's packet. */
export const logPackets = (
  place: Place,
  relay: { readonly address: string; readonly port: number },
): void => {
  const leaves = 'add rule inet venterum out oifname != "lo"';
  nft(place, 'add table inet venterum');
  nft(place, 'add chain inet venterum out { type filter hook output priority 0; }');
  for (const kind of kinds) nft(place, `add counter inet venterum ${kind}`);
  nft(place, `${leaves} meta l4proto { icmpv6, igmp } accept`);
  nft(place, `${leaves} ip daddr ${relay.address} udp dport ${relay.port} counter name relay accept`);
  nft(place, `${leaves} ip daddr ${routerFrom(place)} meta l4proto tcp counter name pages accept`);
  nft(place, `${leaves} udp length >= 28 @th,96,32 ${STUN_COOKIE} counter name elsewhere accept`);
  nft(place, `${leaves} meta l4proto udp counter name errands accept`);
  nft(place, `${leaves} tcp dport { 80, 443 } counter name errands accept`);
  nft(place, `${leaves} counter name elsewhere`);
};

/** How many packets of a kind have left a place. */
export const packetsTo = (kind: (typeof kinds)[number], place: Place): number =>
  Number(/packets (\d+)/.exec(nft(place, `list counter inet venterum ${kind}`))?.[1]);
