/** Builds everything and serves a hub's page with every widget on it, and the service that receives its applications. */
import { relative } from 'node:path';
import { root, run } from './lib/run.mjs';
import { serveExamples } from './lib/serve.mjs';

if (!process.argv.includes('--no-build')) await run('build', 'node', ['scripts/build.mjs']);
// Built only now.
const { startExampleIntake } = await import('./lib/intake.mjs');

let service;
const site = await serveExamples({
  port: Number(process.env.PORT ?? 4100),
  intakeUrl: () => service.intake.url,
});
const { port } = new URL(site.address);
service = await startExampleIntake({
  origins: [site.address, `http://localhost:${port}`],
  folder: `${root}.maths-hubs`,
});

const command = `npx maths-hubs-intake -c ${relative(process.cwd(), service.config)}`;
console.log(`
A hub's page with every widget:  ${site.address}/
What schools send arrives at:    ${service.intake.url}
  ${command} list
  ${command} export --format csv
Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await Promise.all([site.close(), service.intake.close()]);
    process.exit();
  });
