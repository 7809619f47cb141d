import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { fileURLToPath } from 'node:url';
import { headlessChromiumPath, firefoxPath, webkitPath } from './scripts/lib/browsers.mjs';
import { webkitLauncher } from './scripts/lib/webkit-launcher.mjs';
import { hostilePages } from './test/embed/hostile/plugin.mjs';
import { hydratedTests, leftOut } from './test/ssr/hydrated-tests.mjs';
import { serverDrawing, serverPages } from './test/ssr/plugin.mjs';

/** Nobody reads what a driver would report of each request, and to report it takes up to two fifths of the work. */
const quiet = { networkEnabled: false };

const launchers = {
  async chromium() {
    return chromeLauncher({
      launchOptions: { ...quiet, executablePath: await headlessChromiumPath(), args: ['--no-sandbox'] },
    });
  },
  async firefox() {
    const puppeteer = /** @type {any} */ ((await import('puppeteer-core')).default);
    return chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { ...quiet, browser: 'firefox', executablePath: firefoxPath() },
    });
  },
  webkit: async () => webkitLauncher({ binary: webkitPath() }),
};

const wanted = (process.env.BROWSERS ?? 'chromium').split(',');

/** With `HYDRATED=1`, what a test mounts has been drawn by a server, and is taken over by the browser. */
const HYDRATED = process.env.HYDRATED === '1';

export default {
  ...(HYDRATED && {
    testRunnerHtml: (framework) => `<!doctype html><html><head></head><body>
      <script>window.hydrating = true; window.leftOut = ${JSON.stringify(leftOut)};</script>
      <script type="module" src="/node_modules/@lit-labs/ssr-client/development/lit-element-hydrate-support.js"></script>
      <script type="module" src="${framework}"></script></body></html>`,
  }),
  files:
    process.env.WTR_FILES ??
    (HYDRATED
      ? await hydratedTests()
      : [
          'packages/{components,editor}/src/**/*.test.ts',
          'test/embed/**/*.test.ts',
          'test/ssr/**/*.test.ts',
          ...(process.env.WITHOUT_LONG === '1' ? ['!**/*.long.test.ts'] : []),
        ]),
  nodeResolve: true,
  browsers: await Promise.all(wanted.map((name) => launchers[name]())),
  // Mouse and keyboard input times out in background tabs: one page at a time.
  concurrency: 1,
  plugins: [
    a11ySnapshotPlugin(),
    serverPages(),
    ...(HYDRATED ? [serverDrawing()] : []),
    hostilePages(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.wtr.json', import.meta.url)),
    }),
  ],
  // Contrast is measured on two thousand pages.
  testsFinishTimeout: 600_000,
  // A busy machine is no fault of a widget's: only what never comes fails.
  browserStartTimeout: 180_000,
  testsStartTimeout: 180_000,
  testFramework: { config: { timeout: '60000' } },
};
