import { defineConfig } from 'vitest/config';
import { patience } from '../../test/support/patience.js';

/** Faults take minutes: processes killed under load, databases stopped, disks filled. */
export default defineConfig({
  test: {
    ...patience,
    include: ['src/**/*.fault.test.ts'],
    globalSetup: ['test/databases.setup.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
  },
});
