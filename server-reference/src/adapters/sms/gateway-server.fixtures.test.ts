// A gateway's own side of the wire: takes what is sent, and answers as a test wants, faults included.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A request the gateway got. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** How the gateway answers. */
export type Answer = (response: ServerResponse) => void;

/** A gateway's server. */
export interface GatewayServer {
  readonly origin: string;
  /** Messages it was handed, oldest first. */
  readonly asked: Asked[];
  answer: Answer;
  /** Takes no more connections. */
  close(): Promise<void>;
}

/** Answers with JSON, or with a text as it is. */
export const answers =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };

/** Begins to answer, and goes on when everything else has had its turn. */
export const slowly =
  (status: number, body: unknown): Answer =>
  (response) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
    response.write(text.slice(0, 1), () => setImmediate(() => response.end(text.slice(1))));
  };

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** What VDX, and LINK Mobility by OAuth, ask for before a message; the others never do. */
const token = answers(200, { access_token: 'token-of-an-hour', expires_in: 3600 });

/** Opens a gateway; `POST /token` and `/auth/token` give tokens. */
export const openGatewayServer = async (t: TestContext, answer: Answer): Promise<GatewayServer> => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { url: path = '', headers } = request;
      if (path.endsWith('/token')) {
        token(response);
        return;
      }
      asked.push({ path, authorization: headers.authorization, type: headers['content-type'], text });
      gateway.answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway: GatewayServer = {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    answer,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await once(server.close(), 'close');
    },
  };
  t.after(() => gateway.close());
  return gateway;
};
