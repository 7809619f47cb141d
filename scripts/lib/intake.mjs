import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { startIntake } from '@maths-hubs/intake';
import { root } from './run.mjs';

const hub = JSON.parse(readFileSync(`${root}examples/hub-site/intake.json`, 'utf8'));

/**
 * Starts the example hub's intake, for pages of these origins.
 * @param folder  where the embedded store stands, and the configuration for the intake's commands
 * @param store  another store than that
 * @returns the running service, and the path of that configuration
 */
export async function startExampleIntake({ origins, folder, store, log }) {
  mkdirSync(folder, { recursive: true });
  const hubs = [{ ...hub, origins }];
  const config = `${folder}/intake.config.json`;
  writeFileSync(config, JSON.stringify({ hubs, store: { folder: 'intake' } }, null, 2));
  const intake = await startIntake({
    hubs,
    store: store ?? { folder: `${folder}/intake` },
    port: 0,
    ...(log && { log }),
  });
  return { intake, config };
}
