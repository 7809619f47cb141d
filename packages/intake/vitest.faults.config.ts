import { defineConfig } from 'vitest/config';

/** Faults take minutes: processes killed under load, databases stopped, disks filled. */
export default defineConfig({
  test: {
    include: ['src/**/*.fault.test.ts'],
    globalSetup: ['test/postgres.setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
