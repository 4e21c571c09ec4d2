import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { currentConsentTextVersion } from '@venterum/contract';
import { createApp, type AppPorts, type AppSettings, type ReferenceApp } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Log } from '../../ports/log.ts';
import type { Ids } from '../../ports/ids.ts';
import type { InviteSecrets } from '../../ports/invite-secrets.ts';
import type { SmsGateway } from '../../ports/sms-gateway.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { limits } from '../../services/limits.ts';
import { defaultSessionLimits } from '../../services/sessions.ts';
import { JoseTokenVerifier } from '../jose/jose-token-verifier.ts';
import { readClinicsFile, type ClinicsFile } from '../json/clinics-file.ts';
import { readLoginFile, type LoginFile } from '../json/login-file.ts';
import { MemoryBus } from '../memory/memory-bus.ts';
import { createMemoryDirectory } from '../memory/memory-directory.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createCpsms } from '../sms/cpsms.ts';
import { createGatewayApi } from '../sms/gateway-api.ts';
import { createLinkMobility } from '../sms/link-mobility.ts';
import { createVdx } from '../sms/vdx.ts';
import { createPrometheusMetrics } from '../prometheus/prometheus-metrics.ts';
import { SqliteStore } from '../sqlite/sqlite-store.ts';
import { steadyClock } from '../web/steady-clock.ts';
import { webClock } from '../web/web-clock.ts';
import { createIce } from '../web/web-ice.ts';
import { createInviteSecrets } from '../web/web-invite-secrets.ts';
import { createPeerIds } from '../web/web-peer-ids.ts';
import { WebTickets } from '../web/web-tickets.ts';
import { qrImages } from '../qr/qr-images.ts';
import { AesFieldCipher, deriveKey, type MasterKey } from './aes-field-cipher.ts';
import { readMasterKeys, type MasterKeys } from './master-keys.ts';
import { createNodeIds } from './node-ids.ts';
import { openNodeSink } from './node-sink.ts';

/** The server with its real adapters, not yet listening. */
export interface OpenedServer extends ReferenceApp {
  readonly ports: AppPorts;
}

const nobody: TokenVerifier = { verify: () => Promise.resolve(undefined) };
const noSms: SmsGateway = {
  name: 'none',
  honoursAttempts: true,
  send: () => Promise.resolve({ outcome: 'refused', failure: 'gateway' }),
};

const readFileAt = <T>(path: string | undefined, read: (text: string) => T): T | undefined =>
  path === undefined ? undefined : read(readFileSync(path, 'utf8'));

const settingsFrom = (config: Config, login: LoginFile | undefined): AppSettings => ({
  allowedOrigins: config.origins,
  trustedProxies: config.trustedProxies,
  guestPage: config.guestPage,
  codePage: config.codePage,
  smsCountries: config.smsCountries,
  smsLimits: config.smsLimits,
  sessionLimits: {
    ...defaultSessionLimits,
    idleSeconds: { ...defaultSessionLimits.idleSeconds, 'clinic-staff': config.clinicIdleMinutes * 60 },
  },
  publicConfig: {
    providers: login?.providers ?? [],
    languages: ['da', 'en'],
    support: config.support,
    consentTextVersion: currentConsentTextVersion,
    smsCountries: config.smsCountries,
    limits: {
      reasonCharacters: limits.reasonCharacters,
      participants: limits.participants,
      recipients: limits.recipients,
    },
  },
});

const verifierFrom = (login: LoginFile | undefined): TokenVerifier =>
  login === undefined
    ? nobody
    : new JoseTokenVerifier({ issuers: login.issuers, resource: login.resource, now: () => webClock.now() });

const inviteSecretsFrom = ([first, ...older]: MasterKeys['keys'], ids: Ids): InviteSecrets => {
  const derived = (key: MasterKey): Uint8Array<ArrayBuffer> => new Uint8Array(deriveKey(key, 'invites'));
  return createInviteSecrets([derived(first), ...older.map(derived)], ids);
};

const portsFrom = (
  config: Config,
  log: Log,
  files: { login: LoginFile | undefined; clinics: ClinicsFile | undefined },
) => {
  mkdirSync(dirname(config.database), { recursive: true });
  const { keys, created } = readMasterKeys(config.masterKeys, `${config.database}.key`);
  if (created) log.write({ event: 'key-created' });
  const bus = new MemoryBus();
  const ids = createNodeIds();
  const now = (): string => steadyClock.now();
  const ports: Omit<AppPorts, 'sms'> = {
    clock: steadyClock,
    ids,
    inviteSecrets: inviteSecretsFrom(keys, ids),
    bus,
    log,
    store: new SqliteStore({ path: config.database, cipher: new AesFieldCipher(keys), bus, now }),
    directory: createMemoryDirectory(files.clinics?.directory ?? {}),
    metrics: createPrometheusMetrics(),
    verifier: verifierFrom(files.login),
    tickets: new WebTickets(steadyClock, ids),
    peerIds: createPeerIds(new Uint8Array(deriveKey(keys[0], 'peer-ids'))),
    qrImages,
    ice: createIce({
      // The TURN server reads its own clock.
      clock: webClock,
      servers: config.iceServers,
      policy: config.icePolicy,
      ...(config.turn === undefined ? {} : { turn: config.turn }),
    }),
    openSink: openNodeSink,
  };
  return ports;
};

/** Milliseconds a gateway has to answer. */
const smsTimeout = 15_000;

const gatewayFrom = (sms: Config['sms']): SmsGateway => {
  const http = { fetch, timeout: smsTimeout };
  switch (sms.gateway) {
    case 'gatewayapi':
      return createGatewayApi(sms.settings, http);
    case 'cpsms':
      return createCpsms(sms.settings, http);
    case 'link':
      return createLinkMobility(sms.settings, http, () => performance.now());
    case 'vdx':
      return createVdx(sms.settings, http, () => performance.now());
    case 'none':
    case 'outbox':
      return noSms;
  }
};

/** Opens the database and puts the server together. Throws, in words, when a file it needs is wrong. */
export const openServer = async (config: Config, log: Log): Promise<OpenedServer> => {
  const login = readFileAt(config.login, readLoginFile);
  const clinics = readFileAt(config.clinics, readClinicsFile);
  const outbox = config.sms.gateway === 'outbox' ? createOutbox(() => webClock.now()) : undefined;
  const sms = outbox ?? gatewayFrom(config.sms);
  const ports: AppPorts = { ...portsFrom(config, log, { login, clinics }), sms };
  const server = createApp(ports, settingsFrom(config, login), outbox?.mount);
  await ports.store.transact((tx) => server.services.clinics.seed(tx, clinics?.clinics ?? []));
  await server.services.outbox.recover();
  return { ...server, ports };
};
