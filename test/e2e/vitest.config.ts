import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.js';

export default defineConfig({
  test: {
    ...patience,
    include: ['**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
