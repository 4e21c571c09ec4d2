import { WebSocketServer } from 'ws';
import { startStatic } from './static-server.ts';
import type { FrameRig } from './frame-rig.ts';

/** The reference nothing can beat: two pages, one socket each, an `RTCPeerConnection` and no library. */
export const startBareExchange = async (): Promise<FrameRig> => {
  const { server, port } = await startStatic([['/', new URL('./pages/', import.meta.url)]]);
  const sockets = new WebSocketServer({ server, path: '/relay' });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data, { binary: isBinary });
    });
  });
  const page = `http://localhost:${port}/bare.html`;
  return {
    pages: [page, page],
    stop: () => {
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
};
