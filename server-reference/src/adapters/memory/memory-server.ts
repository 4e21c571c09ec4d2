import {
  currentConsentTextVersion,
  type Clinic,
  type ClinicId,
  type Cpr,
  type PublicConfig,
} from '@venterum/contract';
import { createApp, type AppPorts, type AppSettings, type ReferenceApp } from '../../app.ts';
import type { Bus } from '../../ports/bus.ts';
import type { DataStore } from '../../ports/store.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { limits } from '../../services/limits.ts';
import { defaultSmsLimits } from '../../services/sms-limits.ts';
import { defaultSessionLimits } from '../../services/sessions.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { webClock } from '../web/web-clock.ts';
import { webIds } from '../web/web-ids.ts';
import { createIce } from '../web/web-ice.ts';
import { createInviteSecrets } from '../web/web-invite-secrets.ts';
import { createPeerIds, randomSecret } from '../web/web-peer-ids.ts';
import { openWebSink } from '../web/web-sink.ts';
import { MemoryBus } from './memory-bus.ts';
import { createMemoryDirectory } from './memory-directory.ts';
import { MemoryStore } from './memory-store.ts';
import { WebTickets } from '../web/web-tickets.ts';
import { qrImages } from '../qr/qr-images.ts';
import { noMetrics, silentLog } from './silent.ts';

/** What a server in memory is given. Whatever is left out is the obvious thing. */
export interface MemoryServerOptions extends Partial<Omit<AppPorts, 'store' | 'directory'>> {
  readonly clinics: readonly Clinic[];
  /** The citizens' own clinics. */
  readonly directory: Readonly<Record<Cpr, ClinicId>> | AppPorts['directory'];
  /** Says whose the access tokens are; there is no login without one. */
  readonly verifier: TokenVerifier;
  readonly settings?: Partial<AppSettings>;
  /** Another store on the same bus. */
  readonly openStore?: (bus: Bus) => DataStore;
}

/** A server in memory, with its parts in reach. */
export interface MemoryServer extends ReferenceApp {
  readonly ports: AppPorts;
  readonly outbox: Outbox;
}

const plainConfig: PublicConfig = {
  providers: [],
  languages: ['da', 'en'],
  support: { name: 'Support', phone: '+4570000000' },
  consentTextVersion: currentConsentTextVersion,
  smsCountries: [],
  limits: {
    reasonCharacters: limits.reasonCharacters,
    participants: limits.participants,
    recipients: limits.recipients,
  },
};

const isDirectory = (given: MemoryServerOptions['directory']): given is AppPorts['directory'] =>
  typeof given.ownClinic === 'function';

const portsFor = (options: MemoryServerOptions, outbox: Outbox): AppPorts => {
  const bus = options.bus ?? new MemoryBus();
  const clock = options.clock ?? webClock;
  const { clinics: _clinics, settings: _settings, openStore, directory, ...given } = options;
  return {
    clock,
    ids: webIds,
    inviteSecrets: createInviteSecrets([randomSecret()], webIds),
    bus,
    store: openStore?.(bus) ?? new MemoryStore(bus),
    sms: outbox,
    log: silentLog,
    metrics: noMetrics,
    tickets: new WebTickets(clock, webIds),
    peerIds: createPeerIds(randomSecret()),
    qrImages,
    ice: createIce({ clock, servers: [], policy: 'all' }),
    openSink: openWebSink,
    ...given,
    directory: isDirectory(directory) ? directory : createMemoryDirectory(directory),
  };
};

/**
 * The whole server in memory, for tests and for pages without a backend: `fetch` answers like the real one.
 * Logins are accepted by the injected verifier alone.
 */
export const createMemoryServer = async (options: MemoryServerOptions): Promise<MemoryServer> => {
  const outbox = createOutbox(() => (options.clock ?? webClock).now());
  const ports = portsFor(options, outbox);
  const settings: AppSettings = {
    publicConfig: plainConfig,
    allowedOrigins: [],
    trustedProxies: 0,
    guestPage: 'https://gaest.example.dk/',
    codePage: 'https://gaest.example.dk/',
    smsCountries: [],
    smsLimits: defaultSmsLimits,
    sessionLimits: defaultSessionLimits,
    ...options.settings,
  };
  const app = createApp(ports, settings, outbox.mount);
  await ports.store.transact((tx) => app.services.clinics.seed(tx, options.clinics));
  return { ...app, ports, outbox };
};
