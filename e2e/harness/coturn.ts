import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coturnConfig } from '@venterum/testing/server';

/** A public address: from special-purpose ones, coturn as shipped does not relay. It leads nowhere out of the network. */
const ADDRESS = '80.62.117.10';
const PORT = 3478;
const SECRET = 'a-secret-for-tests';

/** A binding request (RFC 8489 § 5): whoever listens answers it. */
const REQUEST = Buffer.from('000100002112a442000102030405060708090a0b', 'hex');
const ASK_AGAIN = 100;

/** Resolves as soon as coturn listens. */
const answered = async (): Promise<void> => {
  const socket = createSocket('udp4');
  const answer = once(socket, 'message');
  const asking = setInterval(() => socket.send(REQUEST, PORT, ADDRESS), ASK_AGAIN);
  await answer;
  clearInterval(asking);
  socket.close();
};

/** A coturn with the shipped configuration. */
export interface Coturn {
  readonly address: string;
  readonly port: number;
  /** What the video server is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts coturn at the router of the network, where this process must stand. */
export const startCoturn = async (): Promise<Coturn> => {
  execFileSync('ip', ['address', 'add', `${ADDRESS}/32`, 'dev', 'lo']);
  const folder = mkdtempSync(join(tmpdir(), 'venterum-coturn-'));
  const file = join(folder, 'turnserver.conf');
  const place = { port: PORT, secret: SECRET, listening: ADDRESS, relays: [ADDRESS] };
  writeFileSync(file, await coturnConfig(place));
  const child = spawn('turnserver', ['-c', file, '--pidfile', join(folder, 'pid')], {
    cwd: folder,
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  await answered();
  return {
    address: ADDRESS,
    port: PORT,
    settings: { VENTERUM_TURN_URLS: `turn:${ADDRESS}:${PORT}`, VENTERUM_TURN_SECRET: SECRET },
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
