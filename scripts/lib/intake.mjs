import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { startIntake } from '@maths-hubs/intake';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import { root } from './run.mjs';

const site = `${root}examples/hub-site/`;
const hub = JSON.parse(readFileSync(`${site}intake.json`, 'utf8'));

/**
 * Starts the example hub's intake, for pages of these origins.
 * @param folder  of the embedded store and the configuration for the intake's commands
 * @param store  another store than that
 * @param mount  routes of another package: the desk
 * @returns the running service, and the path of that configuration
 */
export async function startExampleIntake({ origins, folder, store, log, port = 0, mount }) {
  mkdirSync(folder, { recursive: true });
  const terms = `${site}${hub.edition}`;
  const edition = parseEdition(readFileSync(terms, 'utf8'));
  const config = `${folder}/intake.config.json`;
  writeFileSync(
    config,
    JSON.stringify({ hubs: [{ ...hub, origins, edition: terms }], store: { folder: 'intake' } }, null, 2),
  );
  const intake = await startIntake({
    hubs: [{ ...hub, origins, edition }],
    store: store ?? { folder: `${folder}/intake` },
    port,
    ...(mount && { mount }),
    ...(log && { log }),
  });
  return { intake, config };
}
