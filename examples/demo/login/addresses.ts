/** Where the demo's issuers are. */
export interface IssuerAddresses {
  readonly clinic: string;
  readonly broker: string;
  readonly municipality: string;
}

/** The issuers on the three ports after the first. */
export const issuersFrom = (basePort: number): IssuerAddresses => ({
  clinic: `http://localhost:${basePort + 1}`,
  broker: `http://localhost:${basePort + 2}`,
  municipality: `http://localhost:${basePort + 3}`,
});

/** The public clients of the host pages, by who logs in with them. */
export const clients = {
  clinic: 'venterum-clinic',
  municipality: 'venterum-municipality',
  citizen: 'venterum-citizen',
  /** Offers the choice between the two above. */
  broker: 'venterum-broker',
} as const;

/** The client the broker is at the municipality. */
export const brokerAtMunicipality = 'broker';

/** Where the municipality sends people back to. */
export const brokerCallbackPath = '/callback/municipality';
