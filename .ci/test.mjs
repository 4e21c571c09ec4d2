// `npm test`: every stage runs even when an earlier one failed; what failed is said again at the end, and the
// last line is one plain total.
import { spawn } from 'node:child_process';
import process from 'node:process';

const stages = ['test:node', 'test:elements', 'test:e2e'];
const total = { passed: 0, failed: 0, skipped: 0 };

function count(output) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const sum = (pattern) => [...plain.matchAll(pattern)].reduce((n, match) => n + Number(match[1]), 0);
  total.passed += sum(/^ℹ pass (\d+)$/gm) + sum(/^(\d+) passed, \d+ failed/gm);
  total.failed += sum(/^ℹ (?:fail|cancelled) (\d+)$/gm) + sum(/^\d+ passed, (\d+) failed/gm);
  total.skipped += sum(/^ℹ (?:skipped|todo) (\d+)$/gm) + sum(/^\d+ passed, \d+ failed, (\d+) skipped/gm);
}

/** What a stage said of its failures, under the heading both runners give them. */
function failuresIn(output) {
  const at = output.lastIndexOf('✖ failing tests:');
  return at < 0 ? '' : output.slice(at).trimEnd();
}

const failures = [];

function run(stage) {
  console.log(`\n— npm run ${stage}\n`);
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', stage], {
      stdio: ['inherit', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.once('close', (code) => {
      const before = total.passed + total.failed;
      count(output);
      const failed = failuresIn(output);
      if (failed) failures.push(`${stage}\n${failed}`);
      if (total.passed + total.failed === before) console.log(`\nNOTE: ${stage} ran no test.`);
      resolve(code ?? 1);
    });
  });
}

const failedStages = [];
for (const stage of stages) if ((await run(stage)) !== 0) failedStages.push(stage);

for (const failed of failures) console.log(`\n${failed}`);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failedStages.length > 0 || total.passed === 0 ? 1 : 0;
