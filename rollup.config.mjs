// For a vendor without a bundler: one script tag per element, what is shared in chunks, what is rare loaded when needed.
import { existsSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { sdpAsModule } from './.config/sdp-as-module.mjs';

const elements = [
  'queue-join',
  'waiting-room',
  'video-room',
  'sms-invite',
  'consent-form',
  'device-check',
  'venterum-provider',
];

const wanted = {
  client: 'packages/client/dist/index.js',
  oidc: 'packages/client/dist/oidc.js',
  ...Object.fromEntries(elements.map((name) => [name, `packages/elements/dist/${name}/${name}.define.js`])),
};

const input = Object.fromEntries(Object.entries(wanted).filter(([, file]) => existsSync(file)));
for (const [name, file] of Object.entries(wanted))
  if (!(name in input)) console.error(`browser bundle: ${name}.js left out, there is no ${file}`);

export default {
  input,
  output: {
    dir: 'packages/elements/dist/browser',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
  preserveEntrySignatures: 'exports-only',
  plugins: [
    sdpAsModule(),
    resolve({ browser: true, exportConditions: ['production', 'browser'] }),
    terser({ module: true, ecma: 2022, format: { comments: false } }),
  ],
};
