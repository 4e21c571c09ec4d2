import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, describe, test } from 'node:test';
import type { IceServer } from '@venterum/contract';
import { coturnConfig } from '@venterum/testing/server';
import { webClock } from './web-clock.ts';
import { createIce } from './web-ice.ts';
import { TCP, TurnClient } from './turn-client.fixtures.test.ts';

const secret = 'a-secret-for-tests';

const freePort = async (): Promise<number> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
};

/** One of each special-purpose network, its edges where it is small, and how IPv6 wraps them. */
const denied: readonly string[] = [
  ...['0.0.0.1', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1'],
  ...['192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
];
const deniedWide: readonly string[] = [
  ...['::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1'],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::1', '3fff::1', '5f00::1', 'fc00::1', 'fd12:3456::1'],
  ...['fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
];

const isInstalled = spawnSync('turnserver', ['--version']).error === undefined;
// One line that is seen, and no test that only seems to pass.
if (!isInstalled)
  process.stderr.write('coturn is not installed (apt-get install coturn): D13 and D14 were not tested.\n');

const suite = (): void => {
  let folder: string;
  let coturn: ChildProcess;
  let port: number;
  let said = '';
  const clients: TurnClient[] = [];
  let minutesAgo = 0;
  const clock = { ...webClock, now: () => new Date(Date.now() - minutesAgo * 60_000).toISOString() };

  const credentials = async (participant: string, withSecret = secret): Promise<IceServer> => {
    const turn = { urls: ['turn:turn.example.dk'], secret: withSecret };
    const ice = createIce({ clock, servers: [], policy: 'relay', turn });
    const [server] = (await ice.access(participant)).iceServers;
    assert.ok(server);
    return server;
  };

  const client = async (participant: string, withSecret?: string): Promise<TurnClient> => {
    const { username = '', credential = '' } = await credentials(participant, withSecret);
    const one = new TurnClient(port, { username, credential });
    clients.push(one);
    return one;
  };

  before(async () => {
    port = await freePort();
    folder = await mkdtemp(join(tmpdir(), 'coturn-'));
    await writeFile(
      join(folder, 'turnserver.conf'),
      await coturnConfig({ port, secret, listening: '127.0.0.1', relays: ['127.0.0.1', '::1'] }),
    );
    coturn = spawn('turnserver', ['-c', join(folder, 'turnserver.conf'), '--pidfile', join(folder, 'pid')], {
      cwd: folder,
    });
    coturn.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    coturn.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // It answers nobody before it listens: the first request is repeated until it does.
    for (;;) {
      const outcome = await (await client('probe', 'not-the-secret')).allocate().catch(() => undefined);
      if (outcome !== undefined) return;
    }
  });

  after(async () => {
    for (const one of clients) one.close();
    coturn.kill('SIGKILL');
    await once(coturn, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  test('the file is understood to its last line', () => {
    assert.doesNotMatch(said, /bad configuration|unknown|unrecognized|wrong|deprecated/i);
  });

  test('D13: gives a relay to whoever the server let in, and speaks for it with public addresses', async () => {
    const one = await client('let-in');
    assert.equal(await one.allocate(), 0);
    assert.equal(await one.permit('80.62.117.1'), 0);
  });

  test('D13: refuses who made up a name, and a name that has run out', async () => {
    assert.equal(await (await client('made-up', 'another-secret')).allocate(), 401);
    minutesAgo = 16;
    const late = await client('late');
    minutesAgo = 0;
    assert.equal(await late.allocate(), 401);
  });

  test('D14: relays UDP only', async () => {
    const outcome = await (await client('tcp')).allocate({ transport: TCP });
    assert.ok(outcome >= 400, String(outcome));
  });

  test('D14: gives one name ten relays and no more', async () => {
    const { username = '', credential = '' } = await credentials('greedy');
    const outcomes: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      const one = new TurnClient(port, { username, credential });
      clients.push(one);
      outcomes.push(await one.allocate());
    }
    assert.deepEqual(outcomes, [...Array<number>(10).fill(0), 486]);
  });

  test('D14: reaches no special-purpose IPv4 network', async () => {
    const one = await client('v4');
    assert.equal(await one.allocate(), 0);
    for (const address of denied) assert.equal(await one.permit(address), 403, address);
  });

  test('D14: reaches no special-purpose IPv6 network, and none wrapped in one', async () => {
    const one = await client('v6');
    assert.equal(await one.allocate({ family: 6 }), 0);
    assert.equal(await one.permit('2a01:4f8::1'), 0);
    const reached: string[] = [];
    for (const address of deniedWide) if ((await one.permit(address)) !== 403) reached.push(address);
    assert.deepEqual(reached, []);
  });
};

if (isInstalled) describe('coturn as configured here', suite);
