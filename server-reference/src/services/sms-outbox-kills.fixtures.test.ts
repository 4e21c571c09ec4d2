// kill -9 between "stored" and "sent", as often as is wanted. The sender is a child, the gateway is here.
//   node --conditions=source sms-outbox-kills.fixtures.test.ts 200
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { MemoryBus } from '../adapters/memory/memory-bus.ts';
import { openStoreAt } from '../adapters/sqlite/temporary-store.fixtures.test.ts';

/** Where the sender is struck: before the gateway has the message, and after, before it says so. */
const moments = ['stored', 'asked', 'taken'] as const;

type Moment = (typeof moments)[number];

interface Gateway {
  readonly address: string;
  /** How often each attempt was really sent. */
  readonly sent: ReadonlyMap<string, number>;
  /** Called while a message is at the gateway. */
  struck: (moment: 'asked' | 'taken') => void;
  close(): void;
}

/** A gateway that sends an attempt once, or, where it does not honour attempts, as often as it is asked. */
const openGateway = async (honours: boolean): Promise<Gateway> => {
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
  const { port } = server.address() as AddressInfo;
  return Object.assign(gateway, {
    address: `http://127.0.0.1:${String(port)}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
};

interface Life {
  /** Attempts that it had acknowledged. */
  readonly acknowledged: readonly string[];
  /** It was killed with something left to send. */
  readonly killed: boolean;
}

/** One life of a sender, ended at a moment, or once it has nothing left to send. */
const live = async (
  path: string,
  gateway: Gateway,
  given: { readonly honours: boolean; readonly round: number; readonly moment?: Moment },
): Promise<Life> => {
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
  const lines = printed.split('\n').filter((line) => line !== '');
  return { acknowledged: lines.filter((line) => line !== 'idle'), killed: !lines.includes('idle') };
};

/** What became of messages whose senders were killed. */
export interface Toll {
  /** Senders that were killed with something left to send. */
  readonly kills: number;
  /** Messages whose sending had been acknowledged to somebody. */
  readonly acknowledged: number;
  /** Sent more than once. */
  readonly doubled: readonly string[];
  /** Not sent, and not known to be so. */
  readonly lost: readonly string[];
  /** Of these nobody knows, and the clinic is told so. */
  readonly unknown: number;
}

const tollOf = async (
  path: string,
  { sent }: Gateway,
  acknowledged: readonly string[],
): Promise<Omit<Toll, 'kills'>> => {
  const store = openStoreAt(path, new MemoryBus());
  const lost: string[] = [];
  let unknown = 0;
  for (const attemptId of acknowledged) {
    const invite = await store.read((tx) => tx.invites.byAttempt(attemptId));
    const status = invite?.status;
    if (status === 'unknown') unknown += 1;
    else if (status !== 'sent' || !sent.has(`/${attemptId}`)) lost.push(`${attemptId} ${String(status)}`);
  }
  assert.deepEqual(await store.read((tx) => tx.sms.sending()), [], 'nothing is left half sent');
  await store.close();
  // Doubled is what may never be, acknowledged or not.
  const doubled = [...sent].flatMap(([attempt, times]) => (times === 1 ? [] : [attempt]));
  return { acknowledged: acknowledged.length, doubled, lost, unknown };
};

/** Kills senders until so many had something left to send, lets one finish, and counts. */
export const killSenders = async (
  folder: string,
  { kills: wanted, honours }: { readonly kills: number; readonly honours: boolean },
): Promise<Toll> => {
  const path = join(folder, 'store.sqlite');
  const gateway = await openGateway(honours);
  try {
    const acknowledged: string[] = [];
    let kills = 0;
    let round = 0;
    for (; kills < wanted; round += 1) {
      const moment = moments[round % moments.length] ?? 'stored';
      const life = await live(path, gateway, { honours, round, moment });
      acknowledged.push(...life.acknowledged);
      if (life.killed) kills += 1;
    }
    acknowledged.push(...(await live(path, gateway, { honours, round })).acknowledged);
    return { kills, ...(await tollOf(path, gateway, acknowledged)) };
  } finally {
    gateway.close();
  }
};

const run = async (kills: number): Promise<void> => {
  for (const honours of [true, false]) {
    const folder = mkdtempSync(join(tmpdir(), 'venterum-kills-'));
    const toll = await killSenders(folder, { kills, honours });
    rmSync(folder, { recursive: true, force: true });
    const gateway = honours ? 'honours attempt ids' : 'does not honour attempt ids';
    const { acknowledged, doubled, lost, unknown } = toll;
    process.stdout.write(
      `A gateway that ${gateway}: ${String(toll.kills)} senders killed, ${String(acknowledged)} messages, ` +
        `${String(lost.length)} lost, ${String(doubled.length)} doubled, ${String(unknown)} said to be unknown.\n`,
    );
    if (lost.length > 0 || doubled.length > 0 || (honours && unknown > 0)) {
      process.stdout.write(`${[...lost, ...doubled].join('\n')}\n`);
      process.exitCode = 1;
    }
  }
};

// The test runner picks this file up as well, and then nobody is killed.
const wanted = Number(process.argv[2] ?? 0);
if (wanted > 0) await run(wanted);
