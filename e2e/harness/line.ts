import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** One person's way to the network, to be cut and mended. Media goes from browser to browser and not through it. */
export interface Line {
  /** Address for a browser's proxy settings. */
  readonly proxy: string;
  /** Breaks everything under way, and lets nothing new through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

const forward = (incoming: IncomingMessage, response: ServerResponse): void => {
  const { 'proxy-connection': _hop, ...headers } = incoming.headers;
  const onward = request(incoming.url ?? '', { method: incoming.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  response.once('close', () => onward.destroy());
  onward.once('error', () => response.destroy());
  incoming.pipe(onward);
};

const tunnel = ({ url = '' }: IncomingMessage, near: Duplex, head: Buffer): void => {
  const { hostname, port } = new URL(`tcp://${url}`);
  const far = connect(Number(port), hostname, () => {
    near.write('HTTP/1.1 200 Connection established\r\n\r\n');
    far.write(head);
    far.pipe(near).pipe(far);
  });
  far.once('error', () => near.destroy());
  near.once('error', () => far.destroy());
  near.once('close', () => far.destroy());
};

/** Opens a line that works. */
export const openLine = async (): Promise<Line> => {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer(forward).on('connect', tunnel);
  server.on('connection', (socket: Socket) => {
    if (isCut) socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
};
