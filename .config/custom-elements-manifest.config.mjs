// Run in packages/elements; the paths in the manifest are those of the published package.
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts', 'src/**/*.texts.*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
