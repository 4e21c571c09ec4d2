// What we publish is tried as npm would pack it: every path in `exports` resolves, with types, for every kind of importer.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { published } from './entries.mjs';

const tools = {
  publint: (place) => ['publint', ['run', place, '--strict']],
  attw: (place) => ['attw', ['--pack', place, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii']],
};
const tool = tools[process.argv[2]];
if (!tool) throw new Error(`Say which tool: ${Object.keys(tools).join(' or ')}.`);

const failed = published.filter((place) => {
  console.log(`\n${place}`);
  const [command, args] = tool(place);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;
