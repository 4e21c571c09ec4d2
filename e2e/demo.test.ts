import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { portsFrom, takenPorts } from '../examples/demo/ports.ts';
import { freeBase } from './harness/free-base.ts';
import { until } from './harness/until.ts';

const main = fileURLToPath(new URL('../examples/demo/main.ts', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
}

const start = (port: number, folder: string): Run => {
  const child = spawn(process.execPath, ['--conditions=source', main], {
    env: { ...process.env, PORT: String(port), DEMO_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { child, output: () => output };
};

const exit = async ({ child }: Run): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

const allFree = async (base: number): Promise<boolean> => (await takenPorts(portsFrom(base))).length === 0;

describe('npm start', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'venterum-demo-'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('prints every address, answers on them, and leaves nothing behind on Ctrl-C', async () => {
    const base = await freeBase();
    const run = start(base, folder);
    await until('the addresses are printed', () => run.output().includes('Ctrl-C'));
    for (const path of ['practice-system/', 'eoj/', 'citizen/', 'phone/']) {
      const address = `http://localhost:${portsFrom(base).hostPages}/${path}`;
      assert.ok(run.output().includes(address), address);
      assert.equal((await fetch(address)).status, 200, address);
    }
    run.child.kill('SIGINT');
    assert.equal(await exit(run), 0, run.output());
    await until('every port is free again', () => allFree(base));
  });

  it('names a taken port and what to do about it', async () => {
    const base = await freeBase();
    const other = createServer().listen(portsFrom(base).broker);
    await once(other, 'listening');
    const run = start(base, folder);
    assert.equal(await exit(run), 1);
    assert.match(run.output(), new RegExp(`Port ${portsFrom(base).broker} is in use.*PORT=\\d+ npm start`));
    other.close();
  });

  it('leaves no server behind when it is killed outright', async () => {
    const base = await freeBase();
    const run = start(base, folder);
    await until('the addresses are printed', () => run.output().includes('Ctrl-C'));
    run.child.kill('SIGKILL');
    await exit(run);
    await until('every port is free again', () => allFree(base));
  });

  it('brings the server back when it dies, and says so', async () => {
    const base = await freeBase();
    const run = start(base, folder);
    await until('the addresses are printed', () => run.output().includes('Ctrl-C'));
    const pid = Number(await readFile(join(folder, 'server', 'server.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await until('it says that the server is back', () => run.output().includes('SIGKILL'));
    const ready = `http://localhost:${portsFrom(base).server}/readyz`;
    await until('the server answers again', async () => (await fetch(ready)).ok);
    run.child.kill('SIGTERM');
    assert.equal(await exit(run), 0, run.output());
  });
});
