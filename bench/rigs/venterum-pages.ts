import { startStatic } from './static-server.ts';
import type { FrameRig } from './frame-rig.ts';
import { startVenterum } from './venterum-server.ts';

const browser = new URL('../../packages/elements/dist/browser/', import.meta.url);

/** The same, with the server's process. */
export interface VenterumPages extends FrameRig {
  readonly serverPid: number;
}

/** The shipped elements on the real server: a doctor's tap on *start*, claim, room, tickets, signalling, media. */
export const startVenterumPages = async (
  settings: Readonly<Record<string, string>> = {},
): Promise<VenterumPages> => {
  const { server, port } = await startStatic([
    ['/venterum/', browser],
    ['/', new URL('./pages/', import.meta.url)],
  ]);
  const origin = `http://localhost:${port}`;
  const venterum = await startVenterum([origin], settings);
  const page = async (name: string, who: 'doctor' | 'citizen'): Promise<string> =>
    `${origin}/${name}.html?server=${encodeURIComponent(venterum.base)}#${await venterum.token(who)}`;
  return {
    pages: [await page('clinic', 'doctor'), await page('joiner', 'citizen')],
    serverPid: venterum.pid,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await venterum.stop();
    },
  };
};
