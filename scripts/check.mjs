/** Everything that CI runs: the tests, then what needs built pages, packed packages, a Storybook or a database. */
import { browserCount, plainCount, runSteps, vitestCount } from './lib/steps.mjs';
import { testSteps } from './lib/test-steps.mjs';

const suite = (name, folder, ...more) => ({
  name,
  command: ['npx', 'vitest', 'run', '--root', folder, ...more],
  count: vitestCount,
});
const inBrowser = (step) => ({ ...step, browser: true });
const packages = ['sdk', 'components', 'intake', 'desk'];

const browsers = process.env.BROWSERS ?? 'chromium';

const ok = await runSteps([
  ...testSteps({ browsers, whole: true }),
  suite('faults of the intake', 'packages/intake', '--config', 'vitest.faults.config.ts'),
  // Beside the elements, what the reader is to say comes late and is asked for again, which takes longer than to wait.
  { ...inBrowser(suite('what a screen reader says', 'test/reader')), after: `elements in ${browsers}` },
  // One engine: what Lit takes over, it takes over in the same way in each; that it does is tried in all three.
  inBrowser({
    name: 'elements that a server drew',
    command: ['npx', 'wtr'],
    env: { BROWSERS: 'chromium', HYDRATED: '1' },
    count: browserCount,
  }),
  { name: 'rules of every edition', command: ['npx', 'maths-hubs', 'prove'] },
  suite('static pages, snippets, lists of files', 'test/outputs'),
  suite('releases', 'test/release'),
  suite('server-side rendering', 'test/ssr'),
  inBrowser(suite('frameworks', 'test/frameworks')),
  inBrowser(suite('a real WordPress', 'packages/wordpress')),
  inBrowser(suite('spellings that survive', 'test/survival')),
  { name: 'the public site', command: ['node', 'scripts/site.mjs', '--no-build'] },
  { ...inBrowser(suite('every link and page of the site', 'test/site')), after: 'the public site' },
  // A browser, and yet beside two others: it waits for what is drawn, types nothing and has no time limit to miss.
  {
    name: 'axe on every story',
    command: ['node', 'scripts/stories.mjs', 'site/dist/storybook'],
    after: 'the public site',
    count: plainCount,
  },
  // A browser too, that waits for what is drawn and types nothing.
  {
    name: 'layout of every state',
    command: ['node', 'scripts/pictures.mjs', '--check', '--width', '320', '--width', '1280'],
    count: plainCount,
  },
  { name: 'publint cli', command: ['npx', 'publint', '--strict', 'packages/cli'] },
  ...packages.flatMap((name) => [
    { name: `publint ${name}`, command: ['npx', 'publint', '--strict', `packages/${name}`] },
    {
      name: `types of ${name} as packed`,
      after: `publint ${name}`,
      command: [
        'npx',
        'attw',
        '--pack',
        `packages/${name}`,
        '--profile',
        'esm-only',
        '--format',
        'ascii',
        '--no-emoji',
        '--exclude-entrypoints',
        './desk.html',
      ],
    },
  ]),
  { name: 'changesets', command: ['node', 'scripts/check-changesets.mjs'] },
]);
process.exitCode = ok ? 0 : 1;
