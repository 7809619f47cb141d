import { browserCount, plainCount, vitestCount } from './steps.mjs';

/** What a change must pass before anything else is looked at. */
export const testSteps = (browsers) => [
  { name: 'build', command: ['node', 'scripts/build.mjs'], first: true },
  {
    name: `elements in ${browsers}`,
    command: ['npx', 'wtr'],
    env: { BROWSERS: browsers },
    browser: true,
    count: browserCount,
  },
  {
    name: 'whole pages',
    command: ['npx', 'vitest', 'run', '--root', 'test/e2e'],
    browser: true,
    count: vitestCount,
  },
  { name: 'types of tests and stories', command: ['npx', 'tsc', '-p', 'tsconfig.tests.json'] },
  { name: 'types of scripts', command: ['npx', 'tsc', '-p', 'tsconfig.scripts.json'] },
  { name: 'lint', command: ['npx', 'eslint', '.'] },
  { name: 'circles of imports', command: ['npm', 'run', '--silent', 'circles'] },
  { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
  { name: 'licences', command: ['node', 'scripts/licences.mjs'], count: plainCount },
  { name: 'unused code', command: ['npx', 'knip'] },
  { name: 'SDK', command: ['npx', 'vitest', 'run', '--root', 'packages/sdk'], count: vitestCount },
  { name: 'command line', command: ['npx', 'vitest', 'run', '--root', 'packages/cli'], count: vitestCount },
  { name: 'intake', command: ['npx', 'vitest', 'run', '--root', 'packages/intake'], count: vitestCount },
  { name: 'desk', command: ['npx', 'vitest', 'run', '--root', 'packages/desk'], count: vitestCount },
  { name: 'sizes', command: ['node', 'scripts/size.mjs'], count: plainCount },
];
