import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/** What a file imports when it runs; types are gone by then. */
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?(?:from\s+)?'([^']+)';/gm),
  ].map(([, name]) => name ?? '');

const reachable = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of importsOf(file)) if (name.startsWith('.')) reachable(join(dirname(file), name), seen);
  return seen;
};

const entries = ['index.ts', 'in-page.ts'];

for (const entry of entries)
  test(`${entry} runs in a browser: nothing of Node is within its reach`, () => {
    const files = [...reachable(join(import.meta.dirname, entry))];
    assert.ok(files.length > 50);
    for (const file of files) {
      const ofNode = importsOf(file).filter((name) =>
        /^node:|^(ws|pino|prom-client|@hono\/node-server)/.test(name),
      );
      assert.deepEqual(ofNode, [], relative(import.meta.dirname, file));
    }
  });
