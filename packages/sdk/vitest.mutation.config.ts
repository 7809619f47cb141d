import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that judge a mutant: all but the suites that read whole registers or schemas, which take minutes each. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['src/**/*.test.ts'],
    exclude: [
      'src/**/samples.test.ts',
      'src/{applications,static-html,page-check,groups,postcodes,typed}/**',
      'src/schema-types.test.ts',
      'src/programme/build-data.test.ts',
    ],
    testTimeout: 60_000,
  },
});
