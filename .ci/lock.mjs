// `npm run lock`: writes package-lock.json anew in an empty folder. npm, told to leave out the registry, otherwise
// loses the optional packages of other machines whenever it updates a lockfile beside an installed node_modules.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'venterum-lock-'));
try {
  for (const file of ['package.json', '.npmrc', ...workspaces.map((place) => `${place}/package.json`)]) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    cpSync(join(root, file), join(scratch, file));
  }
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
    cwd: scratch,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  copyFileSync(join(scratch, 'package-lock.json'), join(root, 'package-lock.json'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
