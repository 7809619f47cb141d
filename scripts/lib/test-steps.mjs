import { browserCount, plainCount, vitestCount } from './steps.mjs';

const vitest = (name, folder, ...more) => ({
  name,
  command: ['npx', 'vitest', 'run', '--root', folder, ...more],
  count: vitestCount,
});
/** Test files that take long are named for it. */
const WITHOUT_LONG = ['--exclude', '**/*.long.test.ts'];

/**
 * What is tried again and again while something is changed, within four minutes on two processors: everything but what takes
 * long, and of whole pages those that every widget is on. `whole` adds what is left out, for `npm run check`.
 * @param {{ browsers: string, whole: boolean }} options  `browsers`: names, joined by commas
 */
export function testSteps({ browsers, whole }) {
  const suite = (name, folder) => vitest(name, folder, ...(whole ? [] : WITHOUT_LONG));
  return [
    { name: 'build', command: ['node', 'scripts/build.mjs'], first: true },
    {
      name: `elements in ${browsers}`,
      command: ['npx', 'wtr'],
      env: { BROWSERS: browsers, ...(!whole && { WITHOUT_LONG: '1' }) },
      browser: true,
      count: browserCount,
    },
    {
      ...vitest('whole pages', 'test/e2e', ...(whole ? [] : ['example-pages', 'first-screen'])),
      browser: true,
    },
    { name: 'types of tests and stories', command: ['npx', 'tsc', '-p', 'tsconfig.tests.json'] },
    { name: 'types of scripts', command: ['npx', 'tsc', '-p', 'tsconfig.scripts.json'] },
    { name: 'lint', command: ['npx', 'eslint', '.'] },
    { name: 'circles of imports', command: ['npm', 'run', '--silent', 'circles'] },
    { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
    { name: 'licences', command: ['node', 'scripts/licences.mjs'], count: plainCount },
    { name: 'unused code', command: ['npx', 'knip'] },
    suite('SDK', 'packages/sdk'),
    suite('command line', 'packages/cli'),
    suite('intake', 'packages/intake'),
    suite('desk', 'packages/desk'),
    { name: 'sizes', command: ['node', 'scripts/size.mjs'], count: plainCount },
  ];
}
