// `npm run check`: every check runs even when an earlier one failed, so that one run tells everything.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const steps = [
  'check:format',
  'check:lockfile',
  'check:cpr',
  'check:types',
  'build',
  'check:lint',
  'check:layers',
  'check:elements',
  'check:names',
  'check:manifest',
  'check:publint',
  'check:attw',
  'check:sizes',
  'check:docs',
  'check:statements',
];

const results = steps.map((step) => {
  console.log(`\n— npm run ${step}`);
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return {
    step,
    verdict: status === 0 ? 'holds' : 'FAILS',
    seconds: Math.round((performance.now() - started) / 1000),
  };
});

console.table(results);
process.exitCode = results.some(({ verdict }) => verdict !== 'holds') ? 1 : 0;
