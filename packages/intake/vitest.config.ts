import { defineConfig } from 'vitest/config';
import { patience } from '../../test/support/patience.js';

export default defineConfig({
  test: {
    ...patience,
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.fault.test.ts'],
    globalSetup: ['test/databases.setup.ts'],
  },
});
