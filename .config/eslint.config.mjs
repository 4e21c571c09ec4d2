// The budgets and bans of the style guide, each as a rule, so that no review has to remember them.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const tests = ['**/*.test.ts', 'packages/testing/**', 'e2e/**', 'bench/**'];
const shipped = ['packages/*/src/**/*.ts', 'server-reference/src/**/*.ts'];
/** The default clock and ids of the browser side are the two files that may touch the real ones. */
const edges = [
  '**/adapters/**',
  '**/main.ts',
  'packages/client/src/clock.ts',
  'packages/client/src/random-id.ts',
  ...tests,
];

const clockBan = (selector) => ({
  selector,
  message: 'Time comes from the injected clock; only adapters, main.ts and tests read the real one.',
});
const chanceBan = (selector) => ({
  selector,
  message: 'Chance and ids come from an injected port; only adapters, main.ts and tests make them.',
});

const impure = [
  clockBan("MemberExpression[object.name='Date'][property.name='now']"),
  clockBan("NewExpression[callee.name='Date'][arguments.length=0]"),
  chanceBan("MemberExpression[object.name='Math'][property.name='random']"),
  chanceBan("MemberExpression[property.name='randomUUID']"),
  chanceBan("ImportSpecifier[imported.name='randomUUID']"),
];

const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only main.ts reads the environment; pass what you need as an option.',
  },
  {
    selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
    message: 'Only main.ts reads the environment; pass what you need as an option.',
  },
];

const skippedTests = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|suite|test|it|context)$/][property.name=/^(only|skip|todo)$/]',
    message: 'A test runs or is removed.',
  },
  {
    selector:
      'CallExpression[callee.name=/^(describe|suite|test|it)$/] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]',
    message: 'A test runs or is removed.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xdescribe|xtest|fit|fdescribe)$/]',
    message: 'A test runs or is removed.',
  },
];

/** What the promise rule above all is for in element tests: axe that nobody waited for always passes. */
const waitForAxe = [
  {
    selector: 'ExpressionStatement > CallExpression[callee.property.name=/^(accessible|equalSnapshot)$/]',
    message: 'Await it: nobody hears of a failure otherwise.',
  },
];

const unsafeMarkup = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/]',
    message: 'Strict CSP and Trusted Types: render with Lit templates.',
  },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^(write|writeln)$/]",
    message: 'Strict CSP and Trusted Types: render with Lit templates.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\sstyle=|<style[\\s>]/]",
    message: 'Strict CSP: no inline style; use a class, a part or a custom property in the stylesheet.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\son[a-z]+=/]",
    message: 'Strict CSP: no inline handler; use @event.',
  },
];

const unsafeDirectives = ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].flatMap((name) => [
  { name: `lit/directives/${name}.js`, message: 'Strict CSP and Trusted Types forbid it.' },
  { name: `lit-html/directives/${name}.js`, message: 'Strict CSP and Trusted Types forbid it.' },
]);
const unsafeStatic = ['lit/static-html.js', 'lit-html/static.js'].map((name) => ({
  name,
  importNames: ['unsafeStatic'],
  message: 'Strict CSP and Trusted Types forbid it.',
}));

const ban = (...lists) => ['error', ...lists.flat()];

/** A later entry for the same rule replaces an earlier one, so each entry below lists everything its files must not do. */
const bans = [
  { files: ['**/*.ts'], rules: { 'no-restricted-syntax': ban(skippedTests, waitForAxe) } },
  {
    files: shipped,
    ignores: edges,
    rules: { 'no-restricted-syntax': ban(skippedTests, environment, impure) },
  },
  {
    // Newer than Safari 16.4, Chrome 111 and Firefox 121, and known to TypeScript's browser all the same.
    files: ['packages/{contract,client,elements}/src/**/*.ts', 'examples/**/*.js'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        ...['URL.canParse', 'URL.parse', 'AbortSignal.any', 'Response.json'].map((name) => {
          const [object, property] = name.split('.');
          return { object, property, message: 'iPhones with iOS 16.4 do not know it.' };
        }),
      ],
    },
  },
  {
    files: ['**/adapters/**/*.ts', 'examples/**/*.ts'],
    ignores: ['**/main.ts', ...tests],
    rules: { 'no-restricted-syntax': ban(skippedTests, environment) },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ban(skippedTests, environment, impure, unsafeMarkup),
      'no-restricted-imports': ['error', { paths: [...unsafeDirectives, ...unsafeStatic] }],
    },
  },
  {
    files: ['packages/contract/src/**/*.ts', 'server-reference/src/{services,routes}/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'The network is behind a port.' }],
    },
  },
  {
    files: ['server-reference/src/services/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The network is behind a port.' },
        ...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
          name,
          message: 'Services are pure over ports: timers come from the clock port.',
        })),
      ],
    },
  },
];

const budgets = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  complexity: ['error', 10],
};

const everywhere = {
  eqeqeq: 'error',
  'no-console': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-exports': [
    'error',
    {
      restrictDefaultExports: {
        direct: true,
        named: true,
        defaultFrom: true,
        namedFrom: true,
        namespaceFrom: true,
      },
    },
  ],
};

const typed = {
  '@typescript-eslint/ban-ts-comment': [
    'error',
    {
      'ts-expect-error': 'allow-with-description',
      'ts-ignore': true,
      'ts-nocheck': true,
      minimumDescriptionLength: 10,
    },
  ],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-floating-promises': [
    'error',
    {
      allowForKnownSafeCalls: [
        // Typed as a promise because of snapshots; without one there is nothing to wait for.
        { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
        { from: 'package', package: 'chai', name: 'Equal' },
        {
          from: 'package',
          package: 'node:test',
          name: ['test', 'it', 'suite', 'describe', 'before', 'after', 'beforeEach', 'afterEach'],
        },
      ],
    },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
  // An async method that only throws still owes its caller a rejection, not an exception.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      'docs/**',
      '**/custom-elements.json',
      'coverage/**',
      '**/__snapshots__/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { ...everywhere, ...budgets } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'packages/*/tsconfig.json',
          'server-reference/tsconfig.json',
          'examples/tsconfig.json',
          'tsconfig.rigs.json',
        ],
        tsconfigRootDir: root,
      },
    },
    rules: typed,
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    // The tag is defined in the define file, by hand and once (see the element-set check).
    rules: { 'wc/file-name-matches-element': 'off', 'wc/define-tag-after-class-definition': 'off' },
  },
  ...bans,
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  { files: ['**/main.ts', 'bench/**', 'e2e/**', '**/*.mjs', '**/*.cjs'], rules: { 'no-console': 'off' } },
  {
    files: ['.config/**', '.ci/**', '*.config.mjs', '**/*.config.*'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
