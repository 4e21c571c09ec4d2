// For a vendor without a bundler: one script tag per element, what is shared in chunks, what is rare loaded when needed.
import { existsSync, rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { bundling, minifying } from './.config/browser-bundle.mjs';
import { guestPage } from './.config/guest-page.mjs';

const folder = 'packages/elements/dist/browser';

const elements = [
  'queue-join',
  'waiting-room',
  'video-room',
  'sms-invite',
  'consent-form',
  'device-check',
  'clinic-settings',
  'venterum-provider',
];

const wanted = {
  client: 'packages/client/dist/embed.js',
  oidc: 'packages/client/dist/oidc.js',
  ...Object.fromEntries(elements.map((name) => [name, `packages/elements/dist/${name}/${name}.define.js`])),
};

const input = Object.fromEntries(Object.entries(wanted).filter(([, file]) => existsSync(file)));
for (const [name, file] of Object.entries(wanted))
  if (!(name in input)) console.error(`browser bundle: ${name}.js left out, there is no ${file}`);

const plugins = bundling();

/** The two entries that pages load first: what both need is one file, since many small ones compress worse. */
const first = ['queue-join', 'waiting-room'];

const staticallyLoaded = (output, entry) => {
  const byName = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    byName.get(name)?.imports.forEach(visit);
  };
  visit(`${entry}.js`);
  return new Set([...seen].flatMap((name) => byName.get(name)?.moduleIds ?? []));
};

const sharedModules = async () => {
  const bundle = await rollup({ input, plugins, onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es', entryFileNames: '[name].js' });
  await bundle.close();
  const [one, other] = first.map((entry) => staticallyLoaded(output, entry));
  return new Set([...one].filter((id) => other.has(id)));
};

const elementFiles = async () => {
  // Chunks are named after what is in them: those of the build before would be published too.
  rmSync(folder, { recursive: true, force: true });
  const shared = await sharedModules();
  return {
    input,
    output: {
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: (id) => (shared.has(id) ? 'core' : undefined),
      onlyExplicitManualChunks: true,
      sourcemap: true,
    },
    preserveEntrySignatures: 'exports-only',
    plugins: [...plugins, minifying()],
  };
};

/** The reference server for a page of its own: demonstrations and training without any backend. */
const inPageServer = {
  input: 'server-reference/dist/in-page.js',
  output: { file: 'server-reference/dist/browser/in-page.js', format: 'es', sourcemap: true },
  plugins: [...plugins, minifying()],
};

export default async () => [await elementFiles(), inPageServer, ...guestPage()];
