// The one reader of what the packages publish, so that checks, bundles and docs cannot disagree about it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const published = ['packages/contract', 'packages/client', 'packages/elements', 'server-reference'];

export const manifest = (place) => JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8'));

/** Every typed public entry: its package's folder, its name in `exports`, and its source file. */
export const entries = published.flatMap((place) =>
  Object.entries(manifest(place).exports)
    .filter(([, target]) => target.source)
    .map(([name, { source }]) => ({ place, name, source: join(place, source) })),
);
