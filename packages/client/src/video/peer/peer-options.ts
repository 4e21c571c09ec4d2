import type { RoomAccess } from '@venterum/contract';
import type { PeerJSOption } from 'peerjs';

/** PeerJS appends this to its `path` by itself. */
const PEERJS_SUFFIX = 'peerjs';

const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

const iceServersOf = (access: RoomAccess): RTCIceServer[] =>
  access.iceServers.map(({ urls, ...rest }) => ({
    ...rest,
    urls: typeof urls === 'string' ? urls : [...urls],
  }));

/** How calls made from now on find their way: with the room's ICE servers and no others (D15). */
export const callConfig = (access: RoomAccess): RTCConfiguration => ({
  iceServers: iceServersOf(access),
  iceTransportPolicy: access.icePolicy,
  bundlePolicy: 'max-bundle',
});

/**
 * What PeerJS is told. Everything it has a default for that points at somebody else's machine (its cloud, Google's STUN,
 * its TURN) is set, also when the server gives no ICE servers at all.
 */
export const peerOptions = (server: string, access: RoomAccess): Omit<PeerJSOption, 'debug'> => {
  const url = new URL(server);
  const base = url.pathname.replace(/\/$/, '');
  return {
    host: url.hostname,
    port: portOf(url),
    path: base + access.signalPath.slice(0, -PEERJS_SUFFIX.length),
    secure: url.protocol === 'https:',
    token: encodeURIComponent(access.ticket),
    config: callConfig(access),
  };
};
