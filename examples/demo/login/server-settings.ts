import type { LoginProvider } from '@venterum/contract';
import { clients, type IssuerAddresses } from './addresses.ts';

/** What the server must know to accept these logins: the content of its login file. */
export interface ServerLogin {
  /** RFC 8707: the audience of the access tokens. */
  readonly resource: string;
  readonly providers: readonly LoginProvider[];
  /** One claim mapping per issuer, as the server documents it. */
  readonly issuers: readonly Readonly<Record<string, unknown>>[];
}

const HOURS = 3_600;
const assurance = [{ claim: 'loa', accepted: ['Substantial', 'High'] }];

const clinicIssuer = (issuer: string) => ({
  issuer,
  algorithms: ['ES256'],
  clientIds: [clients.clinic],
  assurance,
  maxAuthAgeSeconds: 12 * HOURS,
  rules: [
    {
      principal: 'clinic-staff',
      claims: {
        name: 'name',
        ydernumre: 'ydernummer',
        authorisationId: 'authorisation_id',
        role: {
          claim: 'role',
          values: [
            { equals: 'laege', as: 'doctor' },
            { equals: 'praksischef', as: 'manager' },
            { equals: 'sygeplejerske', as: 'staff' },
            { equals: 'sekretaer', as: 'staff' },
          ],
        },
      },
    },
  ],
});

const brokerIssuer = (issuer: string) => ({
  issuer,
  algorithms: ['RS256'],
  clientIds: [clients.municipality, clients.citizen, clients.broker],
  assurance,
  maxAuthAgeSeconds: 12 * HOURS,
  rules: [
    {
      when: [{ claim: 'identity_type', equals: 'professional' }],
      principal: 'municipal-employee',
      claims: {
        name: 'name',
        cvr: 'cvr',
        jobTitle: 'job_title',
        area: {
          claim: 'area',
          values: [
            { equals: 'plejehjem', as: 'care-home' },
            { equals: 'hjemmesygepleje', as: 'home-nursing' },
            { equals: 'botilbud', as: 'residential' },
            { equals: 'akutfunktion', as: 'acute' },
            { equals: 'genoptraening', as: 'rehabilitation' },
          ],
        },
      },
    },
    {
      when: [{ claim: 'identity_type', equals: 'private' }],
      principal: 'citizen',
      claims: { name: 'name', cpr: 'cpr' },
    },
  ],
});

const providersOf = (issuers: IssuerAddresses, resource: string): readonly LoginProvider[] => [
  {
    id: 'clinic',
    label: { da: 'Log ind med klinikkens login', en: 'Log in with the clinic’s login' },
    issuer: issuers.clinic,
    clientId: clients.clinic,
    scope: 'openid',
    resource,
    kinds: ['clinic-staff'],
  },
  {
    id: 'municipality',
    label: { da: 'Log ind med kommunens login', en: 'Log in with the municipality’s login' },
    issuer: issuers.broker,
    clientId: clients.municipality,
    scope: 'openid',
    resource,
    kinds: ['municipal-employee'],
  },
  {
    id: 'citizen',
    label: { da: 'Log ind med digital identitet (test)', en: 'Log in with a digital identity (test)' },
    issuer: issuers.broker,
    clientId: clients.citizen,
    scope: 'openid',
    resource,
    kinds: ['citizen'],
  },
];

/** The server's side of the demo's logins. */
export const serverLogin = (issuers: IssuerAddresses, resource: string): ServerLogin => ({
  resource,
  providers: providersOf(issuers, resource),
  issuers: [clinicIssuer(issuers.clinic), brokerIssuer(issuers.broker)],
});
