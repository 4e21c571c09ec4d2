// Who may import whom. TypeScript's project references do not hold this; here every forbidden arrow has a name.
const ours = '^(packages|server-reference|examples|e2e|bench)/';
const isTest = '\\.test\\.ts$';
const rigs = '^(e2e|bench)/';

/** What each place may import of ours, tests apart; itself is always allowed. */
const arrows = {
  'packages/contract': [],
  'packages/client': ['packages/contract'],
  'packages/elements': ['packages/contract', 'packages/client'],
  'packages/testing': ['packages/contract', 'packages/client', 'server-reference'],
  'server-reference': ['packages/contract'],
  examples: ['packages/contract', 'packages/client', 'packages/elements', 'server-reference'],
};

/** What tests may import beyond that: the fakes, and in the browser the real reference server. */
const testArrows = {
  'packages/contract': ['packages/testing'],
  'packages/client': ['packages/testing', 'server-reference'],
  'packages/elements': ['packages/testing', 'server-reference'],
  'packages/testing': [],
  'server-reference': ['packages/testing', 'packages/client'],
  examples: ['packages/testing'],
};

const not = (place, targets) => `^(${[place, ...targets].join('|')})/`;

const arrowRules = Object.entries(arrows).flatMap(([place, targets]) => [
  {
    name: `arrow:${place}`,
    severity: 'error',
    from: { path: `^${place}/`, pathNot: isTest },
    to: { path: ours, pathNot: not(place, targets) },
  },
  {
    name: `test-arrow:${place}`,
    severity: 'error',
    from: { path: `^${place}/.*${isTest}` },
    to: { path: ours, pathNot: not(place, [...targets, ...testArrows[place]]) },
  },
]);

module.exports = {
  forbidden: [
    ...arrowRules,
    {
      name: 'published-names-only',
      comment: 'Another workspace is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|server-reference|examples)/' },
      to: { path: ours, pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'rigs-see-published-names',
      severity: 'error',
      from: { path: rigs },
      to: {
        path: '^(packages|server-reference)/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: [isTest, '^packages/testing/', '^e2e/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'routes-not-adapters',
      severity: 'error',
      from: { path: '^server-reference/src/routes/', pathNot: isTest },
      to: { path: '^server-reference/src/adapters/' },
    },
    {
      name: 'services-only-ports-and-contract',
      comment: 'Services are pure over ports: no package, no Node built-in, no adapter, no route.',
      severity: 'error',
      from: { path: '^server-reference/src/services/', pathNot: isTest },
      to: { pathNot: '^(server-reference/src/(services|ports)|packages/contract)/' },
    },
    {
      name: 'ports-only-ports-and-contract',
      severity: 'error',
      from: { path: '^server-reference/src/ports/', pathNot: isTest },
      to: { pathNot: '^(server-reference/src/ports|packages/contract)/' },
    },
    {
      name: 'app-knows-no-process',
      comment: 'createApp runs in a browser too: only adapters and main.ts may use Node.',
      severity: 'error',
      from: { path: '^server-reference/src/', pathNot: [isTest, '/adapters/', '/main\\.ts$'] },
      to: { dependencyTypes: ['core'], pathNot: '^async_hooks$' },
    },
    {
      name: 'elements-not-sideways',
      severity: 'error',
      from: { path: '^packages/elements/src/([^/]+)/', pathNot: '^packages/elements/src/shared/' },
      to: { path: '^packages/elements/src/[^/]+/', pathNot: '^packages/elements/src/($1|shared)/' },
    },
    {
      name: 'shared-knows-no-element',
      comment: 'Save by a dynamic import: the lazy loading of one element by another lives in shared.',
      severity: 'error',
      from: { path: '^packages/elements/src/shared/', pathNot: isTest },
      to: {
        path: '^packages/elements/src/[^/]+/',
        pathNot: '^packages/elements/src/shared/',
        dynamic: false,
      },
    },
    {
      name: 'class-registers-nothing',
      severity: 'error',
      from: {
        path: '^packages/elements/src/',
        pathNot: [isTest, '\\.define\\.ts$', '/src/define\\.ts$', '^packages/elements/src/shared/'],
      },
      to: { path: '(\\.define|/src/define)\\.ts$' },
    },
    {
      name: 'contract-has-no-packages',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: [isTest, '^packages/contract/src/schemas'] },
      to: { pathNot: '^packages/contract/src/' },
    },
    {
      name: 'schemas-only-zod',
      severity: 'error',
      from: { path: '^packages/contract/src/schemas', pathNot: isTest },
      to: { pathNot: ['^packages/contract/src/', 'node_modules/zod/'] },
    },
    {
      name: 'contract-loads-no-schemas',
      comment: 'Importing the words never loads zod.',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: [isTest, '^packages/contract/src/schemas'] },
      to: { path: '^packages/contract/src/schemas', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-has-no-face',
      severity: 'error',
      from: { path: '^packages/client/src/' },
      to: { path: 'node_modules/(lit|lit-html|lit-element|@lit)/' },
    },
    {
      name: 'no-value-cycles',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-packages-only',
      comment: 'What a package imports is in its own package.json; tests may use the root devDependencies.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|server-reference|examples)/', pathNot: [isTest, '^packages/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'imports-resolve',
      comment: 'A page of the examples imports what the demo serves, by its address.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // What is built of them is nobody's source.
    exclude: { path: '^examples/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
