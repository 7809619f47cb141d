/** Everything that CI runs: the tests, then what needs a built Storybook, packed packages or a database. */
import { plainCount, runSteps, vitestCount } from './lib/steps.mjs';
import { testSteps } from './lib/test-steps.mjs';

const packages = ['sdk', 'components', 'intake'];

const ok = await runSteps([
  ...testSteps(process.env.BROWSERS ?? 'chromium'),
  { name: 'rules of every edition', command: ['npx', 'maths-hubs', 'prove'] },
  {
    name: 'faults of the intake',
    command: ['npx', 'vitest', 'run', '--root', 'packages/intake', '--config', 'vitest.faults.config.ts'],
    count: vitestCount,
  },
  { name: 'Storybook', command: ['npx', 'storybook', 'build', '--quiet', '-o', 'storybook-static'] },
  { name: 'axe on every story', command: ['node', 'scripts/stories.mjs'], count: plainCount },
  ...packages.flatMap((name) => [
    { name: `publint ${name}`, command: ['npx', 'publint', '--strict', `packages/${name}`] },
    {
      name: `types of ${name} as packed`,
      command: ['npx', 'attw', '--pack', `packages/${name}`, '--profile', 'esm-only'],
    },
  ]),
  { name: 'changesets', command: ['node', 'scripts/changesets.mjs'] },
]);
process.exitCode = ok ? 0 : 1;
