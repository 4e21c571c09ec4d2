import { startStatic } from './static-server.ts';
import type { FrameRig } from './frame-rig.ts';
import { startVenterum } from './venterum-server.ts';

const browser = new URL('../../packages/elements/dist/browser/', import.meta.url);

/** The shipped elements on the real server: a doctor's tap on *start*, claim, room, tickets, signalling, media. */
export const startVenterumPages = async (): Promise<FrameRig> => {
  const { server, port } = await startStatic([
    ['/venterum/', browser],
    ['/', new URL('./pages/', import.meta.url)],
  ]);
  const origin = `http://localhost:${port}`;
  const venterum = await startVenterum([origin]);
  const page = async (name: string, who: 'doctor' | 'citizen'): Promise<string> =>
    `${origin}/${name}.html?server=${encodeURIComponent(venterum.base)}#${await venterum.token(who)}`;
  return {
    pages: [await page('clinic', 'doctor'), await page('joiner', 'citizen')],
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await venterum.stop();
    },
  };
};
