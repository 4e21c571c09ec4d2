// The guest page as a vendor would build it: what a telephone needs before it can wait is one file, and nobody else's.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import { bundling, minifying } from './browser-bundle.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const source = (file) => at(`examples/guest/${file}`);
const folder = at('examples/dist/guest');
const built = (file) => `${folder}/${file}`;

/** What the page imports by its published name. A guest needs the guest's part at once. */
const published = {
  '/venterum/client.js': ['client/dist/embed.js'],
  '/venterum/queue-join.js': [
    'elements/dist/queue-join/queue-join.define.js',
    'elements/dist/queue-join/queue-join.guest.view.js',
  ],
};

const asPublished = {
  name: 'as-published',
  resolveId: (id) => (Object.hasOwn(published, id) ? id : null),
  load: (id) =>
    Object.hasOwn(published, id)
      ? published[id].map((file) => `export * from ${JSON.stringify(at(`packages/${file}`))};`).join('\n')
      : null,
  // Else nothing of it counts as used at once, and it comes late as for everybody else.
  transform: (code, id) =>
    id.endsWith('queue-join.guest.view.js') ? { code, map: null, moduleSideEffects: 'no-treeshake' } : null,
};

const stylesheets = /\s*<link rel="stylesheet" href="\/([^"]+)" \/>/g;

const theRest = {
  name: 'the-rest',
  // Chunks are named after what is in them: those of the build before would stay.
  buildStart: () => rmSync(folder, { recursive: true, force: true }),
  writeBundle: () => {
    const html = readFileSync(source('index.html'), 'utf8');
    const styles = [...html.matchAll(stylesheets)].map(([, file]) =>
      readFileSync(at(`examples/${file}`), 'utf8'),
    );
    writeFileSync(built('guest.css'), transformSync(styles.join('\n'), { loader: 'css', minify: true }).code);
    const oneSheet = html
      .replace(stylesheets, '')
      .replace('</head>', '<link rel="stylesheet" href="/guest/guest.css" /></head>');
    writeFileSync(built('index.html'), oneSheet.replace(/\s*\n\s*/g, '\n'));
  },
};

/** Rollup configurations. */
export const guestPage = () => [
  {
    input: Object.fromEntries(['token', 'guest', 'video'].map((name) => [name, source(`${name}.js`)])),
    external: (id) => id === '/config.js' || id.startsWith('/guest/'),
    output: {
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
    preserveEntrySignatures: 'allow-extension',
    plugins: [asPublished, ...bundling(), minifying(), theRest],
  },
  {
    // For browsers that know nothing newer than ECMAScript 5.
    input: source('too-old.js'),
    output: { file: built('too-old.js'), format: 'es' },
    plugins: [terser({ ecma: 5, format: { comments: false } })],
  },
];

const gzipped = (text) => gzipSync(text, { level: 9 }).length / 1024;

/** What a file has fetched at once: what a page names, and what a script imports but for what is only for later. */
const fetchedBy = (path, text) => {
  if (path.endsWith('.html')) return [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, name]) => name);
  const absolute = [...text.matchAll(/["'](\/guest\/[\w-]+\.js)["']/g)].map(([, name]) => name);
  const chunks = [...text.matchAll(/(?:^|[;}])(?:import|export)[^("']*["']\.\/([^"']+)["']/g)];
  return [...absolute, ...chunks.map(([, name]) => `/guest/${name}`)];
};

/** All that the built page needs until it waits, each file as it goes over the wire. The words for failures come once nothing else is to be done. */
export const weighGuestPage = () => {
  const texts = new Map([['/config.js', "export const server = 'https://video.example.dk';\n"]]);
  const visit = (path) => {
    if (texts.has(path)) return;
    const text = readFileSync(built(path.replace('/guest/', '')), 'utf8');
    texts.set(path, text);
    fetchedBy(path, text).forEach(visit);
  };
  visit('/guest/index.html');
  const all = [...texts.values()];
  return {
    files: [...texts.keys()],
    code: all.join('\n'),
    kib: all.reduce((sum, text) => sum + gzipped(text), 0),
  };
};
