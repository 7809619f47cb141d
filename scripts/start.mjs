/** Builds everything and serves a hub's page with every widget on it. */
import { run } from './lib/run.mjs';
import { serveExamples } from './lib/serve.mjs';

if (!process.argv.includes('--no-build')) await run('build', 'node', ['scripts/build.mjs']);

const site = await serveExamples({ port: Number(process.env.PORT ?? 4100) });
console.log(`\nA hub's page with every widget:  ${site.address}/\nStop with Ctrl+C.`);
