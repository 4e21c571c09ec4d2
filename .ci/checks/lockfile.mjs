// A lockfile that names a registry host breaks whoever cannot reach it; one that lost its optional packages breaks `npm ci`.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const { packages } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8'),
);
const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));

const problems = Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
  ...(/^(https?|git)/.test(resolved ?? '') ? [`${path} is resolved to an address`] : []),
  ...Object.keys(optionalDependencies ?? {})
    .filter((name) => !names.has(name))
    .map((name) => `${path} may need ${name}, which is not locked: run npm run lock`),
]);

for (const problem of problems) console.error(problem);
console.log(`lockfile: ${Object.keys(packages).length} packages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
