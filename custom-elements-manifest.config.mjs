import { requireDocs } from './scripts/lib/manifest-docs.mjs';

export default {
  globs: ['packages/components/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts', '**/examples.ts', '**/embed/**'],
  outdir: 'packages/components',
  litelement: true,
  plugins: [requireDocs()],
};
