// Weighed as every peer in the field was: one bundle, minified, gzip -9, frameworks included.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { bundling, minifying } from './browser-bundle.mjs';

/** The client's parts by name; any other part is an element. */
const ofClient = { embed: 'embed', oidc: 'oidc', peer: 'video/peer/peer-provider' };

/** Parts of elements that come late, but at once for those who need them. */
const ofElements = { 'queue-join.guest': 'queue-join/queue-join.guest.view' };

const placeOf = (part) => {
  if (Object.hasOwn(ofClient, part)) return `client/dist/${ofClient[part]}.js`;
  return `elements/dist/${ofElements[part] ?? `${part}/${part}.define`}.js`;
};

const fileOf = (part) => {
  const file = placeOf(part);
  return fileURLToPath(new URL(`../packages/${file}`, import.meta.url));
};

const ENTRY = '\0weighed';

const entry = (parts) => ({
  name: 'weighed-entry',
  resolveId: (source) => (source === ENTRY ? ENTRY : null),
  load: (id) =>
    id === ENTRY ? parts.map((part) => `export * from ${JSON.stringify(fileOf(part))};`).join('\n') : null,
});

/**
 * One bundle of the parts, each an element's name, `embed` (the client), `oidc` or `peer` (PeerJS).
 * `everything` holds what is loaded late too; without it, what a page fetches first. A page is in one language: the words that
 * every element brings are weighed, not those that are fetched in their stead.
 * `without` leaves out further elements, which are weighed by themselves.
 */
export const weigh = async (parts, { everything = false, without = [] } = {}) => {
  const missing = parts.filter((part) => !existsSync(fileOf(part)));
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run npm run build first.`);
  const bundle = await rollup({
    input: ENTRY,
    plugins: [entry(parts), ...bundling()],
    external: (id) => id.includes('.texts.en.') || without.some((element) => id.includes(`/${element}/`)),
    onwarn: () => undefined,
    preserveEntrySignatures: false,
  });
  const { output } = await bundle.generate({
    format: 'es',
    inlineDynamicImports: everything,
    plugins: [minifying()],
  });
  await bundle.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const fetched = new Set();
  const fetch = (name) => {
    const chunk = chunks.get(name);
    if (chunk === undefined || fetched.has(chunk)) return;
    fetched.add(chunk);
    chunk.imports.forEach(fetch);
  };
  fetch(output.find(({ isEntry }) => isEntry).fileName);
  const codes = [...fetched].map(({ code }) => code);
  return {
    code: codes.join('\n'),
    kib: codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024,
  };
};
