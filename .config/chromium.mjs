// One place that finds a Chromium (or gets one), so that element tests, journeys and benchmarks start the same browser.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const isRoot = process.getuid?.() === 0;

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing here talks to the network by itself; as root there is no sandbox to be had. */
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A camera and a microphone that are always there and never ask. */
export const callFlags = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

function installed() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROME_PATH points at ${wanted}, where there is no file.`);
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path));
}

function attempt(command, args) {
  console.error(`No Chromium found; trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 5 * 60_000 });
  } catch {
    // The caller looks for the browser again and says what to do when it is still missing.
  }
}

function install() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  attempt(process.execPath, [cli, 'install', 'chromium']);
  if (installed() || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  attempt('apt-get', ['update']);
  attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

/** The path of a Chromium on this machine; installs one when there is none. */
export function chromiumPath() {
  const found = installed();
  if (found) return found;
  install();
  const fresh = installed();
  if (fresh) return fresh;
  throw new Error('No Chromium: install Chromium or Chrome, or set CHROME_PATH to the one you have.');
}

/** What puppeteer's and Playwright's `launch` both take; `calls` adds the fake camera and microphone. */
export function launchOptions({ calls = true } = {}) {
  return {
    executablePath: chromiumPath(),
    headless: true,
    args: [...chromiumFlags, ...(calls ? callFlags : [])],
  };
}
