/** Builds everything and serves the public site, an example hub's page with every widget on it, and the service that receives its applications. */
import { relative } from 'node:path';
import { root, run } from './lib/run.mjs';
import { freePort } from './lib/free-port.mjs';
import { serveExamples, SITE } from './lib/serve.mjs';

const folder = process.env.MATHS_HUBS_DATA ?? `${root}.maths-hubs`;
const wanted = Number(process.env.PORT ?? 4100);

// Said before the build, which takes half a minute.
await freePort(wanted).catch(stopWith);
if (!process.argv.includes('--no-build')) await run('build', 'node', ['scripts/build.mjs']);
// Without Storybook and the API reference, which `npm run site` adds: a start is to be quick.
await run('site', 'node', ['site/build.mjs', '--quick']);
// Built only now.
const { startExampleIntake } = await import('./lib/intake.mjs');
const { startSampleDesk } = await import('./lib/desk.mjs');

/** @type {Awaited<ReturnType<typeof startExampleIntake>> | undefined} */
let service;
const site = await serveExamples({ port: wanted, folders: SITE, intakeUrl: () => service?.intake.url }).catch(
  stopWith,
);
const { port } = new URL(site.address);
service = await startExampleIntake({ origins: [site.address, `http://localhost:${port}`], folder }).catch(
  stopWith,
);

const sample = await startSampleDesk(`${folder}/desk`).catch(stopWith);

const command = `npx maths-hubs-intake -c ${relative(process.cwd(), service.config)}`;
console.log(`
The site, with three doors:      ${site.address}/
A hub's page with every widget:  ${site.address}/example/
The editor's page:               ${site.address}/editor/
What schools send arrives at:    ${service.intake.url}
  ${command} list
  ${command} export --format csv
The desk, with sample applications (the link signs in once):
  ${sample.link}
Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await Promise.all([site.close(), service?.intake.close(), sample.service.close()]);
    process.exit();
  });

/** @returns {never} */
function stopWith(error) {
  const remedy =
    error.code === 'EADDRINUSE'
      ? `Port ${wanted} is taken. Choose another: PORT=4200 npm start`
      : error.code === 'EACCES' || error.code === 'ERR_SOCKET_BAD_PORT'
        ? `PORT=${process.env.PORT} cannot be used. Choose a number from 1024 to 65535: PORT=4200 npm start`
        : `${error.message}\nAnother folder for what arrives: MATHS_HUBS_DATA=some-folder npm start`;
  console.error(remedy);
  process.exit(1);
}
