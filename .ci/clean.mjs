// `npm run clean`: a stale dist hides a deleted source file from the build and shows it to publint.
import { globSync, rmSync } from 'node:fs';

for (const path of globSync([
  'packages/*/dist',
  'examples/dist',
  'server-reference/dist',
  'docs/api',
  'node_modules/.cache/tsc',
]))
  rmSync(path, { recursive: true, force: true });
