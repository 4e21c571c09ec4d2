import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testClinics, testDirectory } from '@venterum/testing/server';
import { temporaryFolder } from './adapters/sqlite/temporary-store.fixtures.test.ts';

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly base: string;
  readonly errors: () => string;
}

const start = async (t: TestContext, folder: string, env: Record<string, string> = {}): Promise<Running> => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=source', join(import.meta.dirname, 'main.ts')], {
    cwd: folder,
    env: { PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.trimEnd().split('\n'));
      if (text.includes('"event":"started"')) resolve();
    });
  });
  return { child, lines, base: `http://127.0.0.1:${String(port)}`, errors: () => errors };
};

test('the process starts, makes a key only its owner can read, answers, and stops in good order', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(
    join(folder, 'clinics.json'),
    JSON.stringify({ clinics: testClinics, directory: testDirectory }),
  );
  const { child, base, lines } = await start(t, folder, {
    VENTERUM_CLINICS: 'clinics.json',
    VENTERUM_SMS: 'outbox',
  });
  assert.ok(lines.some((line) => line.includes('key-created')));
  for (const name of ['venterum.sqlite', 'venterum.sqlite.key']) {
    assert.equal(statSync(join(folder, 'data', name)).mode & 0o077, 0, name);
  }
  assert.equal((await fetch(`${base}/readyz`)).status, 200);
  assert.deepEqual(await (await fetch(`${base}/outbox/messages`)).json(), { messages: [] });
  assert.match(
    await (await fetch(`${base}/metrics`)).text(),
    /venterum_request_seconds_count\{route="readyz",status="200"\} 1/,
  );
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
});

test('mistakes are said before anything starts', async (t) => {
  const folder = temporaryFolder(t);
  const wrong = await start(t, folder, { VENTERUM_SMS: 'pigeon' });
  assert.match(
    wrong.errors(),
    /cannot start\.\n- Set VENTERUM_SMS to one of: none, outbox, gatewayapi, cpsms, link, vdx\./,
  );
  writeFileSync(join(folder, 'clinics.json'), '{"clinics":[{"id":"a"}]}');
  const file = await start(t, folder, { VENTERUM_CLINICS: 'clinics.json' });
  assert.match(file.errors(), /The clinics file does not match at: clinics\.0\.ydernummer/);
});

test('nothing of the demonstration is there unless it is asked for', async (t) => {
  const { base } = await start(t, temporaryFolder(t));
  assert.equal((await fetch(`${base}/outbox/messages`)).status, 404);
  const body = JSON.stringify({ grant: 'oidc', token: 'citizen' });
  const headers = { 'content-type': 'application/json' };
  assert.equal((await fetch(`${base}/v1/sessions`, { method: 'POST', headers, body })).status, 401);
});
