/** Builds everything, from the facts up. `--quick` stops after the packages that tests import. */
import { run } from './lib/run.mjs';

const quick = process.argv.includes('--quick');

await run('facts', 'node', ['packages/sdk/scripts/build-data.mjs']);
await run('version', 'node', ['packages/components/scripts/build-version.mjs']);
await run('packages', 'npx', ['tsc', '-b']);
await run('JSON Schema', 'node', ['packages/sdk/scripts/build-schemas.mjs']);
if (!quick) {
  await run('custom-elements manifest', 'npx', [
    'cem',
    'analyze',
    '--quiet',
    '--config',
    'custom-elements-manifest.config.mjs',
  ]);
  await run('widgets that the command line knows', 'node', ['packages/cli/scripts/build-widgets.mjs']);
  await run('types for frameworks and editors', 'node', ['packages/components/scripts/build-types.mjs']);
  await run('embed', 'node', ['packages/components/scripts/build-embed.mjs']);
  await run('editor', 'node', ['packages/editor/scripts/build.mjs']);
  await run('WordPress plugin', 'node', ['packages/wordpress/scripts/build.mjs']);
  await run('desk', 'node', ['packages/desk/scripts/build.mjs']);
}
