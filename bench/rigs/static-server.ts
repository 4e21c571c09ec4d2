import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Address prefix to folder (or file), longest first. */
export type Folders = readonly (readonly [prefix: string, target: URL])[];

const locate = (folders: Folders, path: string): URL | undefined => {
  const found = folders.find(([prefix]) => path.startsWith(prefix));
  return found === undefined ? undefined : new URL(path.slice(found[0].length), found[1]);
};

/** A static server on a free port, for rigs only; of the loopback interface unless said otherwise. */
export const startStatic = async (
  folders: Folders,
  host = process.env['BENCH_HOST'] ?? '127.0.0.1',
): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = locate(folders, path);
    if (file === undefined) return response.writeHead(404).end();
    readFile(file)
      .then((body) => {
        const type = types[file.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(body);
      })
      .catch(() => response.writeHead(404).end());
    return response;
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { server, port: (server.address() as AddressInfo).port };
};
