import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Person } from './scene.ts';

/** Something personal or secret that was given to the system, and that nobody may find lying about. */
export interface Canary {
  /** How it is named in a failure; the value itself is not printed. */
  readonly what: string;
  readonly value: string;
}

/** A place that can be searched. */
export interface Place {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Without the first and last group, which depend on the neighbours in the text around. */
const base64Cores = (value: string): readonly string[] =>
  ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + value)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before === '' ? 0 : 4, -1),
  );

const SHORTEST = 6;

/** Every way a value could be written down by mistake. */
export const spellings = (value: string): readonly string[] => {
  const cpr = /^\d{10}$/.test(value) ? [`${value.slice(0, 6)}-${value.slice(6)}`] : [];
  const escaped = JSON.stringify(value).slice(1, -1);
  const hex = Buffer.from(value).toString('hex');
  const all = [value, ...cpr, encodeURIComponent(value), escaped, hex, ...base64Cores(value)];
  return [...new Set(all)].filter(({ length }) => length >= SHORTEST);
};

/** Where canaries were found: `what in where` for each. */
export const sightings = (canaries: readonly Canary[], places: readonly Place[]): readonly string[] =>
  canaries.flatMap(({ what, value }) =>
    places
      .filter(({ bytes }) => spellings(value).some((spelling) => bytes.includes(spelling)))
      .map(({ where }) => `${what} in ${where}`),
  );

/** Every file below a folder. */
export const filesBelow = async (folder: string): Promise<readonly Place[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        return { where: relative(folder, file), bytes: await readFile(file) };
      }),
  );
};

const place = (where: string, content: unknown): Place => ({
  where,
  bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** What a person's browser keeps and shows to others: storages, cookies, addresses asked for, console, attributes. */
export const tracesOf = async ({ context, page, watch }: Person, who: string): Promise<readonly Place[]> => {
  const own = await page.evaluate(() => ({
    session: JSON.stringify(sessionStorage),
    address: location.href,
    title: document.title,
    // Text is for the person at the screen; attributes are for every script and error reporter on the page.
    attributes: [
      ...document.querySelectorAll('queue-join, waiting-room, video-room, sms-invite, consent-form'),
    ]
      .flatMap((element) => [...element.attributes])
      .map(({ name, value }) => `${name}=${value}`),
  }));
  return [
    place(`${who}: storage`, await context.storageState({ indexedDB: true })),
    place(`${who}: page`, own),
    place(`${who}: addresses`, watch.urls.join('\n')),
    place(`${who}: console`, watch.console.join('\n')),
  ];
};
