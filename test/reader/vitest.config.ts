import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.js';

/**
 * A screen reader takes its time, and there is one of it. The browser's own windows talk too, and a key that is pressed
 * meanwhile is lost: a scenario may begin again, as a person would.
 */
export default defineConfig({
  test: { ...patience, testTimeout: 600_000, hookTimeout: 240_000, fileParallelism: false, retry: 4 },
});
