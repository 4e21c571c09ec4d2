// Element tests run from source in a real Chromium, against the real reference server inside the page.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { launchOptions } from './chromium.mjs';
import { serveStandIns } from './stand-ins.mjs';
import { totalReporter } from './total-reporter.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** Lit's development build tells of misuse by console.warn; here that fails the test that caused it. */
const failOnLitWarnings = `
  const warn = console.warn;
  console.warn = (...args) => {
    warn.apply(console, args);
    const text = String(args[0]);
    if (text.includes('lit.dev/msg/') && !text.includes('msg/dev-mode')) reportError(new Error(text));
  };`;

export const files = [
  'packages/elements/src/**/*.test.ts',
  'packages/client/src/**/*.browser.test.ts',
  '!**/*.fixtures.test.ts',
];

/**
 * Two tabs run at once: the one behind would draw no frames and close no dialogs. And it is another day there than in
 * Denmark for half of each: a time of the browser's own zone on a screen fails its test.
 */
const createPage = async ({ context }) => {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Auckland' });
  return page;
};

export default {
  rootDir,
  files,
  concurrency: 2,
  concurrentBrowsers: 1,
  nodeResolve: { exportConditions: ['source', 'development', 'browser'] },
  plugins: [
    serveStandIns(),
    a11ySnapshotPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}packages/elements/tsconfig.json` }),
  ],
  middleware: [
    function serveMockServiceWorker(context, next) {
      if (context.path === '/mockServiceWorker.js')
        context.path = '/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [chromeLauncher({ launchOptions: launchOptions(), createPage })],
  // The end of a test that hangs, and no measure of speed: the first axe run of a page, or the first import of every
  // element, takes 3 to 8 s where two cores have other work as well.
  testFramework: { config: { timeout: '30000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('lit.dev/msg/dev-mode'),
  testsFinishTimeout: 120_000,
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8" /><title>Venterum</title><script>${failOnLitWarnings}</script></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  reporters: [defaultReporter({ reportTestProgress: false }), totalReporter()],
};
