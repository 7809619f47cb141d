import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.js';

export default defineConfig({ test: { ...patience, include: ['**/*.server.test.mjs'] } });
