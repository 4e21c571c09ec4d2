// Asking for the accessibility test of every element is not enough (others' element libraries show it): this counts the files.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../packages/elements/src', import.meta.url));
const roles = ['', '.view', '.styles', '.events', '.define', '.test', '.a11y.test'];

const folders = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map((entry) => entry.name);

const problems = folders.flatMap((name) => {
  const missing = roles
    .map((role) => `${name}${role}.ts`)
    .concat(`__snapshots__/${name}.a11y.test.snap.js`)
    .filter((file) => !existsSync(join(src, name, file)))
    .map((file) => `${name}/${file} is missing`);
  const stray = readdirSync(join(src, name))
    .filter((file) => !file.startsWith(`${name}.`) && file !== '__snapshots__')
    .map((file) => `${name}/${file} does not begin with its element's name and a role`);
  return [...missing, ...stray];
});

for (const problem of problems) console.error(problem);
console.log(`element set: ${folders.length} elements, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
