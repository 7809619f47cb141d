import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.js';

export default defineConfig({
  test: {
    ...patience,
    include: ['**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A page waits more than it works: two files take little more than half the time of one after the other.
    maxWorkers: 2,
  },
});
