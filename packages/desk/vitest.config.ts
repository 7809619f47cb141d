import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['../intake/test/databases.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
