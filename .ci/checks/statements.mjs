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

const unknown = [...covered.keys()].filter((id) => !ids.includes(id));
const uncovered = ids.filter((id) => !covered.has(id));
console.log(
  `covered (${ids.length - uncovered.length} of ${ids.length}): ${ids.filter((id) => covered.has(id)).join(' ')}`,
);
console.log(`uncovered: ${uncovered.join(' ')}`);
if (unknown.length > 0)
  console.log(`no such statement: ${unknown.map((id) => `${id} in ${covered.get(id)}`).join(', ')}`);
