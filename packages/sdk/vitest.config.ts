import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { patience } from '../../test/support/patience.js';

/** Tests over real public data run only where that data stands beside the project. */
const samples = existsSync(new URL('../../../shared/data/', import.meta.url))
  ? []
  : ['src/**/samples.test.ts'];

export default defineConfig({
  test: { ...patience, include: ['src/**/*.test.ts'], exclude: samples },
});
