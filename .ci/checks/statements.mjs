// Which of the numbered security statements a test speaks of, read from the test titles (`B5: ...`, `D1, D2: ...`).
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chapters = { A: 14, B: 12, C: 11, D: 18, E: 12, F: 16 };
const ids = Object.entries(chapters).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

const title = /['"`]((?:[A-F]\d{1,2})(?:\s*(?:,|and)\s*[A-F]\d{1,2})*):/g;
const tests = globSync(
  ['packages/*/src/**/*.test.ts', 'server-reference/src/**/*.test.ts', 'e2e/**/*.test.ts'],
  { cwd: root },
);

const covered = new Map();
for (const file of tests)
  for (const [, list] of readFileSync(`${root}/${file}`, 'utf8').matchAll(title))
    for (const id of list.match(/[A-F]\d{1,2}/g)) covered.set(id, [...(covered.get(id) ?? []), file]);

// Statements nothing here promises yet. Whoever adds the test takes the id off; an id comes on only with a reason.
const withoutTest = new Set(['E4', 'E5', 'F1', 'F4', 'F6', 'F7', 'F8', 'F12', 'F13', 'F14', 'F15', 'F16']);

const faults = [
  ...[...covered]
    .filter(([id]) => !ids.includes(id))
    .map(([id, files]) => `no such statement: ${id} in ${files.join(', ')}`),
  ...ids
    .filter((id) => !covered.has(id) && !withoutTest.has(id))
    .map((id) => `no test speaks of ${id} any more`),
  ...ids
    .filter((id) => covered.has(id) && withoutTest.has(id))
    .map((id) => `${id} has a test now: take it off the list in .ci/checks/statements.mjs`),
];
console.log(`covered: ${covered.size} of ${ids.length}; without a test: ${[...withoutTest].join(' ')}`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
