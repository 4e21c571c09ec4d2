import { execFileSync, spawnSync } from 'node:child_process';
import process from 'node:process';

/** How a line is, both ways alike. */
export interface LineSettings {
  /** Kilobits a second to each side and from it; as much as the machine gives when left out. */
  readonly kilobits?: number;
  /** Share of media packets lost from each side to the other, in percent. */
  readonly lossPercent?: number;
}

const ROUTER = 'venterum-router';
const places = ['venterum-left', 'venterum-right'] as const;
const gatewayOf = (place: number): string => `10.213.${place}.1`;
const addressOf = (place: number): string => `10.213.${place}.2`;

const run = (command: string, ...args: readonly string[]): void => {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

const inside = (space: string, ...command: readonly string[]): void =>
  run('ip', 'netns', 'exec', space, ...command);

/** What is missing for a network of one's own, as a sentence; `undefined` when nothing is. */
export const missingForNetwork = (): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root on Linux';
  const absent = ['ip', 'tc', 'nft'].filter((tool) => spawnSync(tool, ['-V']).error !== undefined);
  if (absent.length > 0) return `${absent.join(', ')} missing (apt-get install iproute2 nftables)`;
  const probe = spawnSync('ip', ['netns', 'add', 'venterum-probe']);
  spawnSync('ip', ['netns', 'delete', 'venterum-probe']);
  return probe.status === 0 ? undefined : 'network namespaces are not allowed here';
};

const addPlace = (space: string, place: number): void => {
  const [near, far] = [`vt-near${place}`, `vt-far${place}`];
  run('ip', 'netns', 'add', space);
  run('ip', 'link', 'add', near, 'netns', space, 'type', 'veth', 'peer', 'name', far, 'netns', ROUTER);
  inside(space, 'ip', 'address', 'add', `${addressOf(place)}/24`, 'dev', near);
  inside(ROUTER, 'ip', 'address', 'add', `${gatewayOf(place)}/24`, 'dev', far);
  inside(space, 'ip', 'link', 'set', 'lo', 'up');
  inside(space, 'ip', 'link', 'set', near, 'up');
  inside(ROUTER, 'ip', 'link', 'set', far, 'up');
  inside(space, 'ip', 'route', 'add', 'default', 'via', gatewayOf(place));
};

/** A queue of 200 ms at both ends of a line, as in a home router. */
const limit = (space: string, device: string, kilobits: number | undefined): void => {
  spawnSync('ip', ['netns', 'exec', space, 'tc', 'qdisc', 'delete', 'dev', device, 'root']);
  if (kilobits === undefined) return;
  const tbf = ['tbf', 'rate', `${kilobits}kbit`, 'burst', '4kb', 'latency', '200ms'];
  inside(space, 'tc', 'qdisc', 'add', 'dev', device, 'root', ...tbf);
};

const nft = (command: string): void => inside(ROUTER, 'nft', command);

const hooks = { loss: 'forward', from: 'prerouting', to: 'postrouting' } as const;

/** Takes the network away again. */
export const removeNetwork = (): void => {
  for (const space of [ROUTER, ...places]) spawnSync('ip', ['netns', 'delete', space]);
};

/**
 * Makes two places and a router between them, each a network namespace of its own. Whatever an earlier run left is removed first;
 * servers and whoever shapes the lines run {@link atRouter}.
 */
export const makeNetwork = (): void => {
  removeNetwork();
  run('ip', 'netns', 'add', ROUTER);
  inside(ROUTER, 'ip', 'link', 'set', 'lo', 'up');
  for (const [place, space] of places.entries()) addPlace(space, place);
  inside(ROUTER, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1');
  nft('add table ip venterum');
  for (const [chain, hook] of Object.entries(hooks))
    nft(`add chain ip venterum ${chain} { type filter hook ${hook} priority 0; }`);
};

/** The command before which a process must stand to be at the router. */
export const atRouter: readonly string[] = ['ip', 'netns', 'exec', ROUTER];

/** The command before which a process must stand to be at one of the two places. */
export const atPlace = (place: 0 | 1): readonly string[] => ['ip', 'netns', 'exec', places[place]];

/** Under which address what listens at the router is reached from a place. */
export const routerFrom = gatewayOf;

/** Makes the lines like this from now on. */
export const shapeLines = ({ kilobits, lossPercent }: LineSettings): void => {
  for (const [place, space] of places.entries()) {
    limit(space, `vt-near${place}`, kilobits);
    limit(ROUTER, `vt-far${place}`, kilobits);
  }
  nft('flush chain ip venterum loss');
  if (lossPercent === undefined) return;
  nft(`add rule ip venterum loss ip protocol udp numgen random mod 100 < ${lossPercent} drop`);
};

/** The second place is on another network from now on: its address is gone, and it has a new one. */
export const moveSecondPlace = (): void => {
  const [, space] = places;
  inside(space, 'ip', 'address', 'flush', 'dev', 'vt-near1');
  inside(space, 'ip', 'address', 'add', '10.213.1.3/24', 'dev', 'vt-near1');
  inside(space, 'ip', 'route', 'replace', 'default', 'via', gatewayOf(1));
};

/** Nothing passes between the first place and the rest of the world, until {@link mendLine}. */
export const cutLine = (): void => {
  nft(`add rule ip venterum from ip saddr ${addressOf(0)} drop`);
  nft(`add rule ip venterum to ip daddr ${addressOf(0)} drop`);
};

/** The line of the first place works again. */
export const mendLine = (): void => {
  nft('flush chain ip venterum from');
  nft('flush chain ip venterum to');
};
