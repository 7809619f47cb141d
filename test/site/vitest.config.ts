import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.js';

export default defineConfig({
  test: { ...patience, include: ['**/*.test.ts'], testTimeout: 240_000, fileParallelism: false },
});
