import { mkdir, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveHostPages, type Mount } from './host-pages.ts';
import { startLoginProviders, type LoginProviders } from './login/index.ts';
import { portsFrom, PortTakenError, takenPorts, type DemoPorts } from './ports.ts';
import { clinics, ownClinics } from './seed.ts';
import { superviseServer, type SupervisedServer } from './supervised-server.ts';

/** Where and how the demo runs. */
export interface DemoOptions {
  /** First of five neighbouring ports. */
  readonly basePort: number;
  /** Everything the demo writes lies here. */
  readonly dataFolder: string;
  /** Hears, in a sentence, when the server died and what becomes of it. */
  readonly onIncident?: (sentence: string) => void;
}

/** Addresses to open or to call, each ending in a slash. */
export interface DemoAddresses {
  readonly server: string;
  readonly hostPages: string;
}

/** A running demo: server, logins and host pages. */
export interface Demo {
  readonly addresses: DemoAddresses;
  readonly server: SupervisedServer;
  /** Ends everything that was started; safe to call twice. */
  stop(): Promise<void>;
}

/** Where the demo's own files lie in its data folder. Configuration is apart from what the server keeps. */
export const demoFiles = (dataFolder: string) => ({
  clinics: join(dataFolder, 'config', 'clinics.json'),
  login: join(dataFolder, 'config', 'login.json'),
  database: join(dataFolder, 'server', 'venterum.sqlite'),
  log: join(dataFolder, 'server', 'server.log'),
  pid: join(dataFolder, 'server', 'server.pid'),
});

type DemoFiles = ReturnType<typeof demoFiles>;

const examples = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const published = (file: string): string => fileURLToPath(import.meta.resolve(file));

const addressesOf = (ports: DemoPorts): DemoAddresses => ({
  server: `http://localhost:${ports.server}/`,
  hostPages: `http://localhost:${ports.hostPages}/`,
});

const originOf = (address: string): string => new URL(address).origin;

const mounts: readonly Mount[] = [
  { prefix: '/venterum/', folder: join(published('@venterum/elements/package.json'), '../dist/browser') },
  {
    prefix: '/venterum-server/',
    folder: join(published('@venterum/server-reference/package.json'), '../dist/browser'),
  },
  {
    prefix: '/vendor/oidc-client-ts/',
    folder: join(published('oidc-client-ts/package.json'), '../dist/browser'),
  },
  { prefix: '/guest/', folder: join(examples, 'dist/guest') },
  { prefix: '/', folder: examples },
];

const startLogins = (ports: DemoPorts, { server, hostPages }: DemoAddresses): Promise<LoginProviders> =>
  startLoginProviders({ basePort: ports.server, resource: server, redirectOrigins: [originOf(hostPages)] });

const writeJson = (file: string, content: unknown): Promise<void> =>
  writeFile(file, JSON.stringify(content, null, 2), { mode: 0o600 });

const configure = async (files: DemoFiles, { serverLogin }: LoginProviders): Promise<void> => {
  for (const file of [files.clinics, files.database]) await mkdir(join(file, '..'), { recursive: true });
  await writeJson(files.clinics, { clinics, directory: ownClinics });
  await writeJson(files.login, serverLogin);
};

const startServer = (options: DemoOptions, ports: DemoPorts, addresses: DemoAddresses): SupervisedServer => {
  const files = demoFiles(options.dataFolder);
  return superviseServer({
    env: {
      PORT: String(ports.server),
      VENTERUM_DATABASE: files.database,
      VENTERUM_CLINICS: files.clinics,
      VENTERUM_LOGIN: files.login,
      VENTERUM_ORIGINS: originOf(addresses.hostPages),
      VENTERUM_GUEST_PAGE: `${addresses.hostPages}guest/`,
      VENTERUM_SMS: 'outbox',
      VENTERUM_SUPPORT_NAME: 'Venterums support',
      VENTERUM_SUPPORT_PHONE: '+4570101010',
    },
    readyUrl: `${addresses.server}readyz`,
    logFile: files.log,
    pidFile: files.pid,
    ...(options.onIncident === undefined ? {} : { onIncident: options.onIncident }),
  });
};

/** What the pages' scripts need to know; a vendor would write it into them. */
const pageConfig = (server: string, { issuers, clients, serverLogin }: LoginProviders): string => {
  const { resource } = serverLogin;
  const employeeLogin = {
    authority: issuers.broker,
    client_id: clients.municipality,
    scope: 'openid',
    resource,
    extraTokenParams: { resource },
  };
  return [
    `export const server = ${JSON.stringify(originOf(server))};`,
    `export const employeeLogin = ${JSON.stringify(employeeLogin)};`,
    '',
  ].join('\n');
};

const servePages = (ports: DemoPorts, { server }: DemoAddresses, logins: LoginProviders): Promise<Server> => {
  const issuers = [logins.issuers.clinic, logins.issuers.broker];
  const origin = originOf(server);
  return serveHostPages({
    port: ports.hostPages,
    mounts,
    generated: { '/config.js': pageConfig(server, logins), '/favicon.ico': '' },
    loginPath: '/login/',
    policy: { connectTo: [origin, origin.replace('http', 'ws'), ...issuers], frames: issuers },
  });
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

type Undo = () => Promise<void>;

/** Ends what was started, the latest first. */
const undoAll = async (undos: Undo[]): Promise<void> => {
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await undo();
};

const startParts = async (options: DemoOptions, undos: Undo[]): Promise<Omit<Demo, 'stop'>> => {
  const ports = portsFrom(options.basePort);
  const addresses = addressesOf(ports);
  const logins = await startLogins(ports, addresses);
  undos.push(() => logins.stop());
  await configure(demoFiles(options.dataFolder), logins);
  const pages = await servePages(ports, addresses, logins);
  undos.push(() => closed(pages));
  const server = startServer(options, ports, addresses);
  undos.push(() => server.stop());
  await server.ready();
  return { addresses, server };
};

/**
 * Starts the logins, the server and the host pages; resolves when all of them can be used.
 * Rejects with a {@link PortTakenError} when a port is taken; whatever was started is ended then.
 */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const taken = await takenPorts(portsFrom(options.basePort));
  if (taken.length > 0) throw new PortTakenError(taken, options.basePort);
  const undos: Undo[] = [];
  try {
    const parts = await startParts(options, undos);
    return { ...parts, stop: () => undoAll(undos) };
  } catch (error) {
    await undoAll(undos);
    throw error;
  }
};
