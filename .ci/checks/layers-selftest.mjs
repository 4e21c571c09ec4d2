// A check that cannot fail checks nothing: each forbidden arrow is planted in a scratch tree and must be caught.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { layers } from './layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workspaces = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).workspaces;
const strangers = ['zod', 'lit', 'hono', 'left-out'];
const el = 'packages/elements/src';
const srv = 'server-reference/src';

/** Allowed imports: they must not be reported. */
const clean = {
  'packages/contract/src/schemas/index.ts': "import 'zod'; import '../index.ts';",
  'packages/contract/src/a.test.ts': "import 'node:test'; import '@venterum/testing';",
  'packages/client/src/index.ts': "import '@venterum/contract';",
  'packages/client/src/a.test.ts': "import '@venterum/testing'; import '@venterum/server-reference';",
  [`${el}/index.ts`]: "import 'lit'; import '@venterum/client';",
  [`${el}/shared/lazy.ts`]: "export const load = () => import('../video-room/video-room.define.ts');",
  [`${el}/queue-join/queue-join.ts`]: "import '../shared/lazy.ts';",
  [`${el}/queue-join/queue-join.define.ts`]: "import './queue-join.ts';",
  [`${srv}/index.ts`]: "import 'hono'; import '@venterum/contract'; import './routes/visits.ts';",
  [`${srv}/ports/store.ts`]: "import type {} from '@venterum/contract';",
  [`${srv}/services/visits.ts`]: "import type {} from '../ports/store.ts';",
  [`${srv}/routes/visits.ts`]: "import '../services/visits.ts';",
  [`${srv}/adapters/memory/store.ts`]: "import 'node:fs'; import type {} from '../../ports/store.ts';",
  'packages/testing/src/index.ts': "import '@venterum/server-reference'; import '@venterum/client';",
  'examples/demo/main.ts': "import '@venterum/elements/define'; import '@venterum/server-reference';",
  'e2e/journey.test.ts': "import '@venterum/testing';",
  'packages/client/src/cycle-a.ts': "import type {} from './cycle-b.ts';",
  'packages/client/src/cycle-b.ts': "import './cycle-a.ts';",
};

/** File, import, and the rule that must name it. */
const planted = [
  ['packages/contract/src/p1.ts', "import '@venterum/client';", 'arrow:packages/contract'],
  ['packages/contract/src/p2.ts', "import 'zod';", 'contract-has-no-packages'],
  ['packages/contract/src/p3.ts', "import 'node:fs';", 'contract-has-no-packages'],
  ['packages/contract/src/p4.ts', "import './schemas/index.ts';", 'contract-loads-no-schemas'],
  ['packages/contract/src/schemas/p5.ts', "import 'hono';", 'schemas-only-zod'],
  ['packages/client/src/p6.ts', "import '@venterum/elements';", 'arrow:packages/client'],
  ['packages/client/src/p7.ts', "import type {} from '@venterum/server-reference';", 'arrow:packages/client'],
  ['packages/client/src/p8.ts', "import 'lit';", 'client-has-no-face'],
  ['packages/client/src/p9.ts', "import '../../contract/src/index.ts';", 'published-names-only'],
  ['packages/client/src/p10.test.ts', "import '@venterum/elements';", 'test-arrow:packages/client'],
  [`${el}/p11.ts`, "import '@venterum/server-reference';", 'arrow:packages/elements'],
  [`${el}/p12.ts`, "import '@venterum/testing';", 'testing-is-for-tests'],
  [`${el}/p13.ts`, "import 'left-out';", 'declared-packages-only'],
  [`${el}/waiting-room/p14.ts`, "import '../queue-join/queue-join.ts';", 'elements-not-sideways'],
  [`${el}/shared/p15.ts`, "import '../queue-join/queue-join.ts';", 'shared-knows-no-element'],
  [`${el}/queue-join/p16.ts`, "import './queue-join.define.ts';", 'class-registers-nothing'],
  [`${el}/p17.ts`, "import './missing.ts';", 'imports-resolve'],
  [`${srv}/p18.ts`, "import '@venterum/client';", 'arrow:server-reference'],
  [`${srv}/routes/p19.ts`, "import '../adapters/memory/store.ts';", 'routes-not-adapters'],
  [`${srv}/services/p20.ts`, "import '../adapters/memory/store.ts';", 'services-only-ports-and-contract'],
  [`${srv}/services/p21.ts`, "import 'hono';", 'services-only-ports-and-contract'],
  [`${srv}/ports/p22.ts`, "import '../adapters/memory/store.ts';", 'ports-only-ports-and-contract'],
  [`${srv}/routes/p23.ts`, "import 'node:fs';", 'app-knows-no-process'],
  [`${srv}/p24.ts`, "import '@venterum/client';", 'declared-packages-only'],
  ['examples/demo/p25.ts', "import '../../packages/client/src/index.ts';", 'published-names-only'],
  ['examples/demo/p26.ts', "import '@venterum/testing';", 'arrow:examples'],
  ['bench/p27.ts', "import '../server-reference/src/index.ts';", 'rigs-see-published-names'],
  ['bench/p28.ts', "import '@venterum/testing';", 'testing-is-for-tests'],
  ['packages/client/src/cycle-a.ts', "import './cycle-b.ts';", 'no-value-cycles'],
];

function write(scratch, file, text) {
  mkdirSync(dirname(join(scratch, file)), { recursive: true });
  writeFileSync(join(scratch, file), `${text}\nexport {};\n`);
}

function skeleton(scratch) {
  cpSync(join(root, 'package.json'), join(scratch, 'package.json'));
  mkdirSync(join(scratch, 'node_modules/@venterum'), { recursive: true });
  for (const name of strangers) {
    write(scratch, `node_modules/${name}/index.js`, '');
    write(scratch, `node_modules/${name}/package.json`, '');
    writeFileSync(
      join(scratch, `node_modules/${name}/package.json`),
      JSON.stringify({ name, main: 'index.js' }),
    );
  }
  for (const place of workspaces) {
    const manifest = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8'));
    mkdirSync(join(scratch, place), { recursive: true });
    writeFileSync(join(scratch, place, 'package.json'), JSON.stringify(manifest));
    symlinkSync(join(scratch, place), join(scratch, 'node_modules', manifest.name), 'dir');
    for (const entry of Object.values(manifest.exports ?? {}))
      if (entry.source) write(scratch, join(place, entry.source), '');
  }
  for (const [file, text] of Object.entries(clean)) write(scratch, file, text);
}

const scratch = mkdtempSync(join(tmpdir(), 'venterum-layers-'));
const problems = [];
try {
  skeleton(scratch);
  for (const { rule, from, to } of layers(scratch).violations)
    problems.push(`allowed, but reported: ${rule}: ${from} -> ${to}`);
  for (const [file, text] of planted) write(scratch, file, text);
  const { violations } = layers(scratch);
  for (const [file, text, rule] of planted)
    if (!violations.some((found) => found.from === file && found.rule === rule))
      problems.push(`not caught by ${rule}: ${file}: ${text}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const problem of problems) console.error(problem);
console.log(`layers self-test: ${planted.length} planted violations, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
