import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { percentile, row, type Row } from '../row.ts';
import { startVenterum, type VenterumServer } from '../rigs/venterum-server.ts';

const SECONDS = 5;
const CONNECTIONS = 100;

/** Inserts a second with one commit each, flushed to the disk: what SQLite alone can do on this machine. */
const bareInserts = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'venterum-bare-'));
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE visits (id TEXT PRIMARY KEY, body BLOB)',
  );
  const insert = database.prepare('INSERT INTO visits VALUES (?, ?)');
  const body = randomBytes(600);
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  while (performance.now() < end) {
    insert.run(randomBytes(16).toString('hex'), body);
    count += 1;
  }
  database.close();
  rmSync(folder, { recursive: true });
  return count / SECONDS;
};

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const post = (url: string, options: { readonly token?: string; readonly body: unknown }): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(options.body);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
      'Idempotency-Key': randomBytes(16).toString('hex'),
      ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });

const sessionOf = async (server: VenterumServer): Promise<string> => {
  const token = await server.token('employee');
  const { body } = await post(`${server.base}/v1/sessions`, { body: { grant: 'oidc', token } });
  return (body as { token: string }).token;
};

const consentOf = async (server: VenterumServer, token: string): Promise<string> => {
  const declaration = { purpose: 'declaration', textVersion: '2026-11', language: 'da' };
  const { body } = await post(`${server.base}/v1/consents`, { token, body: declaration });
  return (body as { id: string }).id;
};

/** Joins a second over HTTP, each one encrypted and on the disk before it is answered. */
const serverJoins = async (): Promise<{ perSecond: number; p99: number }> => {
  const server = await startVenterum([]);
  try {
    const token = await sessionOf(server);
    const consentId = await consentOf(server, token);
    const latencies: number[] = [];
    const end = performance.now() + SECONDS * 1000;
    const joiner = async (): Promise<void> => {
      while (performance.now() < end) {
        const clinicId = server.clinicIds[latencies.length % server.clinicIds.length];
        const body = { clinicId, reason: 'Måling', consentId };
        const began = performance.now();
        const { status } = await post(`${server.base}/v1/visits`, { token, body });
        if (status !== 201) throw new Error(`A join was answered ${status}.`);
        latencies.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, joiner));
    return { perSecond: latencies.length / SECONDS, p99: percentile(latencies, 0.99) };
  } finally {
    await server.stop();
    agent.destroy();
  }
};

/** `join.throughput` and, beside one flush of bare SQLite, `join.p99`. */
export const joinRows = async (): Promise<readonly Row[]> => {
  const bare = bareInserts();
  const { perSecond, p99 } = await serverJoins();
  return [
    row({
      id: 'join.throughput',
      what: `joins answered a second, ${CONNECTIONS} connections, beside bare inserts into SQLite with one flush each`,
      unit: '1/s',
      ours: perSecond,
      reference: bare,
      goal: '>= 300/s',
      holds: ({ ours }) => ours >= 300,
    }),
    row({
      id: 'join.p99',
      what: `answer to a join, ${CONNECTIONS} connections, beside as many bare inserts in a row`,
      unit: 'ms',
      ours: p99,
      reference: (1000 / bare) * CONNECTIONS,
      goal: '<= 250 ms',
      holds: ({ ours }) => ours <= 250,
    }),
  ];
};
