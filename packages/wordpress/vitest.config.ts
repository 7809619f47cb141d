import { defineConfig } from 'vitest/config';
import { patience } from '../../test/support/patience.js';

export default defineConfig({
  test: {
    ...patience,
    include: ['test/**/*.test.ts'],
    // A WordPress on a machine that does other things besides takes ten times as long. Only what hangs is given up.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
