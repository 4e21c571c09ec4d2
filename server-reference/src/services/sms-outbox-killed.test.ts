import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { test, type TestContext } from 'node:test';
import { MemoryBus } from '../adapters/memory/memory-bus.ts';
import { openStoreAt, temporaryFolder } from '../adapters/sqlite/temporary-store.fixtures.test.ts';

/** Where the sender is struck: before the gateway has the message, and after, before it says so. */
const moments = ['stored', 'asked', 'taken'] as const;

interface Gateway {
  readonly address: string;
  /** How often each attempt was really sent. */
  readonly sent: ReadonlyMap<string, number>;
  /** Called while a message is at the gateway. */
  struck: (moment: 'asked' | 'taken') => void;
}

/** A gateway that sends an attempt once, or, where it does not honour attempts, as often as it is asked. */
const openGateway = async (t: TestContext, honours: boolean): Promise<Gateway> => {
  const sent = new Map<string, number>();
  const gateway: { struck: Gateway['struck'] } = { struck: () => undefined };
  const server = createServer((request, response) => {
    const attempt = request.url ?? '';
    gateway.struck('asked');
    if (!honours || !sent.has(attempt)) sent.set(attempt, (sent.get(attempt) ?? 0) + 1);
    gateway.struck('taken');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(gateway, { address: `http://127.0.0.1:${String(port)}`, sent });
};

/** One life of a sender, ended at a moment; answers the attempts that it had acknowledged. */
const live = async (
  path: string,
  gateway: Gateway,
  given: { readonly honours: boolean; readonly round: number; readonly moment?: (typeof moments)[number] },
): Promise<readonly string[]> => {
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      join(import.meta.dirname, 'killed-sender.fixtures.test.ts'),
      path,
      gateway.address,
      given.honours ? 'honours' : 'forgets',
      String(given.round),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const strike = (): void => void child.kill('SIGKILL');
  // Each round at another message, so that some are behind and some before.
  let left = given.round % 4;
  gateway.struck = (moment) => {
    if (moment === given.moment && (left -= 1) < 0) strike();
  };
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (given.moment === 'stored' || printed.includes('idle')) strike();
  });
  await once(child, 'close');
  gateway.struck = () => undefined;
  return printed.split('\n').filter((line) => line !== '' && line !== 'idle');
};

const rounds = 6;

for (const honours of [true, false]) {
  const promise = honours
    ? 'none is lost, none doubled'
    : 'none is doubled, and one that may be lost is unknown';
  test(
    `I8: a sender killed between “stored” and “sent”, again and again: ${promise}`,
    { timeout: 120_000 },
    async (t) => {
      const path = join(temporaryFolder(t), 'store.sqlite');
      const gateway = await openGateway(t, honours);
      const acknowledged: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const moment = moments[round % moments.length] ?? 'stored';
        acknowledged.push(...(await live(path, gateway, { honours, round, moment })));
      }
      acknowledged.push(...(await live(path, gateway, { honours, round: rounds })));
      const store = openStoreAt(path, new MemoryBus());
      t.after(() => store.close());
      // Doubled is what may never be, acknowledged or not.
      for (const [attempt, times] of gateway.sent) assert.equal(times, 1, attempt);
      assert.ok(acknowledged.length >= rounds, 'there was something to lose');
      for (const attemptId of acknowledged) {
        const invite = await store.read((tx) => tx.invites.byAttempt(attemptId));
        const isSent = gateway.sent.has(`/${attemptId}`);
        if (honours) assert.deepEqual([isSent, invite?.status], [true, 'sent'], attemptId);
        else assert.ok(invite?.status === 'unknown' || isSent, `${attemptId} ${String(invite?.status)}`);
      }
      assert.deepEqual(await store.read((tx) => tx.sms.sending()), []);
    },
  );
}
