import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of the rooms in MUTATION_TESTS: all but the suites that read whole registers or schemas, which take minutes. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'src').split(',').map((room) => `${room}/**/*.test.ts`),
    exclude: [
      'src/**/samples.test.ts',
      'src/{applications,static-html,page-check,groups,postcodes,typed}/**',
      'src/schema-types.test.ts',
      'src/programme/build-data.test.ts',
      // A minute and a half over every name there is; find, names and the truth table ask the same of each kind.
      'src/hubs/answer/never-confidently-wrong.long.test.ts',
    ],
    testTimeout: 60_000,
  },
});
