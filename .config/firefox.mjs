// Firefox and WebKitGTK are looked for and never installed: most who work here have only a Chromium.
import { existsSync } from 'node:fs';
import process from 'node:process';

const places = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** The path of a Firefox, or undefined. */
export const firefoxPath = () => places.find((path) => path && existsSync(path));
