import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { atRouter, makeNetwork, removeNetwork } from './network.ts';

/** Makes the network, runs a script at its router and answers what it printed last, read as JSON. Throws when the script fails. */
export const runInNetwork = (script: string, ...args: readonly string[]): unknown => {
  const [command = '', ...before] = atRouter;
  makeNetwork();
  try {
    const { stdout, status } = spawnSync(
      command,
      [...before, process.execPath, '--conditions=source', script, ...args],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, BENCH_HOST: '0.0.0.0' },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error('The calls in the network could not be made.');
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } finally {
    removeNetwork();
  }
};
