// Run in packages/elements; the paths in the manifest are those of the published package.
/** For `dispatchEvent(new XEvent(first))` the analyzer adds an event named after `first` beside the one that @fires documents. */
const namedEventsOnly = {
  name: 'named-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations)
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) => /^[a-z]+(-[a-z]+)+$/.test(name));
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts', 'src/**/*.texts.*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [namedEventsOnly],
};
