// Project references let any workspace import any other; this holds the arrows drawn in ARCHITECTURE.md.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const places = [
  'packages/contract/src',
  'packages/client/src',
  'packages/elements/src',
  'packages/testing/src',
  'server-reference/src',
  'examples',
  'e2e',
  'bench',
];

function cruise(cwd) {
  const dirs = places.filter((place) => existsSync(join(cwd, place)));
  const config = join(root, '.config/dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cli, '--config', config, '--output-type', 'json', ...dirs], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${run.stderr}${run.stdout}`);
  return JSON.parse(run.stdout);
}

const home = (file) => /^(packages\/[^/]+|server-reference|examples)\//.exec(file)?.[1];

/** dependency-cruiser cannot tell whether one of our own packages is declared, so that is read here. */
function undeclared(cwd, modules) {
  const declared = new Map();
  const declares = (place, name) => {
    if (!declared.has(place))
      declared.set(place, JSON.parse(readFileSync(join(cwd, place, 'package.json'), 'utf8')));
    return name in (declared.get(place).dependencies ?? {});
  };
  return modules.flatMap(({ source, dependencies }) => {
    const place = home(source);
    if (!place || source.endsWith('.test.ts')) return [];
    return dependencies
      .map(({ module }) => /^@venterum\/[^/]+/.exec(module)?.[0])
      .filter((name) => name && !declares(place, name))
      .map((name) => ({ rule: 'declared-packages-only', from: source, to: name }));
  });
}

/** Every forbidden import under `cwd`, and how many edges cross from one workspace to another. */
export function layers(cwd) {
  const { modules, summary } = cruise(cwd);
  const crossing = modules
    .filter(({ source }) => home(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.filter(({ resolved }) => home(resolved) && home(resolved) !== home(source)),
    ).length;
  const violations = [
    ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    ...undeclared(cwd, modules),
  ];
  return { violations, crossing, modules: modules.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, crossing, modules } = layers(root);
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`);
  console.log(
    `layers: ${modules} modules, ${crossing} imports across workspaces, ${violations.length} forbidden`,
  );
  process.exitCode = violations.length > 0 || crossing === 0 ? 1 : 0;
}
