import { defineConfig } from 'vitest/config';

/** A screen reader takes its time, and there is one of it. */
export default defineConfig({
  test: { testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false },
});
