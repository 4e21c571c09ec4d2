import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { PeerServer } from 'peer';
import { startStatic } from './static-server.ts';
import type { FrameRig } from './frame-rig.ts';

const require = createRequire(import.meta.url);

const startSignalling = (): Promise<Server> =>
  new Promise((resolve) => {
    PeerServer({ port: 0, host: '127.0.0.1', path: '/' }, (server) => {
      resolve(server);
    });
  });

/** The stock `peerjs` client through the stock `peer` server, sockets open before the clock starts. */
export const startStockPeerjs = async (): Promise<FrameRig> => {
  const { server, port } = await startStatic([
    ['/peerjs.min.js', pathToFileURL(require.resolve('peerjs/dist/peerjs.min.js'))],
    ['/', new URL('./pages/', import.meta.url)],
  ]);
  const signalling = await startSignalling();
  const page = `http://localhost:${port}/stock.html?port=${(signalling.address() as AddressInfo).port}`;
  return {
    pages: [`${page}#a`, `${page}#b`],
    stop: () => {
      for (const one of [server, signalling]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
};
