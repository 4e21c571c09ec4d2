import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** As many as joins can spread over: a queue of hundreds is no queue anybody would stand in. */
const CLINICS = 500;
const clinicIds = Array.from({ length: CLINICS }, (_, index) => `bench-clinic-${index}`);
const [clinicId = ''] = clinicIds;
const ydernummer = '012345';
/** An official test person. */
const citizenCpr = '2512489996';
const resource = 'https://bench.example/api';

/** The reference server as its own process on SQLite, with an issuer whose tokens the bench signs. */
export interface VenterumServer {
  readonly base: string;
  /** The first is the doctor's, and the citizen's own. */
  readonly clinicIds: readonly string[];
  readonly pid: number;
  /** An access token of a citizen, a doctor or a care worker. */
  token(who: 'citizen' | 'doctor' | 'employee'): Promise<string>;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createProbe().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });

const startIssuer = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }],
  });
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(jwks);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;
  const sign = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT({ ...claims, client_id: 'bench', jti: `token-${count}` })
      .setProtectedHeader({ alg: 'ES256', kid: 'bench', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setSubject(`somebody-${(count += 1)}`)
      .setAudience(resource)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return { issuer, sign, stop: () => server.close() };
};

const rules = [
  {
    when: [{ claim: 'kind', equals: 'doctor' }],
    principal: 'clinic-staff',
    claims: {
      name: 'name',
      role: { claim: 'kind', values: [{ equals: 'doctor', as: 'doctor' }] },
      ydernumre: 'yder',
    },
  },
  { when: [{ claim: 'kind', equals: 'citizen' }], principal: 'citizen', claims: { cpr: 'cpr' } },
  { when: [{ claim: 'kind', equals: 'employee' }], principal: 'municipal-employee', claims: { cvr: 'cvr' } },
];

const claims = {
  doctor: { kind: 'doctor', name: 'Læge Test Lund', yder: ydernummer },
  citizen: { kind: 'citizen', cpr: citizenCpr },
  employee: { kind: 'employee', cvr: '12345678' },
} as const;

const clinics = {
  clinics: clinicIds.map((id, index) => ({
    id,
    ydernummer: String(Number(ydernummer) + index).padStart(6, '0'),
    name: 'Lægehuset Testby',
    address: 'Testvej 1',
    opening: { open: true },
  })),
  directory: { [citizenCpr]: clinicId },
};

const answers = async (url: string): Promise<boolean> =>
  (await fetch(url).catch(() => undefined))?.ok === true;

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The server did not come up.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Starts it on a free port with an empty database; `origins` may embed it, `settings` are more of its environment. */
export const startVenterum = async (
  origins: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<VenterumServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'venterum-bench-'));
  const issuer = await startIssuer();
  const port = await freePort();
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const issuers = [{ issuer: issuer.issuer, algorithms: ['ES256'], jwksUri: `${issuer.issuer}/jwks`, rules }];
  const main = fileURLToPath(new URL('../../server-reference/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PORT: String(port),
      VENTERUM_DATABASE: join(folder, 'bench.sqlite'),
      VENTERUM_CLINICS: file('clinics.json', clinics),
      VENTERUM_LOGIN: file('login.json', { resource, issuers, providers: [] }),
      VENTERUM_ORIGINS: origins.join(','),
      ...settings,
    },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const base = `http://localhost:${port}`;
  await until(() => answers(`${base}/readyz`));
  return {
    base,
    clinicIds,
    pid: child.pid ?? 0,
    token: (who) => issuer.sign(claims[who]),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
