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

/** Addresses to open or to call, each ending in a slash where it is a folder. */
export interface DemoAddresses {
  readonly server: string;
  readonly hostPages: string;
}

/** A running demo: server, logins and host pages. */
export interface Demo {
  readonly addresses: DemoAddresses;
  readonly server: SupervisedServer;
  /** What the server prints. */
  readonly logFile: string;
  /** Ends everything that was started; safe to call twice. */
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

const addressesOf = (ports: DemoPorts): DemoAddresses => ({
  server: `http://localhost:${ports.server}/`,
  hostPages: `http://localhost:${ports.hostPages}/`,
});
