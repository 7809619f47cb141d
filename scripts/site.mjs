/**
 * Builds the public site into `site/dist`: one folder of static files with relative addresses, for any host.
 * `--no-build` takes the packages as they are built; `--quick` leaves out what takes long: Storybook and the API reference.
 */
import { root, run } from './lib/run.mjs';

const quick = process.argv.includes('--quick');
if (!process.argv.includes('--no-build')) await run('build', 'node', ['scripts/build.mjs']);
await run('site', 'node', ['site/build.mjs', ...(quick ? ['--quick'] : [])]);
console.log(`\nThe site is in ${root}site/dist. Put that folder on any web server.`);
