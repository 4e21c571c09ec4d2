import type { Server } from 'node:http';
import {
  brokerAtMunicipality,
  brokerCallbackPath,
  clients,
  type IssuerAddresses,
  issuersFrom,
} from './addresses.ts';
import { startBroker } from './broker.ts';
import { startPeopleIssuer } from './people-issuer.ts';
import { clinicStaff, municipalEmployees } from './people.ts';
import { serverLogin, type ServerLogin } from './server-settings.ts';

/** Where the logins run and whom they serve. */
export interface LoginProvidersOptions {
  /** The issuers take the three ports after this one. */
  readonly basePort: number;
  /** RFC 8707: the server the access tokens are for. */
  readonly resource: string;
  /** Origins of the host pages: where people are sent back to, and whose scripts may ask for tokens. */
  readonly redirectOrigins: readonly string[];
}

/** Running logins. */
export interface LoginProviders {
  readonly issuers: IssuerAddresses;
  /** Ids of the public clients, by who logs in with them. */
  readonly clients: typeof clients;
  /** Content of the server's login file. */
  readonly serverLogin: ServerLogin;
  /** Ends the issuers; everybody is logged out. */
  stop(): Promise<void>;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

const originOf = (address: string): string | undefined => URL.parse(address)?.origin;

/** Starts the clinics' login, the broker and the municipality's login. Keys and sessions last as long as they run. */
export const startLoginProviders = async (options: LoginProvidersOptions): Promise<LoginProviders> => {
  const { basePort, resource, redirectOrigins } = options;
  const issuers = issuersFrom(basePort);
  const formTargets = [...redirectOrigins, ...Object.values<string>({ ...issuers })];
  const mayReturnTo = (address: string): boolean => redirectOrigins.includes(originOf(address) ?? '');
  const servers = await Promise.all([
    startPeopleIssuer({
      port: basePort + 1,
      name: 'clinic',
      issuer: issuers.clinic,
      algorithm: 'ES256',
      clientIds: [clients.clinic],
      resource,
      mayReturnTo,
      formTargets,
      page: { title: 'Klinikkens login', people: clinicStaff },
    }),
    startBroker({
      port: basePort + 2,
      name: 'broker',
      issuer: issuers.broker,
      issuers,
      algorithm: 'RS256',
      clientIds: [clients.broker, clients.municipality, clients.citizen],
      resource,
      mayReturnTo,
      formTargets,
    }),
    startPeopleIssuer({
      port: basePort + 3,
      name: 'municipality',
      issuer: issuers.municipality,
      algorithm: 'ES256',
      clientIds: [brokerAtMunicipality],
      mayReturnTo: (address) => address === `${issuers.broker}${brokerCallbackPath}`,
      formTargets,
      page: { title: 'Testby Kommunes login', people: municipalEmployees },
    }),
  ]);
  return {
    issuers,
    clients,
    serverLogin: serverLogin(issuers, resource),
    stop: async () => {
      await Promise.all(servers.map(closed));
    },
  };
};
