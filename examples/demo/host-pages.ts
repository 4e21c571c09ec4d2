import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** One address prefix and the folder behind it. */
export interface Mount {
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly folder: string;
}

/** What the host pages need to be served as a vendor would serve them. */
export interface HostPagesOptions {
  readonly port: number;
  readonly mounts: readonly Mount[];
  /** Files that exist in memory only, by path. */
  readonly generated: Readonly<Record<string, string>>;
  readonly policy: PolicyOptions;
  /** The page that ends a login; it alone may be framed, by pages of this origin, to renew a login unseen. */
  readonly loginPath: string;
}

/** What a host has to allow for the elements, beyond its own origin. */
export interface PolicyOptions {
  /** Where pages may send requests: server, its socket, and the issuers when the page itself logs people in. */
  readonly connectTo: readonly string[];
  /** Issuers that may be asked in a hidden frame whether somebody is still logged in. */
  readonly frames?: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The strictest policy the elements work under; a host can copy it and replace the addresses. */
export const contentSecurityPolicy = (
  { connectTo, frames = [] }: PolicyOptions,
  ancestors = "'none'",
): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    'media-src blob:',
    `connect-src 'self' ${connectTo.join(' ')}`,
    ...(frames.length > 0 ? [`frame-src 'self' ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');

const fixedHeaders: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The login popup reports back to the page that opened it.
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const fileFor = (path: string, mounts: readonly Mount[]): string | undefined => {
  const mount = mounts.find(({ prefix }) => path.startsWith(prefix));
  if (mount === undefined) return undefined;
  const file = normalize(join(mount.folder, path.slice(mount.prefix.length)));
  return file.startsWith(mount.folder + sep) ? file : undefined;
};

const readable = async (file: string): Promise<'file' | 'folder' | undefined> => {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
};

const pathOf = (request: IncomingMessage): string => {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return '/';
  }
};

const send = async (path: string, response: ServerResponse, options: HostPagesOptions): Promise<void> => {
  const generated = options.generated[path];
  if (generated !== undefined) {
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(generated);
    return;
  }
  const wanted = path.endsWith('/') ? `${path}index.html` : path;
  const file = fileFor(wanted, options.mounts);
  const kind = file === undefined ? undefined : await readable(file);
  if (file === undefined || kind === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Siden findes ikke.');
  } else if (kind === 'folder') {
    response.writeHead(302, { location: `${path}/` }).end();
  } else {
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }
};

/** Serves the host pages; resolves when they can be opened. */
export const serveHostPages = (options: HostPagesOptions): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const ancestors = path === options.loginPath ? "'self'" : "'none'";
    for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value);
    response.setHeader('content-security-policy', contentSecurityPolicy(options.policy, ancestors));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    send(path, response, options).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, () => {
      resolve(server);
    });
  });
};
