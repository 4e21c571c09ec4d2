// How browser code is bundled: for the files that are shipped, and for the weighing of them.
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyLiterals } from './minify-literals.mjs';
import { oneDecorate } from './one-decorate.mjs';
import { leanLibraries } from './lean-libraries.mjs';
import { standIns } from './stand-ins.mjs';

/** Rollup input plugins. */
export const bundling = () => [
  standIns(),
  resolve({ browser: true, exportConditions: ['production', 'browser'] }),
  minifyLiterals(),
  oneDecorate(),
  leanLibraries(),
];

/** Rollup output plugin. */
export const minifying = () =>
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 5, inline: 1, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    format: { comments: false },
  });
