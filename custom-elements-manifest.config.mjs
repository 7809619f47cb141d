import { publicManifest } from './scripts/lib/public-manifest.mjs';

export default {
  globs: ['packages/components/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts', '**/examples.ts', '**/embed/**'],
  outdir: 'packages/components',
  litelement: true,
  plugins: [publicManifest()],
};
