import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Row } from './row.ts';
import { doorRows } from './rows/door.ts';
import { frameRows } from './rows/frame.ts';
import { leakRows } from './rows/leak.ts';
import { joinRows } from './rows/join.ts';
import { mediaRows } from './rows/media.ts';
import { queueRows } from './rows/queue.ts';
import { weightRows } from './rows/weight.ts';
import { waitRows } from './rows/wait.ts';
import { table } from './table.ts';

const groups: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  weight: weightRows,
  join: joinRows,
  frame: frameRows,
  media: mediaRows,
  wait: waitRows,
  queue: queueRows,
  leak: leakRows,
  door: doorRows,
};

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

const wanted = process.argv.slice(2);
const names = Object.keys(groups).filter((name) => wanted.length === 0 || wanted.includes(name));
const rows: Row[] = [];
let failed = false;

for (const name of names) {
  console.log(`measuring ${name} …`);
  try {
    rows.push(...((await groups[name]?.()) ?? []));
  } catch (error) {
    failed = true;
    console.error(`${name} could not be measured:`, error);
  }
}

console.log(`\n${table(rows)}`);

const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model,
  gib: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL(`${new Date().toISOString().slice(0, 10)}.json`, folder);
writeFileSync(file, `${JSON.stringify({ commit: commit(), machine, rows }, undefined, 2)}\n`);
console.log(`\nwritten to bench/results/${file.pathname.split('/').at(-1) ?? ''}`);
if (failed) process.exitCode = 1;
